package id.deskpemilu.browser;

import id.deskpemilu.report.TallyMother;
import java.util.HashMap;
import java.util.Map;

/** A paper on which the votes of the paslon do not make up the valid votes. */
final class PaperWithSlip {

    private PaperWithSlip() {}

    /** Types it into the entry form that is shown. */
    static void fill(Browser browser) {
        figures().forEach(browser::type);
    }

    /** Every box and what is written there. */
    static Map<String, Integer> figures() {
        Map<String, Integer> figures = new HashMap<>(TallyMother.consistentFigures());
        TallyMother.consistentVotes().forEach((number, votes) -> figures.put("suara_" + number, votes));
        figures.put("suara_1", 91);
        return figures;
    }
}
