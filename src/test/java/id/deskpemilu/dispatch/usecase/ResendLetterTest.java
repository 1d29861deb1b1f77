package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.OfficeMother;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.sending.TransferChannel;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResendLetterTest {

    private final LetterDesk desk = new LetterDesk();

    @Test
    void whoever_has_not_confirmed_it_gets_it_once_more_and_is_waited_for_anew() {
        Letter letter = desk.letter(LetterStatus.SENT);
        desk.transfers.with(letter.id(), "gubernur", TransferChannel.MAIL, Transfer.State.GIVEN_UP);
        assertThat(useCase().execute(letter.id())).isEqualTo(LetterDesk.NOW.plus(Duration.ofMinutes(15)));
        assertThat(desk.transfers.all()).extracting(Transfer::state).containsExactly(Transfer.State.WAITING);
        assertThat(desk.log.types()).containsExactly("LetterResent");
        assertThat(desk.process.told()).isEmpty(); // it was the process that asked for it
    }

    @Test
    void a_letter_that_there_is_not_is_not_sent() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(new LetterId(UUID.randomUUID())));
    }

    private ResendLetter useCase() {
        return new ResendLetter(desk.letters, desk.transfers, OfficeMother.settings(), desk.clocks, desk.log);
    }
}
