package id.deskpemilu.report;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.Ballots;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import id.deskpemilu.report.finding.DerivedFindings;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.ReportRules;
import id.deskpemilu.report.finding.Surroundings;
import id.deskpemilu.report.finding.Violation;
import id.deskpemilu.shared.StationCode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads and judges figures by the form and the ballot of a contest. */
@Component
public class Figures {

    private final Forms forms;
    private final Ballots ballots;
    private final SeverityPolicy policy;
    private final Neighbourhood neighbourhood;

    Figures(Forms forms, Ballots ballots, SeverityPolicy policy, Neighbourhood neighbourhood) {
        this.forms = forms;
        this.ballots = ballots;
        this.policy = policy;
        this.neighbourhood = neighbourhood;
    }

    /** The form of the contest. */
    public Form form(Contest contest) {
        return forms.of(contest);
    }

    /** The ballot of the station in a round of the contest. */
    public Ballot ballot(Contest contest, int round, StationCode station) {
        return ballots.of(contest, round, station.village());
    }

    /** Reads a whole form; see {@link TallyReader#read}. */
    public Tally read(Contest contest, int round, StationCode station, Map<String, ?> figures, Map<String, ?> votes) {
        return reader(contest, round, station).read(figures, votes);
    }

    /** Reads new figures for some fields; see {@link TallyReader#readChanges}. */
    public SortedMap<String, Integer> readChanges(
            Contest contest, int round, StationCode station, Tally tally, Map<String, ?> changes) {
        return reader(contest, round, station).readChanges(tally, changes);
    }

    /**
     * Reads what a verifier keyed from the photo: every field of {@link BlindCheck#fields} and no other.
     *
     * @throws id.deskpemilu.shared.Refusal {@code FIGURES_INVALID}
     */
    public SortedMap<String, Integer> readBlind(Report report, Map<String, ?> keyed) {
        Tally tally = report.current().tally();
        return reader(report.contest(), report.round(), report.station())
                .readExactly(BlindCheck.fields(form(report.contest()), tally), keyed);
    }

    /**
     * What the rules say of the figures of a station, the desk's other reports of it and of its desa considered; what
     * follows from another finding is left out.
     */
    public List<Finding> judge(Contest contest, StationCode station, Tally tally) {
        Form form = form(contest);
        Surroundings surroundings = neighbourhood.of(contest, station);
        Function<Tally, List<Violation>> check = figures -> ReportRules.check(form, figures, surroundings);
        return policy.judge(contest.type().slug(), DerivedFindings.drop(check.apply(tally), tally, check));
    }

    private TallyReader reader(Contest contest, int round, StationCode station) {
        return new TallyReader(form(contest), ballot(contest, round, station));
    }
}
