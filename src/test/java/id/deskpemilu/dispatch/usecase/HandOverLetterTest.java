package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.LetterDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterSent;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.sending.TransferChannel;
import id.deskpemilu.identity.Actor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandOverLetterTest {

    private final LetterDesk desk = new LetterDesk();
    private final Letter letter = desk.letter(LetterStatus.SIGNED);

    @Test
    void whoever_carried_it_notes_to_whom_and_that_it_has_arrived_is_announced() {
        byHand("unduh");
        handOver(SUPERVISOR, "unduh", " Bu Rini, loket ");
        Transfer carried = desk.transfers.all().get(0);
        assertThat(carried.state()).isEqualTo(Transfer.State.SENT);
        assertThat(carried.sentBy()).isEqualTo("supervisor");
        assertThat(carried.answer()).isEqualTo("Bu Rini, loket");
        assertThat(desk.events).containsExactly(new LetterSent(letter.id()));
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "supervisor",
                        letter.subject(),
                        "LetterHandedOver",
                        Map.of("receiver", "unduh", "act", Transfer.Act.LETTER, "note", "Bu Rini, loket")));
    }

    @Test
    void it_has_not_arrived_while_somebody_else_still_waits() {
        byHand("unduh");
        desk.transfers.with(letter.id(), "gubernur", TransferChannel.MAIL, Transfer.State.WAITING);
        handOver(SUPERVISOR, "unduh", "loket");
        assertThat(desk.events).isEmpty();
    }

    @Test
    void it_is_handed_over_once() {
        byHand("unduh");
        handOver(SUPERVISOR, "unduh", "loket");
        desk.refuses("TRANSFER_DONE", () -> handOver(SUPERVISOR, "unduh", "loket lagi"));
    }

    @Test
    void what_a_program_sends_nobody_carries() {
        desk.transfers.with(letter.id(), "gubernur", TransferChannel.MAIL, Transfer.State.WAITING);
        desk.refuses("TRANSFER_NOT_BY_HAND", () -> handOver(SUPERVISOR, "gubernur", "loket"));
    }

    @Test
    void whoever_does_not_get_it_is_handed_nothing() {
        byHand("unduh");
        desk.refuses("TRANSFER_UNKNOWN", () -> handOver(SUPERVISOR, "gubernur", "loket"));
        desk.refuses(
                "TRANSFER_UNKNOWN",
                () -> useCase().execute(SUPERVISOR, letter.id(), Transfer.Act.WITHDRAWAL, "unduh", "loket"));
    }

    @Test
    void a_note_says_something_and_not_too_much() {
        byHand("unduh");
        desk.refuses("REASON_MISSING", () -> handOver(SUPERVISOR, "unduh", " "));
        desk.refuses("TEXT_TOO_LONG", () -> handOver(SUPERVISOR, "unduh", "a".repeat(501)));
    }

    @Test
    void nobody_else_notes_it() {
        byHand("unduh");
        desk.refusesAllButSupervisors((at, actor) -> handOver(actor, "unduh", "loket"));
    }

    @Test
    void a_letter_that_there_is_not_is_not_handed_over() {
        desk.refuses(
                "LETTER_UNKNOWN",
                () -> useCase()
                        .execute(SUPERVISOR, new LetterId(UUID.randomUUID()), Transfer.Act.LETTER, "unduh", "loket"));
    }

    private void byHand(String receiver) {
        desk.transfers.with(letter.id(), receiver, TransferChannel.DOWNLOAD, Transfer.State.BY_HAND);
    }

    private void handOver(Actor actor, String receiver, String note) {
        useCase().execute(actor, letter.id(), Transfer.Act.LETTER, receiver, note);
    }

    private HandOverLetter useCase() {
        return new HandOverLetter(desk.letters, desk.transfers, desk.log);
    }
}
