package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.LetterDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.LetterWithdrawn;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.identity.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WithdrawLetterTest {

    private final LetterDesk desk = new LetterDesk();

    @Test
    void it_does_not_hold_any_more_and_everybody_hears_of_it() {
        Letter letter = desk.letter(LetterStatus.SENT);
        withdraw(SUPERVISOR, letter, " salah wilayah ");
        assertThat(letter.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(letter.withdrawnBy()).isEqualTo("supervisor");
        assertThat(letter.withdrawnAt()).isEqualTo(LetterDesk.NOW);
        assertThat(letter.withdrawnReason()).isEqualTo("salah wilayah");
        assertThat(desk.letters.saved()).isEqualTo(1);
        assertThat(desk.process.told()).containsExactly("ended " + letter.id());
        assertThat(desk.events).containsExactly(new LetterWithdrawn(letter.id()));
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "supervisor", letter.subject(), "LetterWithdrawn", Map.of("reason", "salah wilayah")));
    }

    @Test
    void nobody_else_withdraws_it() {
        Letter letter = desk.letter(LetterStatus.SIGNED);
        desk.refusesAllButSupervisors((at, actor) -> withdraw(actor, letter, "salah"));
    }

    @Test
    void a_letter_that_there_is_not_is_not_withdrawn() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(SUPERVISOR, new LetterId(UUID.randomUUID()), "salah"));
    }

    @Test
    void what_was_never_signed_is_not_withdrawn() {
        for (LetterStatus status : List.of(LetterStatus.PLANNED, LetterStatus.DRAFT, LetterStatus.DROPPED)) {
            Letter letter = desk.letter(status);
            desk.refuses("LETTER_NOT_SIGNED", () -> withdraw(SUPERVISOR, letter, "salah"));
        }
    }

    @Test
    void it_is_withdrawn_once() {
        Letter letter = desk.letter(LetterStatus.RECEIPTED);
        withdraw(SUPERVISOR, letter, "salah");
        desk.refuses("LETTER_WITHDRAWN", () -> withdraw(SUPERVISOR, letter, "salah lagi"));
        assertThat(letter.withdrawnReason()).isEqualTo("salah");
    }

    @Test
    void a_withdrawal_has_a_reason() {
        Letter letter = desk.letter(LetterStatus.SIGNED);
        desk.refuses("REASON_MISSING", () -> withdraw(SUPERVISOR, letter, " "));
        desk.refuses("TEXT_TOO_LONG", () -> withdraw(SUPERVISOR, letter, "a".repeat(501)));
        withdraw(SUPERVISOR, letter, "a".repeat(500));
    }

    private void withdraw(Actor actor, Letter letter, String reason) {
        assertThat(useCase().execute(actor, letter.id(), reason)).isSameAs(letter);
    }

    private WithdrawLetter useCase() {
        return new WithdrawLetter(desk.letters, desk.process, desk.events::add, desk.clock, desk.log);
    }
}
