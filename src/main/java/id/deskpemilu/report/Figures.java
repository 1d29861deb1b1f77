package id.deskpemilu.report;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.Ballots;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.ReportRules;
import id.deskpemilu.shared.StationCode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Reads and judges figures by the form and the ballot of a contest. */
@Component
public class Figures {

    private final Forms forms;
    private final Ballots ballots;
    private final SeverityPolicy policy;

    Figures(Forms forms, Ballots ballots, SeverityPolicy policy) {
        this.forms = forms;
        this.ballots = ballots;
        this.policy = policy;
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

    /** What the rules say of the figures. */
    public List<Finding> judge(Contest contest, Tally tally) {
        return policy.judge(contest.type().slug(), ReportRules.check(form(contest), tally));
    }

    private TallyReader reader(Contest contest, int round, StationCode station) {
        return new TallyReader(form(contest), ballot(contest, round, station));
    }
}
