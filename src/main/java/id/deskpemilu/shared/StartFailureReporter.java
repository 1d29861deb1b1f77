package id.deskpemilu.shared;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Tells a failed start in one line on the error output: the log may not be set up yet, and whoever starts a server reads
 * there first.
 */
final class StartFailureReporter implements FailureAnalysisReporter {

    private static final String BEGIN = "Desk Pemilu tidak dapat dimulai / cannot start: ";

    @Override
    public void report(FailureAnalysis analysis) {
        // bytes, because the words are UTF-8 whatever the locale of the machine is
        System.err.writeBytes((line(analysis) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        System.err.flush();
    }

    static String line(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        return BEGIN + (analysis.getDescription() + action).strip().replaceAll("\\s+", " ");
    }
}
