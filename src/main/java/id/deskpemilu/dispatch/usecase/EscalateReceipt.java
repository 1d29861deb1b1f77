package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterNotices;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** Tells the supervisors that nobody has confirmed a letter though it was sent again. The process does it. */
@UseCase
public class EscalateReceipt {

    private final Letters letters;
    private final LetterNotices notices;
    private final AuditLog log;

    EscalateReceipt(Letters letters, LetterNotices notices, AuditLog log) {
        this.letters = letters;
        this.notices = notices;
        this.log = log;
    }

    /** Tells. */
    public void execute(LetterId id) {
        Letter letter = letters.get(id);
        notices.unconfirmed(letter);
        log.append(ReportEvent.TIMER, letter.subject(), "ReceiptMissing", Map.of());
    }
}
