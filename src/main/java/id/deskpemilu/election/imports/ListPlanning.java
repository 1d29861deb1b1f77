package id.deskpemilu.election.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.deskpemilu.election.Candidate;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link Planning} that is about party lists. A dapil file holds all dapil of each contest that it names; a
 * file of candidates holds all lists of each dapil that it names.
 */
final class ListPlanning {

    /** The dapil of a contest, all of them, by code; the dapil of each desa; and whether the contest is open already. */
    record NewDapil(ContestType type, Map<String, String> names, Map<RegionCode, String> villages, boolean isInUse) {}

    /** The lists of a dapil, all of them, by the party's number. */
    record NewLists(ContestType type, String dapil, SortedMap<Integer, List<Candidate>> parties) {}

    /** Where a desa lies. */
    private record Membership(String dapil, @Nullable String name) {}

    private final Planning planning;
    private final Reading reading;
    private final Present present;
    private final List<NewDapil> dapil = new ArrayList<>();
    private final List<NewLists> lists = new ArrayList<>();

    ListPlanning(Planning planning, Reading reading, Present present) {
        this.planning = planning;
        this.reading = reading;
        this.present = present;
    }

    List<NewDapil> dapil() {
        return dapil;
    }

    List<NewLists> lists() {
        return lists;
    }

    void plan() {
        reading.dapil().stream()
                .collect(groupingBy(Reading.DapilRow::type, () -> new EnumMap<>(ContestType.class), toList()))
                .forEach(this::planDapil);
        Map<Reading.ListKey, List<Reading.CandidateRow>> byList = new LinkedHashMap<>();
        reading.candidates()
                .forEach(row -> byList.computeIfAbsent(
                                new Reading.ListKey(row.type(), row.dapil()), key -> new ArrayList<>())
                        .add(row));
        byList.forEach(this::planList);
    }

    // ---- dapil

    private void planDapil(ContestType type, List<Reading.DapilRow> rows) {
        Map<String, Reading.DapilRow> first = new HashMap<>();
        boolean isFine = !reading.incompleteDapil().contains(type);
        for (Reading.DapilRow row : rows) {
            isFine &= contestIsFine(ImportKind.DAPIL, row.line(), type) && villageIsFine(row);
            Reading.DapilRow earlier = first.putIfAbsent(row.dapil(), row);
            if (earlier != null && !earlier.name().equals(row.name())) {
                isFine = false;
                planning.wrong(
                        ImportKind.DAPIL,
                        row.line(),
                        "nama",
                        "DAPIL_DIFFERS",
                        row.name(),
                        row.dapil(),
                        Long.toString(earlier.line()));
            }
        }
        if (isFine) {
            compareDapil(type, rows);
        }
    }

    private boolean villageIsFine(Reading.DapilRow row) {
        String village = row.village().dotted();
        RegionCode area = areaOf(row.type());
        if (!planning.isRegionKnown(row.village())) {
            planning.wrong(ImportKind.DAPIL, row.line(), "desa", "REGION_UNKNOWN", village);
            return false;
        }
        if (area != null && !area.contains(row.village())) {
            planning.wrong(
                    ImportKind.DAPIL,
                    row.line(),
                    "desa",
                    "AREA_OUTSIDE",
                    village,
                    area.dotted(),
                    row.type().slug());
            return false;
        }
        return true;
    }

    private void compareDapil(ContestType type, List<Reading.DapilRow> rows) {
        Present.Lists before = listsOf(type);
        Map<RegionCode, String> gone = new TreeMap<>(before.villages());
        Map<String, String> names = new TreeMap<>();
        Map<RegionCode, String> villages = new TreeMap<>();
        boolean differs = false;
        for (Reading.DapilRow row : rows) {
            names.put(row.dapil(), row.name());
            villages.put(row.village(), row.dapil());
            String old = gone.remove(row.village());
            boolean isOther = planning.tally(ImportKind.DAPIL)
                    .row(
                            old == null
                                    ? null
                                    : new Membership(old, before.dapil().get(old)),
                            new Membership(row.dapil(), row.name()),
                            type.slug() + " " + row.village().dotted(),
                            planning.nameOf(row.village()) + " · " + row.name(),
                            List.of(
                                    Planning.Tally.column("dapil", Membership::dapil),
                                    Planning.Tally.column("nama", Membership::name)));
            differs |= isOther;
            // a desa that the contest did not know yet may join a dapil: nothing that was opened changes by it
            boolean isNewcomer = old == null && row.name().equals(before.dapil().get(row.dapil()));
            if (isOther && isInUse(type) && !isNewcomer) {
                planning.wrong(ImportKind.DAPIL, row.line(), "dapil", "BALLOT_IN_USE", row.dapil(), type.slug());
            }
        }
        for (Map.Entry<RegionCode, String> left : gone.entrySet()) {
            differs = true;
            planning.tally(ImportKind.DAPIL)
                    .changed(
                            type.slug() + " " + left.getKey().dotted(),
                            planning.nameOf(left.getKey()),
                            List.of(new ImportPlan.Difference("dapil", left.getValue(), null)));
            if (isInUse(type)) {
                planning.wrong(
                        ImportKind.DAPIL,
                        rows.get(0).line(),
                        "desa",
                        "BALLOT_IN_USE",
                        left.getKey().dotted(),
                        type.slug());
            }
        }
        if (differs) {
            dapil.add(new NewDapil(type, names, villages, isInUse(type)));
        }
    }

    // ---- candidates

    private void planList(Reading.ListKey key, List<Reading.CandidateRow> rows) {
        Set<Integer> parties = partiesOf(key.type());
        Set<String> known = dapilOf(key.type());
        boolean isFine = !reading.incompleteLists().contains(key);
        for (Reading.CandidateRow row : rows) {
            if (!contestIsFine(ImportKind.CANDIDATES, row.line(), row.type())) {
                isFine = false;
            } else if (!known.contains(row.dapil())) {
                isFine = false;
                planning.wrong(
                        ImportKind.CANDIDATES,
                        row.line(),
                        "dapil",
                        "DAPIL_UNKNOWN",
                        row.dapil(),
                        row.type().slug());
            } else if (!parties.contains(row.party())) {
                isFine = false;
                planning.wrong(
                        ImportKind.CANDIDATES,
                        row.line(),
                        "partai",
                        "PARTY_UNKNOWN",
                        Integer.toString(row.party()),
                        row.type().slug());
            }
        }
        if (isFine) {
            compareList(key, rows);
        }
    }

    private void compareList(Reading.ListKey key, List<Reading.CandidateRow> rows) {
        SortedMap<Present.Place, String> gone =
                new TreeMap<>(listsOf(key.type()).candidates().getOrDefault(key.dapil(), new TreeMap<>()));
        SortedMap<Integer, List<Candidate>> after = new TreeMap<>();
        boolean differs = false;
        for (Reading.CandidateRow row : rows) {
            var place = new Present.Place(row.party(), row.number());
            after.computeIfAbsent(row.party(), party -> new ArrayList<>()).add(new Candidate(row.number(), row.name()));
            boolean isOther = planning.tally(ImportKind.CANDIDATES)
                    .row(
                            gone.remove(place),
                            row.name(),
                            nameOf(key, place),
                            row.name(),
                            List.of(Planning.Tally.column("nama", name -> name)));
            differs |= isOther;
            if (isOther && isInUse(key.type())) {
                planning.wrong(
                        ImportKind.CANDIDATES,
                        row.line(),
                        "nama",
                        "BALLOT_IN_USE",
                        row.name(),
                        key.type().slug());
            }
        }
        for (Map.Entry<Present.Place, String> left : gone.entrySet()) {
            differs = true;
            planning.tally(ImportKind.CANDIDATES)
                    .changed(
                            nameOf(key, left.getKey()),
                            left.getValue(),
                            List.of(new ImportPlan.Difference("nama", left.getValue(), null)));
            if (isInUse(key.type())) {
                planning.wrong(
                        ImportKind.CANDIDATES,
                        rows.get(0).line(),
                        "nomor",
                        "BALLOT_IN_USE",
                        left.getValue(),
                        key.type().slug());
            }
        }
        if (differs) {
            lists.add(new NewLists(key.type(), key.dapil(), after));
        }
    }

    private static String nameOf(Reading.ListKey key, Present.Place place) {
        return key.type().slug() + " " + key.dapil() + " " + place.party() + "." + place.number();
    }

    // ---- the contest

    private boolean contestIsFine(ImportKind file, long line, ContestType type) {
        RegionCode area = areaOf(type);
        if (!present.lists().containsKey(type)) {
            planning.wrong(
                    file,
                    line,
                    "jenis",
                    "CONTEST_WITHOUT_LISTS",
                    type.slug(),
                    present.lists().keySet().stream()
                            .sorted()
                            .map(ContestType::slug)
                            .collect(Collectors.joining(", ")));
        } else if (area == null) {
            if (!reading.incompleteBallots().contains(type)) {
                planning.wrong(file, line, "jenis", "CONTEST_WITHOUT_BALLOT", type.slug());
            }
        } else if (present.foreignAreas().contains(area)) {
            planning.wrong(file, line, "jenis", "REGION_FOREIGN", area.dotted(), planning.scopes());
        } else {
            return true;
        }
        return false;
    }

    private Present.Lists listsOf(ContestType type) {
        return present.lists().getOrDefault(type, Present.Lists.NONE);
    }

    private boolean isInUse(ContestType type) {
        Present.@Nullable Ballot contest = present.contests().get(type);
        return contest != null && contest.state() != Contest.State.PREPARED;
    }

    private @Nullable RegionCode areaOf(ContestType type) {
        Present.@Nullable Ballot contest = present.contests().get(type);
        return reading.ballots().stream()
                .filter(row -> row.type() == type)
                .map(Reading.BallotRow::area)
                .findFirst()
                .orElse(contest == null ? null : contest.area());
    }

    /** The parties of the contest after the import. */
    private Set<Integer> partiesOf(ContestType type) {
        Set<Integer> parties = reading.ballots().stream()
                .filter(row -> row.type() == type)
                .map(Reading.BallotRow::number)
                .collect(Collectors.toSet());
        Present.@Nullable Ballot contest = present.contests().get(type);
        if (contest != null && (parties.isEmpty() || reading.incompleteBallots().contains(type))) {
            contest.choices().stream().map(Choice::number).forEach(parties::add);
        }
        return parties;
    }

    /** The dapil of the contest after the import. */
    private Set<String> dapilOf(ContestType type) {
        Set<String> codes = reading.dapil().stream()
                .filter(row -> row.type() == type)
                .map(Reading.DapilRow::dapil)
                .collect(Collectors.toCollection(HashSet::new));
        if (codes.isEmpty() || reading.incompleteDapil().contains(type)) {
            codes.addAll(listsOf(type).dapil().keySet());
        }
        return codes;
    }
}
