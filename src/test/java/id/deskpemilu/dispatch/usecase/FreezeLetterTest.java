package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.OfficeMother;
import id.deskpemilu.dispatch.snapshot.Frozen;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreezeLetterTest {

    private static final Frozen FIGURES = LetterDesk.frozen("angka baru");

    private final LetterDesk desk = new LetterDesk();

    @Test
    void the_figures_are_kept_and_those_who_sign_are_told() {
        Letter letter = desk.letter(LetterStatus.PLANNED);
        freeze(letter);
        assertThat(letter.status()).isEqualTo(LetterStatus.DRAFT);
        assertThat(desk.archive.figures(letter.id())).contains(FIGURES);
        assertThat(desk.letters.saved()).isEqualTo(1);
        assertThat(desk.notices.told()).containsExactly("LETTER_READY supervisor");
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "timer", letter.subject(), "LetterFrozen", Map.of("sha256", FIGURES.sha256())));
        assertThat(desk.process.told()).isEmpty(); // it was the process that asked for it
    }

    @Test
    void of_a_kecamatan_the_coordinator_is_told_too() {
        freeze(desk.letter(LetterStatus.PLANNED, LetterDesk.DISTRICT, LetterKind.FULL, LetterDesk.CUT));
        assertThat(desk.notices.told())
                .containsExactlyInAnyOrder("LETTER_READY supervisor", "LETTER_READY koordinator");
    }

    @Test
    void a_draft_is_frozen_anew_and_the_hour_is_the_new_one() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        freeze(letter);
        assertThat(letter.cutAt()).isEqualTo(FIGURES.snapshot().shown());
        assertThat(desk.archive.figures(letter.id())).contains(FIGURES);
    }

    @Test
    void what_is_signed_or_dropped_stays_as_it_is() {
        for (LetterStatus status : EnumSet.complementOf(EnumSet.of(LetterStatus.PLANNED, LetterStatus.DRAFT))) {
            Letter letter = desk.letter(status);
            desk.refuses("LETTER_NOT_DRAFT", () -> freeze(letter));
            assertThat(desk.archive.figures(letter.id())).isNotEqualTo(Optional.of(FIGURES));
        }
    }

    private void freeze(Letter letter) {
        new FreezeLetter(
                        desk.letters,
                        OfficeMother.figures(one -> FIGURES),
                        desk.archive,
                        desk.letterNotices(),
                        desk.log)
                .execute(letter.id());
    }
}
