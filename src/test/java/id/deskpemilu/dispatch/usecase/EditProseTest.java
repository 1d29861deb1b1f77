package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.LetterDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.identity.Actor;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EditProseTest {

    private static final Prose PROSE = new Prose(" Aman. ", "", "Tidak ada.");

    private final LetterDesk desk = new LetterDesk();

    @Test
    void the_texts_take_the_place_of_those_before() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        letter.write(new Prose("lama", "lama", "lama"));
        Letter written = edit(SUPERVISOR, letter, PROSE);
        assertThat(written.prose()).isEqualTo(new Prose("Aman.", "", "Tidak ada."));
        assertThat(written.version()).isEqualTo(1);
        assertThat(desk.letters.saved()).isEqualTo(1);
        assertThat(desk.log.lines())
                .containsExactly(
                        new RecordingLog.Line("supervisor", letter.subject(), "ProseWritten", written.prose()));
        assertThat(desk.process.told()).isEmpty();
    }

    @Test
    void a_coordinator_writes_the_letter_of_the_kecamatan() {
        Letter letter = desk.letter(LetterStatus.DRAFT, LetterDesk.DISTRICT, LetterKind.FULL, Instant.EPOCH);
        assertThat(edit(LetterDesk.COORDINATOR, letter, PROSE).prose().situation())
                .isEqualTo("Aman.");
    }

    @Test
    void nobody_else_writes_it() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        desk.refusesAllButSupervisors((at, actor) -> edit(actor, letter, PROSE));
    }

    @Test
    void a_letter_that_there_is_not_is_not_written() {
        desk.refuses(
                "LETTER_UNKNOWN",
                () -> new EditProse(desk.letters, desk.log)
                        .execute(SUPERVISOR, new LetterId(UUID.randomUUID()), 0, PROSE));
    }

    @Test
    void only_a_draft_is_written() {
        for (LetterStatus status : EnumSet.complementOf(EnumSet.of(LetterStatus.DRAFT))) {
            Letter letter = desk.letter(status);
            desk.refuses("LETTER_NOT_DRAFT", () -> edit(SUPERVISOR, letter, PROSE));
            desk.refuses(
                    "LETTER_NOT_DRAFT",
                    () -> new EditProse(desk.letters, desk.log)
                            .execute(SUPERVISOR, letter.id(), letter.version() - 1, PROSE));
        }
    }

    @Test
    void what_a_colleague_has_written_meanwhile_is_not_written_over() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        desk.letters.saveAndFlush(letter);
        desk.refuses(
                "LETTER_CHANGED",
                () -> new EditProse(desk.letters, desk.log)
                        .execute(SUPERVISOR, letter.id(), letter.version() - 1, PROSE));
    }

    @Test
    void prose_has_an_end() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        String longest = "a".repeat(Prose.LONGEST);
        for (Prose tooLong : new Prose[] {
            new Prose(longest + "a", "", ""), new Prose("", longest + "a", ""), new Prose("", "", longest + "a")
        }) {
            desk.refuses("PROSE_TOO_LONG", () -> edit(SUPERVISOR, letter, tooLong));
        }
        edit(SUPERVISOR, letter, new Prose(longest, longest, longest));
    }

    private Letter edit(Actor actor, Letter letter, Prose prose) {
        return new EditProse(desk.letters, desk.log).execute(actor, letter.id(), letter.version(), prose);
    }
}
