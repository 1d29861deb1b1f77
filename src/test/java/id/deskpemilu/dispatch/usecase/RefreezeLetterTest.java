package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.LetterDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.identity.Actor;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreezeLetterTest {

    private final LetterDesk desk = new LetterDesk();

    @Test
    void the_way_of_the_letter_is_told_to_freeze_anew() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        refreeze(SUPERVISOR, letter);
        assertThat(desk.process.told()).containsExactly("REFREEZE " + letter.id());
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line("supervisor", letter.subject(), "RefreezeAsked", Map.of()));
    }

    @Test
    void nobody_else_asks_for_it() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        desk.refusesAllButSupervisors((at, actor) -> refreeze(actor, letter));
    }

    @Test
    void a_letter_that_there_is_not_is_not_frozen() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(SUPERVISOR, new LetterId(UUID.randomUUID()), 0));
    }

    @Test
    void only_a_draft_is_frozen_anew() {
        for (LetterStatus status : EnumSet.complementOf(EnumSet.of(LetterStatus.DRAFT))) {
            Letter letter = desk.letter(status);
            desk.refuses("LETTER_NOT_DRAFT", () -> refreeze(SUPERVISOR, letter));
        }
    }

    @Test
    void what_was_changed_meanwhile_is_read_first() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        desk.letters.saveAndFlush(letter);
        desk.refuses("LETTER_CHANGED", () -> useCase().execute(SUPERVISOR, letter.id(), letter.version() - 1));
    }

    private void refreeze(Actor actor, Letter letter) {
        useCase().execute(actor, letter.id(), letter.version());
    }

    private RefreezeLetter useCase() {
        return new RefreezeLetter(desk.letters, desk.process, desk.log);
    }
}
