package id.deskpemilu;

import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.report.FormMother;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes elections for tests straight in the database: each in a regency of its own, so that tests do not meet. */
@TestComponent
public class TestElections {

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Provinces that do not exist; each has room for ninety regencies. */
    private static final List<String> PROVINCES = List.of("98", "88", "87", "86", "85");

    private static final int REGENCIES = 90;

    /** The regency whose letters the running desk sends to itself. */
    static final String UPWARDS = "8410";

    private static final List<String> PEOPLE = List.of(
            "operator.melati",
            "operator.kenanga",
            "verifikator.satu",
            "verifikator.dua",
            "koordinator",
            "supervisor",
            "admin",
            "auditor",
            LocalServers.SENDER);

    private final JdbcClient jdbc;

    TestElections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An election for tests.
     *
     * @param code its code
     * @param regency its regency's code, with one kecamatan {@code …01} of two desa {@code …012001}, {@code …012002}
     */
    public record TestElection(String code, String regency) {

        public String district() {
            return regency + "01";
        }

        public String village(int number) {
            return district() + (2000 + number);
        }

        public String station(int village, int number) {
            return village(village) + "%03d".formatted(number);
        }

        public String contest(String slug) {
            return "/elections/" + code + "/contests/" + slug;
        }

        public String report(String slug, String station) {
            return contest(slug) + "/reports/" + station;
        }
    }

    /**
     * A running election with one contest, prepared and not opened: of three paslon, or of eighteen parties with their lists
     * in two dapil, one for each desa.
     *
     * @param stationsPerVillage how many TPS each of the two desa has
     */
    public TestElection running(ContestType type, int stationsPerVillage) {
        int nth = NEXT.getAndIncrement();
        return running(PROVINCES.get(nth / REGENCIES) + (10 + nth % REGENCIES), type, stationsPerVillage);
    }

    /** The same in the one regency whose letters the running desk sends to itself. */
    public TestElection reportingUpwards(ContestType type, int stationsPerVillage) {
        return running(UPWARDS, type, stationsPerVillage);
    }

    private TestElection running(String regency, ContestType type, int stationsPerVillage) {
        String province = regency.substring(0, 2);
        TestElection election = new TestElection("uji-" + regency, regency);
        region(province, "Provinsi Uji");
        region(regency, "Kabupaten Uji " + regency);
        region(election.district(), "Kecamatan Uji");
        jdbc.sql("insert into desk.election (code, name, held_on, phase) values (?, ?, '2024-11-27', 'ACTIVE')")
                .params(election.code(), "Pemilihan Uji " + regency)
                .update();
        for (int village : new int[] {1, 2}) {
            region(election.village(village), "Desa Uji " + village);
            for (int station = 1; station <= stationsPerVillage; station++) {
                jdbc.sql("""
                                insert into desk.station (election_id, code, village, dpt_l, dpt_p)
                                select id, ?, ?, 134, 155 from desk.election where code = ?
                                """)
                        .params(election.station(village, station), election.village(village), election.code())
                        .update();
            }
        }
        jdbc.sql("""
                        insert into desk.contest (election_id, type, area, state)
                        select id, ?, ?, 'PREPARED' from desk.election where code = ?
                        """).params(type.name(), regency, election.code()).update();
        if (hasLists(type)) {
            BallotMother.parties().forEach(party -> choice(election, party.number(), party.name()));
            lists(election, type);
        } else {
            IntStream.rangeClosed(1, 3).forEach(number -> choice(election, number, "Paslon " + number));
        }
        return election;
    }

    /** The same as {@link #running}, as a rehearsal: it may have a clock of its own. */
    public TestElection rehearsal(ContestType type, int stationsPerVillage) {
        TestElection election = running(type, stationsPerVillage);
        jdbc.sql("update desk.election set phase = 'REHEARSAL' where code = ?")
                .param(election.code())
                .update();
        return election;
    }

    private static boolean hasLists(ContestType type) {
        return FormMother.forms().whole(type).hasLists();
    }

    private void choice(TestElection election, int number, String name) {
        jdbc.sql("""
                        insert into desk.choice (contest_id, number, name, empty_column)
                        select c.id, ?, ?, false from desk.contest c join desk.election e on e.id = c.election_id
                        where e.code = ?
                        """).params(number, name, election.code()).update();
    }

    /** Two dapil that split the kecamatan: each desa is one, with the lists of {@link BallotMother#lists}. */
    private void lists(TestElection election, ContestType type) {
        long contest = count(
                "select c.id from desk.contest c join desk.election e on e.id = c.election_id where e.code = ? and c.type = ?",
                election.code(),
                type.name());
        for (int dapil : new int[] {1, 2}) {
            String code = "D" + dapil;
            jdbc.sql("insert into desk.dapil (contest_id, code, name) values (?, ?, ?)")
                    .params(contest, code, "Dapil Uji " + dapil)
                    .update();
            jdbc.sql("insert into desk.dapil_village (contest_id, village, dapil) values (?, ?, ?)")
                    .params(contest, election.village(dapil), code)
                    .update();
            BallotMother.lists(dapil)
                    .lists()
                    .forEach((party, list) -> list.forEach(candidate -> jdbc.sql(
                                    "insert into desk.candidate (contest_id, dapil, party, number, name) values (?, ?, ?, ?, ?)")
                            .params(contest, code, party, candidate.number(), candidate.name())
                            .update()));
        }
    }

    private void region(String code, String name) {
        jdbc.sql("insert into desk.region (code, name, zone) values (?, ?, 'WIB') on conflict do nothing")
                .params(code, name)
                .update();
    }

    /** Lets the person act in the role for the region from now on. */
    public void assign(String username, String role, String region) {
        jdbc.sql("""
                        insert into desk.assignment (username, role, region, valid_from)
                        values (?, ?, ?, now() - interval '1 minute')
                        """).params(username, role, region).update();
    }

    /** Ends everything that the person may do. */
    public void unassign(String username) {
        jdbc.sql("delete from desk.assignment where username = ? and valid_from >= now()") // not begun yet
                .param(username)
                .update();
        jdbc.sql("update desk.assignment set valid_until = now() where username = ? and valid_until is null")
                .param(username)
                .update();
    }

    /** Gives the demo's people the roles of their names for the election: two operators one desa each, the others all. */
    public void staff(TestElection election) {
        staff(election.village(1), election.village(2), election.regency());
    }

    /** Gives the demo's people what they have in the simulation of the first command. */
    public void staffSimulation() {
        staff("9901011001", "9901021001", "9901");
    }

    private void staff(String melati, String kenanga, String regency) {
        dismiss();
        assign("operator.melati", "OPERATOR", melati);
        assign("operator.kenanga", "OPERATOR", kenanga);
        assign("verifikator.satu", "VERIFIER", regency);
        assign("verifikator.dua", "VERIFIER", regency);
        assign("koordinator", "COORDINATOR", regency + "01");
        assign("supervisor", "SUPERVISOR", regency);
        assign("admin", "ADMIN", regency);
        assign("auditor", "AUDITOR", regency);
        assign(LocalServers.SENDER, "SENDER", regency);
    }

    /** Ends everything that the demo's people may do. */
    public void dismiss() {
        PEOPLE.forEach(this::unassign);
    }

    /** Drops what operators have typed and not sent, so that no test finds the drafts of another. */
    public void forgetDrafts() {
        jdbc.sql("delete from desk.draft").update();
    }

    /** A number straight from the database. */
    public long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}
