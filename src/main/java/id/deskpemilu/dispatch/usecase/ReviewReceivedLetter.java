package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.ReceivedLetterProcess;
import id.deskpemilu.dispatch.ReceivedLetterProcess.Verdict;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetter.Review;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;

/** Says of a letter of the tier below that it was looked at, or what is to be explained; its sender can read it. */
@UseCase
public class ReviewReceivedLetter {

    private static final int LONGEST_NOTE = 500;

    private final ReceivedLetters received;
    private final ReceivedLetterProcess process;
    private final AuditLog log;
    private final Clock clock;

    ReviewReceivedLetter(ReceivedLetters received, ReceivedLetterProcess process, AuditLog log, Clock clock) {
        this.received = received;
        this.process = process;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Says it, in the place of what was said before.
     *
     * @param note needed where something is questioned
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code REASON_MISSING},
     *     {@code TEXT_TOO_LONG}
     */
    public void execute(Actor actor, LetterId id, Review review, String note) {
        ReceivedLetter letter = received.get(id);
        actor.require(Role.SUPERVISOR, letter.region());
        String text = NoteReceipt.written(note);
        if (review == Review.QUESTIONED && text.isEmpty()) {
            throw Refusal.invalid("REASON_MISSING");
        }
        if (text.length() > LONGEST_NOTE) {
            throw Refusal.invalid("TEXT_TOO_LONG", LONGEST_NOTE);
        }
        received.review(id, review, text, actor.username(), clock.instant());
        process.reviewed(id, Verdict.valueOf(review.name()));
        log.append(actor.username(), "letter:" + id, "ReceivedLetterReviewed", Map.of("review", review, "note", text));
    }
}
