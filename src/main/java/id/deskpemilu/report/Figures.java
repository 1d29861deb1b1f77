package id.deskpemilu.report;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.ReportRules;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Reads and judges figures by the form and the ballot of a contest. */
@Component
public class Figures {

    private final Forms forms;
    private final SeverityPolicy policy;

    Figures(Forms forms, SeverityPolicy policy) {
        this.forms = forms;
        this.policy = policy;
    }

    /** The form of the contest. */
    public Form form(Contest contest) {
        return forms.of(contest);
    }

    /** Reads a whole form; see {@link TallyReader#read}. */
    public Tally read(Contest contest, Map<String, ?> figures, Map<String, ?> votes) {
        return new TallyReader(form(contest), contest.choices()).read(figures, votes);
    }

    /** Reads new figures for some fields; see {@link TallyReader#readChanges}. */
    public SortedMap<String, Integer> readChanges(Contest contest, Tally tally, Map<String, ?> changes) {
        return new TallyReader(form(contest), contest.choices()).readChanges(tally, changes);
    }

    /**
     * Reads what a verifier keyed from the photo: every field of {@link BlindCheck#fields} and no other.
     *
     * @throws id.deskpemilu.shared.Refusal {@code FIGURES_INVALID}
     */
    public SortedMap<String, Integer> readBlind(Report report, Map<String, ?> keyed) {
        Tally tally = report.current().tally();
        return new TallyReader(form(report.contest()), report.contest().choices())
                .readExactly(BlindCheck.fields(form(report.contest()), tally), keyed);
    }

    /** What the rules say of the figures. */
    public List<Finding> judge(Contest contest, Tally tally) {
        return policy.judge(contest.type().slug(), ReportRules.check(form(contest), tally));
    }
}
