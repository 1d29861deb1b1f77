package id.deskpemilu.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The calendar behind the reports, which only notes what it is told. */
public final class RecordingReportProcess implements ReportProcess {

    private record Told(ReportId report, String what) {}

    private final List<Told> told = new ArrayList<>();
    private final Consumer<ReportId> lock;

    /**
     * A calendar without a model.
     *
     * @param lock locks a report that was sent
     */
    public RecordingReportProcess(Consumer<ReportId> lock) {
        this.lock = lock;
    }

    /** What it was told of the report, in its order. */
    public List<String> told(Report report) {
        return told.stream()
                .filter(one -> one.report().equals(report.id()))
                .map(Told::what)
                .toList();
    }

    /** Of which reports it was told anything. */
    public List<ReportId> reports() {
        return told.stream().map(Told::report).toList();
    }

    @Override
    public void begin(List<ReportId> reports) {
        reports.forEach(report -> note(report, "begin"));
    }

    @Override
    public void submitted(ReportId report) {
        note(report, "submitted");
        lock.accept(report);
    }

    @Override
    public void judged(ReportId report, Verdict verdict, @Nullable Instant answerBy) {
        note(report, "judged " + verdict + (answerBy == null ? "" : " until " + answerBy));
    }

    @Override
    public void answered(ReportId report, Correction.Answer answer) {
        note(report, "answered " + answer);
    }

    @Override
    public void decided(ReportId report, boolean upheld) {
        note(report, upheld ? "upheld" : "rejected");
    }

    @Override
    public void reopened(ReportId report, Instant until) {
        note(report, "reopened until " + until);
    }

    @Override
    public void closed(ReportId report) {
        note(report, "closed");
    }

    @Override
    public void applied(ReportId report) {
        note(report, "applied");
    }

    @Override
    public void withdraw(List<ReportId> reports, String reason) {
        reports.forEach(report -> note(report, "withdrawn " + reason));
    }

    @Override
    public Optional<String> currentStep(ReportId report) {
        return Optional.empty();
    }

    private void note(ReportId report, String what) {
        told.add(new Told(report, what));
    }
}
