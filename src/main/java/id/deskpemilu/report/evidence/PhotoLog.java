package id.deskpemilu.report.evidence;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportId;
import org.springframework.stereotype.Component;

/** Writes what happens to photos into the history of their reports. */
@Component
public class PhotoLog {

    private final AuditLog log;

    PhotoLog(AuditLog log) {
        this.log = log;
    }

    /** Adds a line to the report's history, in the transaction in which it happens. */
    public void record(Actor actor, ReportId report, PhotoEvent event) {
        log.append(actor.username(), "report:" + report, event.type(), event);
    }

    /** The line of a photo that was added. */
    public void added(Actor actor, Photo photo) {
        record(actor, photo.report(), PhotoEvent.PhotoAdded.of(photo));
    }
}
