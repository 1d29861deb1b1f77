package id.deskpemilu.report;

import id.deskpemilu.TestElections.TestElection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ballot of 18 parties with 12 candidates each, and a paper on which everything adds up. */
public final class PartyLists {

    public static final int PARTIES = 18;
    public static final int CANDIDATES = 12;
    /** Every box: 18 × (A.1, the candidates, B), five rows of three, four of ballots, three of totals. */
    public static final int BOXES = PARTIES * (CANDIDATES + 2) + 25;

    private PartyLists() {}

    /** Gives the election's only contest that ballot, the same in all its desa. */
    public static void print(JdbcClient jdbc, TestElection election) {
        long contest = jdbc.sql(
                        "select c.id from desk.contest c join desk.election e on e.id = c.election_id where e.code = ?")
                .param(election.code())
                .query(Long.class)
                .single();
        jdbc.sql("delete from desk.dapil where contest_id = ?")
                .param(contest)
                .update(); // its desa and lists go with it
        jdbc.sql("delete from desk.choice where contest_id = ?").param(contest).update();
        jdbc.sql("""
                        insert into desk.choice (contest_id, number, name, empty_column)
                        select ?, party, 'Partai Uji ' || party, false from generate_series(1, ?) party
                        """).params(contest, PARTIES).update();
        jdbc.sql("insert into desk.dapil (contest_id, code, name) values (?, 'uji-1', 'Dapil Uji 1')")
                .param(contest)
                .update();
        for (int village : new int[] {1, 2}) {
            jdbc.sql("insert into desk.dapil_village (contest_id, village, dapil) values (?, ?, 'uji-1')")
                    .params(contest, election.village(village))
                    .update();
        }
        jdbc.sql("""
                        insert into desk.candidate (contest_id, dapil, party, number, name)
                        select ?, 'uji-1', party, number, 'Calon ' || party || '-' || number
                        from generate_series(1, ?) party, generate_series(1, ?) number
                        """).params(contest, PARTIES, CANDIDATES).update();
    }

    /** Every box and what the paper has there. */
    public static Map<String, Integer> figures() {
        Map<String, Integer> figures = new HashMap<>(TallyMother.consistentFigures());
        for (String column : new String[] {"_l", "_p", "_j"}) {
            figures.put("pengguna_dpk" + column, figures.get("pengguna_dptb" + column));
            figures.put("pengguna_dptb" + column, figures.remove("pengguna_dpph" + column));
        }
        figures.put("ss_diterima", 295);
        figures.put("ss_sisa", 84);
        for (int party = 1; party <= PARTIES; party++) {
            figures.put("suara_" + party + "_0", party == 1 ? 6 : 1);
            for (int candidate = 1; candidate <= CANDIDATES; candidate++) {
                figures.put("suara_" + party + "_" + candidate, 0);
            }
            figures.put("suara_" + party + "_1", party == 1 ? 100 : 2);
            figures.put("suara_" + party + "_2", party == 1 ? 0 : 3);
            figures.put("suara_" + party, party == 1 ? 106 : 6);
        }
        return figures;
    }

    /** The figures as a draft keeps them. */
    public static String json() {
        return figures().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
