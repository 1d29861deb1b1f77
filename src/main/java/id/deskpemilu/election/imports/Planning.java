package id.deskpemilu.election.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Region;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.AccountDirectory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the files with what the desk has: what is wrong, what would be written, and the plan that says it to people.
 */
final class Planning {

    /** A contest's ballot that is to be written. */
    record NewBallot(ContestType type, RegionCode area, List<Choice> choices) {}

    /** An assignment that is to get another period. */
    record NewPeriod(
            Assignment before, Instant from, @Nullable Instant until) {}

    private final Actor admin;
    private final Reading reading;
    private final Present present;
    private final List<ImportError> errors = new ArrayList<>();
    private final Map<ImportKind, Tally> tallies = new EnumMap<>(ImportKind.class);

    private final Map<RegionCode, Region> regionsAfter = new HashMap<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<Region> rezoned = new ArrayList<>();
    private final List<Reading.StationRow> stations = new ArrayList<>();
    private final List<NewBallot> ballots = new ArrayList<>();
    private final ListPlanning lists;
    private final ContactPlanning contacts;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<NewPeriod> periods = new ArrayList<>();
    private final Map<String, AccountDirectory.Person> people = new LinkedHashMap<>();

    private Planning(Actor admin, Reading reading, Present present) {
        this.admin = admin;
        this.reading = reading;
        this.present = present;
        this.lists = new ListPlanning(this, reading, present);
        this.contacts = new ContactPlanning(this, reading, present);
    }

    /** Compares. */
    static Planning of(Actor admin, Reading reading, Present present) {
        var planning = new Planning(admin, reading, present);
        planning.errors.addAll(reading.errors());
        reading.kinds().forEach(kind -> planning.tallies.put(kind, new Tally()));
        planning.planRegions();
        planning.planStations();
        planning.planBallots();
        planning.lists.plan();
        planning.planOperators();
        planning.contacts.plan();
        planning.errors.sort(Comparator.comparing(ImportError::file).thenComparingLong(ImportError::line));
        return planning;
    }

    List<ImportError> errors() {
        return errors;
    }

    ImportPlan plan() {
        Map<ImportKind, ImportPlan.Part> parts = new EnumMap<>(ImportKind.class);
        tallies.forEach((kind, tally) -> parts.put(kind, tally.part()));
        return new ImportPlan(parts);
    }

    /** Every row that is known and differs, for the log. */
    List<ImportPlan.Change> changes(ImportKind kind) {
        return tallies.get(kind).changed;
    }

    /** Regions to add or change. */
    List<Region> regions() {
        return regions;
    }

    /** Regencies that get another zone, and everything below them with them. */
    List<Region> rezoned() {
        return rezoned;
    }

    /** Stations to add or change. */
    List<Reading.StationRow> stations() {
        return stations;
    }

    /** Contests to create or change. */
    List<NewBallot> ballots() {
        return ballots;
    }

    /** Contests that get other dapil. */
    List<ListPlanning.NewDapil> dapil() {
        return lists.dapil();
    }

    /** Dapil that get other lists. */
    List<ListPlanning.NewLists> lists() {
        return lists.lists();
    }

    /** People to add or change. */
    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** Assignments to add. */
    List<Assignment> assignments() {
        return assignments;
    }

    /** Assignments that get another period. */
    List<NewPeriod> periods() {
        return periods;
    }

    /** Regions that get other contacts, and all contacts that each then has. */
    Map<RegionCode, List<Contact>> contacts() {
        return contacts.contacts();
    }

    /** Everybody in the operators file, each once. */
    List<AccountDirectory.Person> people() {
        return List.copyOf(people.values());
    }

    /** The names of the regions that the operators file assigns the person to. */
    String regionsOf(String username) {
        return reading.operators().stream()
                .filter(row -> row.username().equals(username))
                .map(row -> nameOf(row.region()))
                .distinct()
                .collect(joining(", "));
    }

    // ---- regions

    private void planRegions() {
        regionsAfter.putAll(present.regions());
        List<Reading.RegionRow> fromTheTop = reading.regions().stream()
                .sorted(Comparator.comparingInt(row -> row.code().digits().length()))
                .toList();
        for (Reading.RegionRow row : fromTheTop) {
            RegionCode code = row.code();
            RegionCode parent = code.level() == RegionCode.Level.PROVINCE ? null : parentOf(code);
            Region before = present.regions().get(code);
            if (parent != null
                    && !present.regions().containsKey(parent)
                    && !reading.namedRegions().contains(parent)) {
                wrong(ImportKind.REGIONS, row.line(), "kode", "PARENT_UNKNOWN", code.dotted(), parent.dotted());
                continue;
            }
            Region after = new Region(code, row.name(), zoneOf(row, parent, before));
            if (!mayWrite(code, before, after)) {
                wrong(ImportKind.REGIONS, row.line(), "kode", "REGION_FOREIGN", code.dotted(), scopes());
                continue;
            }
            regionsAfter.put(code, after);
            if (tally(ImportKind.REGIONS)
                    .row(
                            before,
                            after,
                            code.dotted(),
                            after.name(),
                            List.of(
                                    Tally.column("nama", Region::name),
                                    Tally.column("zona", region -> region.zone().name())))) {
                regions.add(after);
                if (before != null && before.zone() != after.zone() && code.level() == RegionCode.Level.REGENCY) {
                    rezoned.add(after);
                }
            }
        }
    }

    private Zone zoneOf(Reading.RegionRow row, @Nullable RegionCode parent, @Nullable Region before) {
        if (row.zone() != null) {
            return row.zone();
        }
        if (before != null && row.code().level() == RegionCode.Level.REGENCY) {
            return before.zone();
        }
        Region above = parent == null ? null : regionsAfter.get(parent);
        return above != null
                ? above.zone()
                : Zone.ofProvince(row.code().digits().substring(0, 2));
    }

    /** The own regions, and what they lie in: that may be added if it is missing, but not changed. */
    private boolean mayWrite(RegionCode code, @Nullable Region before, Region after) {
        return admin.may(Role.ADMIN, code)
                || admin.scopes(Role.ADMIN).stream().anyMatch(code::contains)
                        && (before == null || before.equals(after));
    }

    private static RegionCode parentOf(RegionCode code) {
        return code.at(RegionCode.Level.values()[code.level().ordinal() - 1]);
    }

    boolean isRegionKnown(RegionCode code) {
        return present.regions().containsKey(code) || reading.namedRegions().contains(code);
    }

    String nameOf(RegionCode code) {
        Region region = regionsAfter.get(code);
        return region == null ? code.dotted() : region.name();
    }

    // ---- stations

    private void planStations() {
        for (Reading.StationRow row : reading.stations()) {
            RegionCode village = row.code().village();
            String code = row.code().digits();
            if (!isRegionKnown(village)) {
                wrong(ImportKind.STATIONS, row.line(), "kode", "VILLAGE_UNKNOWN", code, village.dotted());
            } else if (!admin.may(Role.ADMIN, row.code())) {
                wrong(ImportKind.STATIONS, row.line(), "kode", "REGION_FOREIGN", code, scopes());
            } else if (tally(ImportKind.STATIONS)
                    .row(
                            present.stations().get(row.code()),
                            new Present.Dpt(row.dptL(), row.dptP()),
                            code,
                            nameOf(village) + " · TPS " + row.code().digits().substring(10),
                            List.of(Tally.column("dpt_l", Present.Dpt::l), Tally.column("dpt_p", Present.Dpt::p)))) {
                stations.add(row);
            }
        }
    }

    // ---- ballots

    private void planBallots() {
        Map<ContestType, List<Reading.BallotRow>> byContest = reading.ballots().stream()
                .filter(row -> !reading.incompleteBallots().contains(row.type()))
                .collect(groupingBy(Reading.BallotRow::type, () -> new EnumMap<>(ContestType.class), toList()));
        byContest.forEach((type, rows) -> {
            if (areaIsFine(rows)) {
                planBallot(type, rows);
            }
        });
    }

    private boolean areaIsFine(List<Reading.BallotRow> rows) {
        RegionCode area = rows.get(0).area();
        int before = errors.size();
        for (Reading.BallotRow row : rows) {
            String type = row.type().slug();
            if (!row.area().equals(area)) {
                wrong(
                        ImportKind.BALLOTS,
                        row.line(),
                        "wilayah",
                        "AREA_DIFFERS",
                        row.area().dotted(),
                        area.dotted(),
                        type);
            } else if (!isRegionKnown(area)) {
                wrong(ImportKind.BALLOTS, row.line(), "wilayah", "REGION_UNKNOWN", area.dotted());
            } else if (present.foreignAreas().contains(area)) {
                wrong(ImportKind.BALLOTS, row.line(), "wilayah", "REGION_FOREIGN", area.dotted(), scopes());
            }
        }
        return errors.size() == before;
    }

    private void planBallot(ContestType type, List<Reading.BallotRow> rows) {
        Present.@Nullable Ballot before = present.contests().get(type);
        RegionCode area = rows.get(0).area();
        Map<Integer, Choice> old = new TreeMap<>();
        if (before != null) {
            before.choices().forEach(choice -> old.put(choice.number(), choice));
        }
        boolean isFixed = before != null && before.state() != Contest.State.PREPARED;
        boolean differs = before == null || !before.area().equals(area);
        if (before != null && differs) {
            tally(ImportKind.BALLOTS)
                    .changed(
                            type.slug(),
                            type.slug(),
                            List.of(new ImportPlan.Difference(
                                    "wilayah", before.area().dotted(), area.dotted())));
            if (isFixed) {
                wrong(ImportKind.BALLOTS, rows.get(0).line(), "wilayah", "BALLOT_IN_USE", area.dotted(), type.slug());
            }
        }
        List<Choice> choices = new ArrayList<>();
        for (Reading.BallotRow row : rows) {
            Choice choice = Choice.of(row.number(), row.name());
            choices.add(choice);
            boolean isOther = tally(ImportKind.BALLOTS)
                    .row(
                            old.remove(row.number()),
                            choice,
                            type.slug() + " " + row.number(),
                            row.name(),
                            List.of(Tally.column("nama", Choice::name)));
            differs |= isOther;
            if (isOther && isFixed) {
                wrong(ImportKind.BALLOTS, row.line(), "nama", "BALLOT_IN_USE", row.name(), type.slug());
            }
        }
        for (Choice gone : old.values()) {
            differs = true;
            tally(ImportKind.BALLOTS)
                    .changed(
                            type.slug() + " " + gone.number(),
                            gone.name(),
                            List.of(new ImportPlan.Difference("nama", gone.name(), null)));
            if (isFixed) {
                wrong(
                        ImportKind.BALLOTS,
                        rows.get(0).line(),
                        "nomor",
                        "BALLOT_IN_USE",
                        Integer.toString(gone.number()),
                        type.slug());
            }
        }
        if (differs) {
            ballots.add(new NewBallot(type, area, choices));
        }
    }

    // ---- operators

    private void planOperators() {
        Map<String, List<Assignment>> held = present.assignments().stream().collect(groupingBy(Assignment::username));
        Map<String, Reading.OperatorRow> first = new HashMap<>();
        for (Reading.OperatorRow row : reading.operators()) {
            List<Assignment> theirs = held.getOrDefault(row.username(), List.of());
            Reading.OperatorRow earlier = first.putIfAbsent(row.username(), row);
            if (!isRegionKnown(row.region())) {
                wrong(
                        ImportKind.OPERATORS,
                        row.line(),
                        "wilayah",
                        "REGION_UNKNOWN",
                        row.region().dotted());
            } else if (!admin.may(Role.ADMIN, row.region())) {
                wrong(
                        ImportKind.OPERATORS,
                        row.line(),
                        "wilayah",
                        "REGION_FOREIGN",
                        row.region().dotted(),
                        scopes());
            } else if (isSomebodyElses(theirs)) {
                wrong(ImportKind.OPERATORS, row.line(), "akun", "PERSON_FOREIGN", row.username());
            } else if (earlier != null
                    && !(earlier.name().equals(row.name()) && Objects.equals(earlier.phone(), row.phone()))) {
                wrong(
                        ImportKind.OPERATORS,
                        row.line(),
                        "nama",
                        "PERSON_DIFFERS",
                        row.name(),
                        Long.toString(earlier.line()));
            } else {
                planOperator(row, theirs, earlier == null);
            }
        }
    }

    /** Whether the person acts only where the administrator has no say. */
    private boolean isSomebodyElses(List<Assignment> theirs) {
        List<Assignment> open =
                theirs.stream().filter(one -> one.isOpenAt(present.now())).toList();
        return !open.isEmpty() && open.stream().noneMatch(one -> admin.may(Role.ADMIN, one.region()));
    }

    private void planOperator(Reading.OperatorRow row, List<Assignment> theirs, boolean isFirstRow) {
        Region region = regionsAfter.get(row.region());
        if (region == null) {
            return; // its own row is wrong and says so
        }
        Instant from = at(row.from(), region.zone());
        Instant until = at(row.until(), region.zone());
        Account before = present.accounts().get(row.username());
        Account after = new Account(row.username(), row.name(), row.phone());
        Assignment same = theirs.stream()
                .filter(one -> one.role() == row.role() && one.region().equals(row.region()))
                .filter(one -> one.isOpenAt(present.now()) || until != null && until.equals(one.until()))
                .findFirst()
                .orElse(null);
        if (same == null && until != null && !until.isAfter(present.now())) {
            wrong(ImportKind.OPERATORS, row.line(), "sampai", "PERIOD_PAST", Objects.toString(row.until()));
            return;
        }

        List<ImportPlan.Difference> differences = new ArrayList<>();
        if (isFirstRow && !after.equals(before)) {
            accounts.put(after.username(), after);
            if (before != null) {
                differences.addAll(Tally.differences(
                        before,
                        after,
                        List.of(Tally.column("nama", Account::name), Tally.column("telepon", Account::phone))));
            }
        }
        if (same != null) {
            Instant newFrom = from == null ? same.from() : from;
            Instant newUntil = until == null ? same.until() : until;
            if (!newFrom.equals(same.from()) || !Objects.equals(newUntil, same.until())) {
                periods.add(new NewPeriod(same, newFrom, newUntil));
                differences.addAll(Tally.differences(
                        same,
                        new Assignment(same.id(), same.username(), same.role(), same.region(), newFrom, newUntil),
                        List.of(
                                Tally.column("mulai", one -> local(one.from(), region.zone())),
                                Tally.column("sampai", one -> local(one.until(), region.zone())))));
            }
        } else {
            assignments.add(Assignment.of(
                    row.username(), row.role(), row.region(), from == null ? present.now() : from, until));
        }
        String key = row.username() + " · " + row.role().realmName() + " · "
                + row.region().dotted();
        String label = row.name() + " · " + region.name();
        if (same == null) {
            tally(ImportKind.OPERATORS).added(key, label);
        } else if (differences.isEmpty() && (before != null || !isFirstRow)) {
            tally(ImportKind.OPERATORS).unchanged();
        } else if (before == null) {
            tally(ImportKind.OPERATORS).added(key, label); // was assigned by hand and gets a name
        } else {
            tally(ImportKind.OPERATORS).changed(key, label, differences);
        }
        people.merge(
                row.username(),
                new AccountDirectory.Person(
                        row.username(), row.name(), Set.of(row.role()), before != null || !theirs.isEmpty()),
                Planning::together);
    }

    private static AccountDirectory.Person together(AccountDirectory.Person one, AccountDirectory.Person other) {
        Set<Role> roles = EnumSet.copyOf(one.roles());
        roles.addAll(other.roles());
        return new AccountDirectory.Person(one.username(), one.name(), roles, one.known());
    }

    private static @Nullable Instant at(@Nullable LocalDateTime local, Zone zone) {
        return local == null ? null : local.atZone(zone.id()).toInstant();
    }

    private static @Nullable String local(@Nullable Instant instant, Zone zone) {
        return instant == null ? null : instant.atZone(zone.id()).toLocalDateTime() + " " + zone;
    }

    // ----

    Tally tally(ImportKind kind) {
        return Objects.requireNonNull(tallies.get(kind));
    }

    /** Whether the administrator may decide about the region. */
    boolean mayDecide(RegionCode region) {
        return admin.may(Role.ADMIN, region);
    }

    String scopes() {
        return String.join(
                ", ", admin.scopes(Role.ADMIN).stream().map(RegionCode::dotted).toList());
    }

    void wrong(ImportKind kind, long line, String column, String code, String... arguments) {
        String[] quoted = arguments.clone();
        quoted[0] = Texts.shortened(quoted[0]);
        errors.add(ImportError.of(kind, line, column, code, quoted));
    }

    /** Counts the rows of one file. */
    static final class Tally {

        /** A value of a row that can differ. */
        record Column<T>(String name, Function<T, @Nullable Object> value) {}

        private int added;
        private int unchanged;
        private final List<ImportPlan.Change> changed = new ArrayList<>();
        private final List<ImportPlan.Change> samples = new ArrayList<>();

        static <T> Column<T> column(String name, Function<T, @Nullable Object> value) {
            return new Column<>(name, value);
        }

        static <T> List<ImportPlan.Difference> differences(T before, T after, List<Column<T>> columns) {
            List<ImportPlan.Difference> differences = new ArrayList<>();
            for (Column<T> column : columns) {
                Object old = column.value().apply(before);
                Object now = column.value().apply(after);
                if (!Objects.equals(old, now)) {
                    differences.add(new ImportPlan.Difference(
                            column.name(), old == null ? null : old.toString(), now == null ? null : now.toString()));
                }
            }
            return differences;
        }

        /** Counts a row and says whether it has to be written. */
        <T> boolean row(@Nullable T before, T after, String key, String label, List<Column<T>> columns) {
            if (before == null) {
                added(key, label);
                return true;
            }
            List<ImportPlan.Difference> differences = differences(before, after, columns);
            if (differences.isEmpty()) {
                unchanged();
                return false;
            }
            changed(key, label, differences);
            return true;
        }

        void added(String key, String label) {
            added++;
            if (samples.size() < ImportPlan.ADDED_SHOWN) {
                samples.add(new ImportPlan.Change(true, key, label, List.of()));
            }
        }

        void changed(String key, String label, List<ImportPlan.Difference> differences) {
            changed.add(new ImportPlan.Change(false, key, label, differences));
        }

        void unchanged() {
            unchanged++;
        }

        ImportPlan.Part part() {
            List<ImportPlan.Change> shown =
                    new ArrayList<>(changed.subList(0, Math.min(changed.size(), ImportPlan.CHANGED_SHOWN)));
            shown.addAll(samples);
            return new ImportPlan.Part(added, changed.size(), unchanged, shown);
        }
    }
}
