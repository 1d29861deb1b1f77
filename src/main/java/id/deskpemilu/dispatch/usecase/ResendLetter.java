package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterSettings;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.UseCase;
import java.time.Instant;
import java.util.Map;

/** Sends a letter once more to those who have not confirmed it. The process does it. */
@UseCase
public class ResendLetter {

    private final Letters letters;
    private final Transfers transfers;
    private final LetterSettings settings;
    private final ElectionClocks clocks;
    private final AuditLog log;

    ResendLetter(Letters letters, Transfers transfers, LetterSettings settings, ElectionClocks clocks, AuditLog log) {
        this.letters = letters;
        this.transfers = transfers;
        this.settings = settings;
        this.clocks = clocks;
        this.log = log;
    }

    /** Sends; until when the receipt is waited for now, in real time. */
    public Instant execute(LetterId id) {
        Letter letter = letters.lock(id);
        transfers.resend(id);
        log.append(ReportEvent.TIMER, letter.subject(), "LetterResent", Map.of());
        long election = letter.election().id();
        return clocks.real(election, clocks.now(election).plus(settings.receiptWithin()));
    }
}
