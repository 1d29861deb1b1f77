package id.deskpemilu.recap;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the votes of a party's candidates from the revisions in force, dapil by dapil. */
@Component
public class CandidateRecap {

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Recap recap;
    private final Clock clock;

    CandidateRecap(JdbcClient jdbc, Forms forms, Recap recap, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.recap = recap;
        this.clock = clock;
    }

    /** The stations of a dapil. */
    private record Stations(String code, String name, int all, int reported, int approved, int apart) {}

    /**
     * The votes of the party in the region.
     *
     * @param number the party's number on the ballot
     * @throws Refusal {@code REGION_FOREIGN}, {@code REGION_UNKNOWN}, {@code CONTEST_WITHOUT_LISTS}, {@code PARTY_UNKNOWN}
     */
    public PartyVotes of(Actor actor, Contest contest, RegionCode region, int number) {
        recap.requireSight(actor, region);
        if (!forms.of(contest).hasLists()) {
            throw Refusal.invalid("CONTEST_WITHOUT_LISTS", contest.type().slug());
        }
        Choice party = contest.choices().stream()
                .filter(choice -> choice.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("PARTY_UNKNOWN", number));
        Map<String, Map<String, Long>> votes = votes(contest, region, number);
        Map<String, List<PartyVotes.Candidate>> lists = lists(contest, number, votes);
        List<PartyVotes.Dapil> dapil = stations(contest, region).stream()
                .map(stations -> {
                    Map<String, Long> theirs = votes.getOrDefault(stations.code(), Map.of());
                    return new PartyVotes.Dapil(
                            stations.code(),
                            stations.name(),
                            stations.all(),
                            stations.reported(),
                            stations.approved(),
                            stations.apart(),
                            theirs.getOrDefault(Form.listField(number, Form.PARTY_MARK), 0L),
                            lists.getOrDefault(stations.code(), List.of()),
                            theirs.getOrDefault(Form.voteField(number), 0L));
                })
                .toList();
        return new PartyVotes(region, clock.instant(), party, dapil);
    }

    private List<Stations> stations(Contest contest, RegionCode region) {
        return jdbc.sql("""
                        select d.code, d.name, count(*) al,
                               count(*) filter (where r.status <> 'AWAITED') reported,
                               count(*) filter (where r.status = 'APPROVED') approved,
                               count(*) filter (where r.second_look and r.status not in ('APPROVED', 'REOPENED')) apart
                        from desk.station s
                        join desk.dapil_village v on v.contest_id = :contest and v.village = s.village
                        join desk.dapil d on d.contest_id = v.contest_id and d.code = v.dapil
                        left join desk.report r on r.contest_id = :contest and r.station = s.code and r.current
                        where s.election_id = :election and s.code like :region and s.code like :area
                        group by d.code, d.name order by d.code
                        """)
                .param("contest", contest.id())
                .param("election", contest.election().id())
                .param("region", region.digits() + "%")
                .param("area", contest.area().digits() + "%")
                .query((row, n) -> new Stations(
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("al"),
                        row.getInt("reported"),
                        row.getInt("approved"),
                        row.getInt("apart")))
                .list();
    }

    /** By dapil and field; B too, as the forms have it. */
    private Map<String, Map<String, Long>> votes(Contest contest, RegionCode region, int party) {
        Map<String, Map<String, Long>> votes = new HashMap<>();
        jdbc.sql("""
                        select d.dapil, f.key field, sum(f.value::int) votes
                        from desk.report r
                        join desk.revision x on x.report_id = r.id and x.number = r.revision
                        join desk.dapil_village d on d.contest_id = r.contest_id and d.village = substr(r.station, 1, 10)
                        cross join lateral (
                            select key, value from jsonb_each_text(x.figures) where starts_with(key, :party || '_')
                            union all
                            select :party, x.votes ->> :number) f
                        where r.contest_id = :contest and r.current and r.station like :region
                          and (not r.second_look or r.status in ('APPROVED', 'REOPENED'))
                        group by 1, 2
                        """)
                .param("party", Form.voteField(party))
                .param("number", String.valueOf(party))
                .param("contest", contest.id())
                .param("region", region.digits() + "%")
                .query(row -> {
                    votes.computeIfAbsent(row.getString("dapil"), dapil -> new HashMap<>())
                            .put(row.getString("field"), row.getLong("votes"));
                });
        return votes;
    }

    private Map<String, List<PartyVotes.Candidate>> lists(
            Contest contest, int party, Map<String, Map<String, Long>> votes) {
        Map<String, List<PartyVotes.Candidate>> lists = new HashMap<>();
        jdbc.sql("""
                        select dapil, number, name from desk.candidate
                        where contest_id = ? and party = ? and round = 1 order by dapil, number
                        """).params(contest.id(), party).query(row -> {
            String dapil = row.getString("dapil");
            int number = row.getInt("number");
            long theirs = votes.getOrDefault(dapil, Map.of()).getOrDefault(Form.listField(party, number), 0L);
            lists.computeIfAbsent(dapil, code -> new ArrayList<>())
                    .add(new PartyVotes.Candidate(number, row.getString("name"), theirs));
        });
        return lists;
    }
}
