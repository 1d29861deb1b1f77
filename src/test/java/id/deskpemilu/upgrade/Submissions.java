package id.deskpemilu.upgrade;

import id.deskpemilu.report.TallyMother;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.SubmitReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** What operators send, always the same under the same key: figures as numbers and, as a page sends them, as text. */
final class Submissions {

    /** Begins the keys of all that were sent before the upgrade. */
    static final String CONSISTENT = "kunci-";

    static final String INCONSISTENT = "ragu-";

    private Submissions() {}

    static Map<String, Object> votes() {
        Map<String, Object> votes = new LinkedHashMap<>();
        votes.put("3", 10);
        votes.put("1", "90");
        votes.put("2", 108);
        return votes;
    }

    static SubmitReport.Command consistent() {
        return new SubmitReport.Command(TallyMother.consistentFigures(), votes(), true, Map.of());
    }

    /** More votes than voters, with reasons: one verifier is not enough. */
    static SubmitReport.Command inconsistent() {
        return new SubmitReport.Command(
                TallyMother.figuresWith("pemilih_dpt_j", 100),
                votes(),
                true,
                Map.of("H1", "begitu", "H7", "begitu", "S2", "begitu"));
    }

    static SubmitReport.Receipt send(Desk desk, String regency, ReportAddress report, String key) {
        return desk.bean(SubmitReport.class).execute(Desk.operator(regency), report, key, consistent());
    }
}
