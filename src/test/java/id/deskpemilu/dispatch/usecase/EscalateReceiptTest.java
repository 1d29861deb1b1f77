package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscalateReceiptTest {

    private final LetterDesk desk = new LetterDesk();

    @Test
    void those_who_sign_are_told_that_nobody_has_confirmed_it() {
        Letter letter = desk.letter(LetterStatus.SENT);
        useCase().execute(letter.id());
        assertThat(desk.notices.told()).containsExactly("LETTER_UNCONFIRMED supervisor");
        assertThat(desk.notices.posted().get(0).link()).isEqualTo("/letters/" + letter.id());
        assertThat(desk.log.types()).containsExactly("ReceiptMissing");
        assertThat(desk.letters.saved()).isZero();
    }

    @Test
    void at_the_same_moment_they_are_told_once() {
        Letter letter = desk.letter(LetterStatus.SENT);
        useCase().execute(letter.id());
        useCase().execute(letter.id());
        assertThat(desk.notices.posted()).hasSize(1);
    }

    @Test
    void of_a_letter_that_there_is_not_nobody_is_told() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(new LetterId(UUID.randomUUID())));
    }

    private EscalateReceipt useCase() {
        return new EscalateReceipt(desk.letters, desk.letterNotices(), desk.log);
    }
}
