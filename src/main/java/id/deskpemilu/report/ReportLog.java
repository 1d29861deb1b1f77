package id.deskpemilu.report;

import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what happens to reports into the log, in the transaction in which it happens. */
@Component
public class ReportLog {

    private final AuditLog log;

    ReportLog(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void on(ReportEvent event) {
        log.append(event.actor(), subject(event.report().id()), event.type(), event);
    }

    /** Everything that happened to the report, oldest first. */
    public List<AuditEvent> of(ReportId report) {
        return log.of(subject(report));
    }

    private static String subject(ReportId report) {
        return "report:" + report;
    }
}
