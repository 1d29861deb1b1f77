package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.TierDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetter.Review;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewReceivedLetterTest {

    private final TierDesk desk = new TierDesk();
    private final ReceivedLetter letter = desk.taken(TierDesk.NOW, "a".repeat(64));

    @Test
    void a_supervisor_has_looked_at_it() {
        review(SUPERVISOR, Review.CHECKED, "");
        assertThat(desk.received.get(letter.id()).review()).isEqualTo(Review.CHECKED);
        assertThat(desk.process.told()).containsExactly("CHECKED " + letter.id());
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "supervisor",
                        "letter:" + letter.id(),
                        "ReceivedLetterReviewed",
                        Map.of("review", Review.CHECKED, "note", "")));
    }

    @Test
    void what_is_questioned_is_said_and_can_be_settled_later() {
        review(SUPERVISOR, Review.QUESTIONED, " TPS\u0000 3? ");
        assertThat(desk.received.get(letter.id()).reviewNote()).isEqualTo("TPS 3?");
        review(SUPERVISOR, Review.CHECKED, "dijawab");
        assertThat(desk.received.get(letter.id()).review()).isEqualTo(Review.CHECKED);
        assertThat(desk.process.told()).containsExactly("QUESTIONED " + letter.id(), "CHECKED " + letter.id());
    }

    @Test
    void a_question_has_words_and_not_too_many() {
        desk.refuses("REASON_MISSING", () -> review(SUPERVISOR, Review.QUESTIONED, " \u0000 "));
        desk.refuses("TEXT_TOO_LONG", () -> review(SUPERVISOR, Review.QUESTIONED, "a".repeat(501)));
        desk.refuses("TEXT_TOO_LONG", () -> review(SUPERVISOR, Review.CHECKED, "a".repeat(501)));
    }

    @Test
    void only_supervisors_of_the_region_review_it() {
        for (Role role : Role.values()) {
            if (role != Role.SUPERVISOR) {
                desk.refuses("ROLE_MISSING", () -> review(TierDesk.actor("orang", role, "98"), Review.CHECKED, ""));
            }
        }
        desk.refuses(
                "REGION_FOREIGN",
                () -> review(TierDesk.actor("tetangga", Role.SUPERVISOR, "9802"), Review.CHECKED, ""));
    }

    @Test
    void a_letter_that_never_came_is_not_reviewed() {
        desk.refuses(
                "LETTER_UNKNOWN",
                () -> useCase().execute(SUPERVISOR, new LetterId(UUID.randomUUID()), Review.CHECKED, ""));
    }

    private void review(Actor actor, Review review, String note) {
        useCase().execute(actor, letter.id(), review, note);
    }

    private ReviewReceivedLetter useCase() {
        return new ReviewReceivedLetter(desk.received, desk.process, desk.log, desk.clock);
    }
}
