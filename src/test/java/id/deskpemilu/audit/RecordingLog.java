package id.deskpemilu.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The log without a database. */
public final class RecordingLog extends AuditLog {

    /** A line as it was given. */
    public record Line(String actor, String subject, String type, Object data) {}

    private final List<Line> lines = new ArrayList<>();

    public RecordingLog() {
        super(null, null, null);
    }

    @Override
    public void append(String actor, String subject, String type, Object data) {
        lines.add(new Line(actor, subject, type, data));
    }

    /** The lines of the subject without what they hold. */
    @Override
    public List<AuditEvent> of(String subject) {
        return lines.stream()
                .filter(line -> line.subject().equals(subject))
                .map(line -> new AuditEvent(
                        lines.indexOf(line) + 1L, Instant.EPOCH, line.actor(), line.subject(), line.type(), null))
                .toList();
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What happened, in its order. */
    public List<String> types() {
        return lines.stream().map(Line::type).toList();
    }
}
