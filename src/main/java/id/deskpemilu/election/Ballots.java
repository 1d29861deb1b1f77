package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ballots of the desa: where a contest votes on party lists, the dapil of the desa decides which lists. */
@Component
public class Ballots {

    /** How many of the things that are missing a refusal names. */
    private static final int NAMED = 5;

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

    /**
     * Passes if the contest can be opened: where it votes on party lists, every desa with stations has a dapil, and every
     * dapil has candidates.
     *
     * @throws Refusal {@code DAPIL_MISSING}, {@code LISTS_MISSING}
     */
    public void requireComplete(Contest contest) {
        if (!forms.of(contest).hasLists()) {
            return;
        }
        List<Gap> gaps = jdbc.sql("""
                        select r.name village, r.code, d.name dapil
                        from (select distinct s.village from desk.station s
                              where s.election_id = :election and s.code like :area) s
                        join desk.region r on r.code = s.village
                        left join desk.dapil_village v on v.contest_id = :contest and v.village = s.village
                        left join desk.dapil d on d.contest_id = v.contest_id and d.code = v.dapil
                        where not exists (
                            select from desk.candidate c
                            join desk.choice p on p.contest_id = c.contest_id and p.round = 1 and p.number = c.party
                            where c.contest_id = v.contest_id and c.dapil = v.dapil and c.round = 1)
                        order by d.name nulls first, r.code
                        """)
                .param("election", contest.election().id())
                .param("area", contest.area().digits() + "%")
                .param("contest", contest.id())
                .query((row, n) -> new Gap(
                        row.getString("village") + " (" + new RegionCode(row.getString("code")).dotted() + ")",
                        row.getString("dapil")))
                .list();
        List<String> villages = gaps.stream()
                .filter(gap -> gap.dapil() == null)
                .map(Gap::village)
                .toList();
        if (!villages.isEmpty()) {
            throw Refusal.conflict("DAPIL_MISSING", contest.type().slug(), villages.size(), first(villages))
                    .with("villages", villages);
        }
        List<String> dapil = gaps.stream()
                .map(Gap::dapil)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!dapil.isEmpty()) {
            throw Refusal.conflict("LISTS_MISSING", contest.type().slug(), dapil.size(), first(dapil))
                    .with("dapil", dapil);
        }
    }

    /** A desa that cannot vote yet; its dapil has no candidates, or it has none. */
    private record Gap(String village, @Nullable String dapil) {}

    private static String first(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), NAMED))) + (names.size() > NAMED ? ", …" : "");
    }
}
