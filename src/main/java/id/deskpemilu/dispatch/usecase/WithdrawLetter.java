package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterProcess;
import id.deskpemilu.dispatch.LetterWithdrawn;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/** Says that a signed letter does not hold, with a reason; it stays readable. */
@UseCase
public class WithdrawLetter {

    private static final int LONGEST_REASON = 500;

    private final Letters letters;
    private final LetterProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AuditLog log;

    WithdrawLetter(
            Letters letters, LetterProcess process, ApplicationEventPublisher events, Clock clock, AuditLog log) {
        this.letters = letters;
        this.process = process;
        this.events = events;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Withdraws it.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code LETTER_NOT_SIGNED},
     *     {@code LETTER_WITHDRAWN}, {@code REASON_MISSING}, {@code TEXT_TOO_LONG}
     */
    public Letter execute(Actor actor, LetterId id, String reason) {
        Letter letter = letters.lock(id);
        Letter.requireAuthor(actor, letter.region());
        if (reason.isBlank()) {
            throw Refusal.invalid("REASON_MISSING");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("TEXT_TOO_LONG", LONGEST_REASON);
        }
        letter.withdraw(actor.username(), reason.strip(), clock.instant());
        letters.saveAndFlush(letter);
        log.append(actor.username(), letter.subject(), "LetterWithdrawn", Map.of("reason", reason.strip()));
        process.ended(id);
        events.publishEvent(new LetterWithdrawn(id));
        return letter;
    }
}
