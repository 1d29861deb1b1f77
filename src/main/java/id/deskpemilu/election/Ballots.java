package id.deskpemilu.election;

import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ballots of the desa: where a contest votes on party lists, the dapil of the desa decides which lists. */
@Component
public class Ballots {

    private final Forms forms;
    private final Rounds rounds;
    private final JdbcClient jdbc;

    Ballots(Forms forms, Rounds rounds, JdbcClient jdbc) {
        this.forms = forms;
        this.rounds = rounds;
        this.jdbc = jdbc;
    }

    /** The ballot that the desa votes on in a round of the contest; the lists of parties are those of the first. */
    public Ballot of(Contest contest, int round, RegionCode village) {
        List<Choice> choices = rounds.choices(contest, round);
        if (!forms.of(contest).hasLists()) {
            return Ballot.of(choices);
        }
        SortedMap<Integer, List<Candidate>> lists = new TreeMap<>();
        choices.forEach(party -> lists.put(party.number(), new ArrayList<>()));
        jdbc.sql("""
                        select c.party, c.number, c.name
                        from desk.dapil_village v
                        join desk.candidate c on c.contest_id = v.contest_id and c.dapil = v.dapil and c.round = 1
                        where v.contest_id = ? and v.village = ?
                        order by c.party, c.number
                        """).params(contest.id(), village.digits()).query(row -> {
            List<Candidate> list = lists.get(row.getInt("party"));
            if (list != null) {
                list.add(new Candidate(row.getInt("number"), row.getString("name")));
            }
        });
        return new Ballot(choices, lists);
    }
}
