package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterNotices;
import id.deskpemilu.dispatch.LetterSettings;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Sends a signed letter on its way up. The process does it. */
@UseCase
public class DispatchLetter {

    private final Letters letters;
    private final Transfers transfers;
    private final LetterNotices notices;
    private final LetterSettings settings;
    private final ElectionClocks clocks;
    private final Clock clock;
    private final AuditLog log;

    DispatchLetter(
            Letters letters,
            Transfers transfers,
            LetterNotices notices,
            LetterSettings settings,
            ElectionClocks clocks,
            Clock clock,
            AuditLog log) {
        this.letters = letters;
        this.transfers = transfers;
        this.notices = notices;
        this.settings = settings;
        this.clocks = clocks;
        this.clock = clock;
        this.log = log;
    }

    /**
     * What is waited for.
     *
     * @param receipt whether somebody outside the desk confirms the letter
     * @param until until when that is waited for, in real time
     */
    public record Wait(boolean receipt, Instant until) {}

    /** Sends it; a letter of a kecamatan is with its kabupaten at once, which is the same desk. */
    public Wait execute(LetterId id) {
        Letter letter = letters.lock(id);
        long election = letter.election().id();
        Instant until = clocks.real(election, clocks.now(election).plus(settings.receiptWithin()));
        if (letter.region().level() == RegionCode.Level.DISTRICT) {
            Instant now = clock.instant();
            letter.sent(now);
            letter.receipted(now);
            letters.saveAndFlush(letter);
            notices.handedOver(letter);
            log.append(ReportEvent.TIMER, letter.subject(), "LetterHandedOver", Map.of());
            return new Wait(false, until);
        }
        transfers.enqueue(id);
        log.append(ReportEvent.TIMER, letter.subject(), "LetterDispatched", Map.of());
        return new Wait(true, until);
    }
}
