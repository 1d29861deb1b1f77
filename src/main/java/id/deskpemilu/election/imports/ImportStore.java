package id.deskpemilu.election.imports;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Forms;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.election.Region;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Contacts;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the desk has of the things that the files name, and writes what a plan says, in batches. */
@Repository
class ImportStore {

    private static final int BATCH = 1000;
    private static final long IMPORTS_LOCK = 0x6465736b_696d70L;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Forms forms;
    private final Contests contests;
    private final Jurisdiction jurisdiction;
    private final Accounts accounts;
    private final Assignments assignments;
    private final Contacts contacts;
    private final Clock clock;

    ImportStore(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Forms forms,
            Contests contests,
            Jurisdiction jurisdiction,
            Accounts accounts,
            Assignments assignments,
            Contacts contacts,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.forms = forms;
        this.contests = contests;
        this.jurisdiction = jurisdiction;
        this.accounts = accounts;
        this.assignments = assignments;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Waits until no other import is being applied, and keeps others waiting until the transaction ends. */
    void waitForOthers() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(IMPORTS_LOCK).query(row -> {});
    }

    Present presentFor(Election election, Reading reading, Actor admin) {
        Set<String> codes = named(reading);
        return new Present(
                clock.instant(),
                regions(codes),
                reading.stations().isEmpty() ? Map.of() : stations(election.id(), codes),
                ballots(election),
                lists(election, reading),
                foreignAreas(election, reading, admin),
                accounts.find(usernames(reading)),
                assignments.of(usernames(reading)),
                contacts.ownOf(reading.contacts().stream()
                        .map(row -> row.contact().region())
                        .collect(Collectors.toSet())));
    }

    private static Set<String> named(Reading reading) {
        return Stream.of(
                        reading.namedRegions().stream().map(RegionCode::digits),
                        reading.stations().stream().map(row -> row.code().digits()),
                        reading.ballots().stream().map(row -> row.area().digits()),
                        reading.dapil().stream().map(row -> row.village().digits()),
                        reading.operators().stream().map(row -> row.region().digits()),
                        reading.contacts().stream()
                                .map(row -> row.contact().region().digits()))
                .flatMap(all -> all)
                .collect(Collectors.toSet());
    }

    private static Set<String> usernames(Reading reading) {
        return reading.operators().stream().map(Reading.OperatorRow::username).collect(Collectors.toSet());
    }

    private static String[] regencies(Set<String> codes) {
        return codes.stream()
                .filter(code -> code.length() >= RegionCode.Level.REGENCY.length())
                .map(code -> code.substring(0, RegionCode.Level.REGENCY.length()) + "%")
                .distinct()
                .toArray(String[]::new);
    }

    private Map<RegionCode, Region> regions(Set<String> codes) {
        Map<RegionCode, Region> found = new HashMap<>();
        jdbc.sql("select code, name, zone from desk.region where code = any (?) or code like any (?)")
                .params(
                        codes.stream()
                                .map(code -> code.substring(0, RegionCode.Level.PROVINCE.length()))
                                .distinct()
                                .toArray(String[]::new),
                        regencies(codes))
                .query(row -> {
                    var code = new RegionCode(row.getString("code"));
                    found.put(code, new Region(code, row.getString("name"), Zone.valueOf(row.getString("zone"))));
                });
        return found;
    }

    private Map<StationCode, Present.Dpt> stations(long electionId, Set<String> codes) {
        Map<StationCode, Present.Dpt> found = new HashMap<>();
        jdbc.sql("select code, dpt_l, dpt_p from desk.station where election_id = ? and code like any (?)")
                .params(electionId, regencies(codes))
                .query(row -> {
                    found.put(
                            new StationCode(row.getString("code")),
                            new Present.Dpt(
                                    row.getObject("dpt_l", Integer.class), row.getObject("dpt_p", Integer.class)));
                });
        return found;
    }

    private Map<ContestType, Present.Ballot> ballots(Election election) {
        Map<ContestType, Present.Ballot> found = new EnumMap<>(ContestType.class);
        for (Contest contest : contests.of(election.id())) {
            found.put(contest.type(), new Present.Ballot(contest.area(), contest.state(), contest.choices()));
        }
        return found;
    }

    private Map<ContestType, Present.Lists> lists(Election election, Reading reading) {
        Map<ContestType, Present.Lists> found = new EnumMap<>(ContestType.class);
        if (reading.dapil().isEmpty() && reading.candidates().isEmpty()) {
            return found;
        }
        for (ContestType type : ContestType.values()) {
            if (forms.whole(type).hasLists()) {
                found.put(type, new Present.Lists(new HashMap<>(), new HashMap<>(), new HashMap<>()));
            }
        }
        String of = "from desk.%s x join desk.contest c on c.id = x.contest_id where c.election_id = ?";
        jdbc.sql("select c.type, x.code, x.name " + of.formatted("dapil"))
                .param(election.id())
                .query(row -> {
                    of(found, row).dapil().put(row.getString("code"), row.getString("name"));
                });
        jdbc.sql("select c.type, x.village, x.dapil " + of.formatted("dapil_village"))
                .param(election.id())
                .query(row -> {
                    of(found, row).villages().put(new RegionCode(row.getString("village")), row.getString("dapil"));
                });
        jdbc.sql("select c.type, x.dapil, x.party, x.number, x.name " + of.formatted("candidate") + " and x.round = 1")
                .param(election.id())
                .query(row -> {
                    of(found, row)
                            .candidates()
                            .computeIfAbsent(row.getString("dapil"), dapil -> new TreeMap<>())
                            .put(new Present.Place(row.getInt("party"), row.getInt("number")), row.getString("name"));
                });
        return found;
    }

    private static Present.Lists of(Map<ContestType, Present.Lists> found, ResultSet row) throws SQLException {
        return found.getOrDefault(ContestType.valueOf(row.getString("type")), Present.Lists.NONE);
    }

    private Set<RegionCode> foreignAreas(Election election, Reading reading, Actor admin) {
        Set<RegionCode> areas = new HashSet<>();
        reading.ballots().forEach(row -> areas.add(row.area()));
        if (!reading.dapil().isEmpty() || !reading.candidates().isEmpty()) {
            contests.of(election.id()).forEach(contest -> areas.add(contest.area()));
        }
        areas.removeIf(area -> jurisdiction.covers(admin, election, area));
        return areas;
    }

    /**
     * Writes regions, stations, ballots, dapil, lists, people, assignments and contacts.
     *
     * @param by the account that imports
     * @param progress is told how many rows are written
     */
    void write(String by, Election election, Planning planning, IntConsumer progress) {
        int done = 0;
        writeRegions(planning);
        progress.accept(done += planning.regions().size());
        for (List<Reading.StationRow> part : parts(planning.stations())) {
            writeStations(election.id(), part);
            progress.accept(done += part.size());
        }
        planning.ballots().forEach(ballot -> writeBallot(election, ballot));
        planning.dapil().forEach(dapil -> writeDapil(election, dapil));
        planning.lists().forEach(lists -> writeLists(election, lists));
        accounts.save(planning.accounts());
        assignments.add(by, planning.assignments());
        planning.periods()
                .forEach(period -> assignments.reschedule(by, period.before(), period.from(), period.until()));
        planning.contacts().forEach(contacts::replace);
    }

    private void writeRegions(Planning planning) {
        for (Region regency : planning.rezoned()) {
            jdbc.sql("update desk.region set zone = ? where code like ?")
                    .params(regency.zone().name(), regency.code().digits() + "%")
                    .update();
        }
        batches.batchUpdate("""
                insert into desk.region (code, name, zone) values (?, ?, ?)
                on conflict (code) do update set name = excluded.name, zone = excluded.zone
                """, planning.regions(), BATCH, (row, region) -> {
            row.setString(1, region.code().digits());
            row.setString(2, region.name());
            row.setString(3, region.zone().name());
        });
    }

    private void writeStations(long electionId, List<Reading.StationRow> part) {
        batches.batchUpdate("""
                insert into desk.station (election_id, code, village, dpt_l, dpt_p) values (?, ?, ?, ?, ?)
                on conflict (election_id, code) do update set dpt_l = excluded.dpt_l, dpt_p = excluded.dpt_p
                """, part, BATCH, (row, station) -> {
            row.setLong(1, electionId);
            row.setString(2, station.code().digits());
            row.setString(3, station.code().village().digits());
            row.setObject(4, station.dptL(), Types.INTEGER);
            row.setObject(5, station.dptP(), Types.INTEGER);
        });
    }

    private void writeBallot(Election election, Planning.NewBallot ballot) {
        Contest contest = contests.find(election.code(), ballot.type())
                .map(found -> contests.lock(found.id()))
                .orElseGet(() -> new Contest(election, ballot.type(), ballot.area()));
        contest.setBallot(ballot.area(), ballot.choices());
        contests.save(contest);
    }

    private void writeDapil(Election election, ListPlanning.NewDapil dapil) {
        long contest = lock(election, dapil.type(), dapil.isInUse());
        batches.batchUpdate("""
                insert into desk.dapil (contest_id, code, name) values (?, ?, ?)
                on conflict (contest_id, code) do update set name = excluded.name
                """, dapil.names().entrySet(), BATCH, (row, name) -> {
            row.setLong(1, contest);
            row.setString(2, name.getKey());
            row.setString(3, name.getValue());
        });
        batches.batchUpdate("""
                insert into desk.dapil_village (contest_id, village, dapil) values (?, ?, ?)
                on conflict (contest_id, village) do update set dapil = excluded.dapil
                """, dapil.villages().entrySet(), BATCH, (row, village) -> {
            row.setLong(1, contest);
            row.setString(2, village.getKey().digits());
            row.setString(3, village.getValue());
        });
        jdbc.sql("delete from desk.dapil_village where contest_id = ? and not village = any (?)")
                .params(
                        contest,
                        dapil.villages().keySet().stream()
                                .map(RegionCode::digits)
                                .toArray(String[]::new))
                .update();
        jdbc.sql("delete from desk.dapil where contest_id = ? and not code = any (?)")
                .params(contest, dapil.names().keySet().toArray(String[]::new))
                .update();
    }

    private void writeLists(Election election, ListPlanning.NewLists lists) {
        long contest = lock(election, lists.type(), false);
        jdbc.sql("delete from desk.candidate where contest_id = ? and dapil = ? and round = 1")
                .params(contest, lists.dapil())
                .update();
        lists.parties()
                .forEach((party, list) -> batches.batchUpdate("""
                insert into desk.candidate (contest_id, dapil, party, number, name) values (?, ?, ?, ?, ?)
                """, list, BATCH, (row, candidate) -> {
                    row.setLong(1, contest);
                    row.setString(2, lists.dapil());
                    row.setInt(3, party);
                    row.setInt(4, candidate.number());
                    row.setString(5, candidate.name());
                }));
    }

    /** The contest, locked so that it cannot open before the import ends. */
    private long lock(Election election, ContestType type, boolean isInUse) {
        return jdbc.sql("select id, state from desk.contest where election_id = ? and type = ? for update")
                .params(election.id(), type.name())
                .query((row, n) -> {
                    if (!isInUse && Contest.State.valueOf(row.getString("state")) != Contest.State.PREPARED) {
                        throw Refusal.conflict("BALLOT_IN_USE", type.slug()); // opened while the files were read
                    }
                    return row.getLong("id");
                })
                .single();
    }

    private static <T> List<List<T>> parts(List<T> all) {
        return Stream.iterate(0, start -> start < all.size(), start -> start + BATCH)
                .map(start -> all.subList(start, Math.min(all.size(), start + BATCH)))
                .toList();
    }
}
