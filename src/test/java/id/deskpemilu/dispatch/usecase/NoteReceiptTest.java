package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.LetterDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterReceipted;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.sending.TransferChannel;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoteReceiptTest {

    private static final byte[] SCAN = "%PDF-1.7 tanda terima".getBytes(StandardCharsets.US_ASCII);

    private final LetterDesk desk = new LetterDesk();
    private final Letter letter = desk.letter(LetterStatus.SENT);

    @Test
    void the_first_receipt_is_noted_and_announced() {
        transfer("gubernur", Transfer.State.SENT);
        transfer("arsip", Transfer.State.SENT);
        note(SUPERVISOR, "gubernur", " diterima\u0000 Bu Rini ", SCAN);
        Transfer noted = desk.transfers.all().get(0);
        assertThat(noted.state()).isEqualTo(Transfer.State.RECEIPTED);
        assertThat(noted.receiptBy()).isEqualTo("supervisor");
        assertThat(noted.receiptNote()).isEqualTo("diterima Bu Rini +");
        assertThat(desk.events).containsExactly(new LetterReceipted(letter.id()));
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "supervisor",
                        letter.subject(),
                        "ReceiptNoted",
                        Map.of("receiver", "gubernur", "note", "diterima Bu Rini", "sha256", Sha256.of(SCAN))));
    }

    @Test
    void a_further_receipt_is_noted_and_no_news() {
        transfer("gubernur", Transfer.State.RECEIPTED);
        transfer("arsip", Transfer.State.SENT);
        note(SUPERVISOR, "arsip", "diterima", null);
        assertThat(desk.events).isEmpty();
        assertThat(desk.log.types()).containsExactly("ReceiptNoted");
    }

    @Test
    void what_was_confirmed_is_confirmed_once() {
        transfer("gubernur", Transfer.State.SENT);
        note(SUPERVISOR, "gubernur", "diterima", null);
        refuses("TRANSFER_DONE", "gubernur", "diterima lagi", null);
    }

    @Test
    void nothing_is_confirmed_that_has_not_arrived() {
        for (Transfer.State state : EnumSet.complementOf(EnumSet.of(Transfer.State.SENT, Transfer.State.RECEIPTED))) {
            transfer(state.name(), state);
            refuses("TRANSFER_NOT_SENT", state.name(), "diterima", null);
        }
    }

    @Test
    void whoever_was_not_sent_it_confirms_nothing() {
        transfer("gubernur", Transfer.State.SENT);
        refuses("TRANSFER_UNKNOWN", "bupati", "diterima", null);
    }

    @Test
    void a_note_says_something_and_not_too_much() {
        transfer("gubernur", Transfer.State.SENT);
        for (String none : new String[] {"", " \n", " \u0000 "}) {
            refuses("REASON_MISSING", "gubernur", none, null);
        }
        refuses("TEXT_TOO_LONG", "gubernur", "a".repeat(Transfers.LONGEST_NOTE + 1), null);
        note(SUPERVISOR, "gubernur", "a".repeat(Transfers.LONGEST_NOTE), null);
    }

    @Test
    void a_scan_is_a_picture_or_a_pdf_of_a_size() {
        transfer("gubernur", Transfer.State.SENT);
        for (String no : new String[] {"", "GIF89a", "<svg/>", "PNG"}) {
            refuses("RECEIPT_NO_PICTURE", "gubernur", "diterima", no.getBytes(StandardCharsets.US_ASCII));
        }
        refuses("RECEIPT_TOO_LARGE", "gubernur", "diterima", Arrays.copyOf(SCAN, Transfers.LARGEST_RECEIPT + 1));
        note(SUPERVISOR, "gubernur", "diterima", Arrays.copyOf(SCAN, Transfers.LARGEST_RECEIPT));
    }

    @Test
    void nobody_else_notes_it() {
        transfer("gubernur", Transfer.State.SENT);
        desk.refusesAllButSupervisors((at, actor) -> note(actor, "gubernur", "diterima", null));
    }

    @Test
    void of_a_letter_that_there_is_not_nothing_is_noted() {
        desk.refuses(
                "LETTER_UNKNOWN",
                () -> new NoteReceipt(desk.letters, desk.transfers, desk.log)
                        .execute(SUPERVISOR, new LetterId(UUID.randomUUID()), "gubernur", "diterima", null));
    }

    private void transfer(String receiver, Transfer.State state) {
        desk.transfers.with(letter.id(), receiver, TransferChannel.MAIL, state);
    }

    private void note(Actor actor, String receiver, String note, byte[] file) {
        new NoteReceipt(desk.letters, desk.transfers, desk.log).execute(actor, letter.id(), receiver, note, file);
    }

    private void refuses(String code, String receiver, String note, byte[] file) {
        desk.refuses(code, () -> note(SUPERVISOR, receiver, note, file));
    }
}
