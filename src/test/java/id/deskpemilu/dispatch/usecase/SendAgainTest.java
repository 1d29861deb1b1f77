package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.LetterDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.sending.TransferChannel;
import id.deskpemilu.identity.Actor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendAgainTest {

    private final LetterDesk desk = new LetterDesk();

    @Test
    void whoever_has_not_confirmed_it_gets_it_once_more() {
        Letter letter = desk.letter(LetterStatus.SENT);
        for (Transfer.State state : List.of(Transfer.State.SENT, Transfer.State.GIVEN_UP, Transfer.State.RECEIPTED)) {
            desk.transfers.with(letter.id(), state.name(), TransferChannel.MAIL, state);
        }
        desk.transfers.with(letter.id(), "unduh", TransferChannel.DOWNLOAD, Transfer.State.BY_HAND);
        sendAgain(SUPERVISOR, letter);
        assertThat(desk.transfers.all())
                .extracting(Transfer::state)
                .containsExactly(
                        Transfer.State.WAITING,
                        Transfer.State.WAITING,
                        Transfer.State.RECEIPTED,
                        Transfer.State.BY_HAND);
        assertThat(desk.process.told()).containsExactly("resend " + letter.id());
        assertThat(desk.log.types()).containsExactly("LetterResent");
    }

    @Test
    void what_is_not_under_way_is_not_sent_again() {
        for (LetterStatus status : LetterStatus.values()) {
            if (status != LetterStatus.SIGNED && status != LetterStatus.SENT) {
                Letter letter = desk.letter(status);
                desk.refuses("LETTER_NOT_UNDERWAY", () -> sendAgain(SUPERVISOR, letter));
            }
        }
    }

    @Test
    void what_does_not_hold_is_not_sent_again() {
        Letter withdrawn = desk.letter(LetterStatus.SENT);
        withdrawn.withdraw("supervisor", "salah", LetterDesk.NOW);
        desk.refuses("LETTER_NOT_UNDERWAY", () -> sendAgain(SUPERVISOR, withdrawn));
        Letter superseded = desk.letter(LetterStatus.SENT);
        superseded.supersede(desk.letter(LetterStatus.SIGNED));
        desk.refuses("LETTER_NOT_UNDERWAY", () -> sendAgain(SUPERVISOR, superseded));
    }

    @Test
    void nobody_else_sends_it_again() {
        Letter letter = desk.letter(LetterStatus.SENT);
        desk.refusesAllButSupervisors((at, actor) -> sendAgain(actor, letter));
    }

    @Test
    void a_letter_that_there_is_not_is_not_sent() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(SUPERVISOR, new LetterId(UUID.randomUUID())));
    }

    private void sendAgain(Actor actor, Letter letter) {
        useCase().execute(actor, letter.id());
    }

    private SendAgain useCase() {
        return new SendAgain(desk.letters, desk.transfers, desk.process, desk.log);
    }
}
