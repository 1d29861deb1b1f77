package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.OfficeMother;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.usecase.DispatchLetter.Wait;
import id.deskpemilu.election.ElectionClocks;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DispatchLetterTest {

    private final LetterDesk desk = new LetterDesk();

    @Test
    void it_goes_to_its_receivers_and_a_receipt_is_waited_for() {
        Letter letter = desk.letter(LetterStatus.SIGNED);
        Wait wait = useCase().execute(letter.id());
        assertThat(wait).isEqualTo(new Wait(true, LetterDesk.NOW.plus(Duration.ofMinutes(15))));
        assertThat(desk.transfers.all()).extracting(Transfer::receiver).containsExactly("unduh");
        assertThat(letter.status()).isEqualTo(LetterStatus.SIGNED);
        assertThat(desk.log.types()).containsExactly("LetterDispatched");
        assertThat(desk.notices.posted()).isEmpty();
    }

    @Test
    void in_a_rehearsal_it_is_waited_for_by_the_clock_of_the_rehearsal() {
        desk.clocks.run(new ElectionClocks.Segment(LetterDesk.NOW, LetterDesk.NOW, 60));
        Wait wait = useCase().execute(desk.letter(LetterStatus.SIGNED).id());
        assertThat(wait.until()).isEqualTo(LetterDesk.NOW.plusSeconds(15));
    }

    @Test
    void that_of_a_kecamatan_is_with_its_kabupaten_at_once() {
        Letter letter = desk.letter(LetterStatus.SIGNED, LetterDesk.DISTRICT, LetterKind.FULL, LetterDesk.CUT);
        Wait wait = useCase().execute(letter.id());
        assertThat(wait.receipt()).isFalse();
        assertThat(letter.status()).isEqualTo(LetterStatus.RECEIPTED);
        assertThat(letter.sentAt()).isEqualTo(LetterDesk.NOW);
        assertThat(letter.receiptedAt()).isEqualTo(LetterDesk.NOW);
        assertThat(desk.letters.saved()).isEqualTo(1);
        assertThat(desk.transfers.all()).isEmpty();
        assertThat(desk.notices.told())
                .containsExactlyInAnyOrder("LETTER_HANDED_OVER supervisor", "LETTER_HANDED_OVER koordinator");
        assertThat(desk.log.types()).containsExactly("LetterHandedOver");
    }

    @Test
    void a_letter_that_there_is_not_is_not_sent() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(new LetterId(UUID.randomUUID())));
    }

    private DispatchLetter useCase() {
        return new DispatchLetter(
                desk.letters,
                desk.transfers,
                desk.letterNotices(),
                OfficeMother.settings(),
                desk.clocks,
                desk.clock,
                desk.log);
    }
}
