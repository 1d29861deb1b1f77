package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterSettings;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.OfficeMother;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftLetterTest {

    private final LetterDesk desk = new LetterDesk();

    @Test
    void a_draft_is_printed_as_its_first_signer_will_see_it() {
        draft(
                desk.letter(LetterStatus.DRAFT),
                OfficeMother.settings(OfficeMother.office("98.01", "kaban", "Dra. Uji")));
        assertThat(desk.printer.printed()).containsExactly("draft, Dra. Uji");
    }

    @Test
    void where_nobody_is_named_the_name_stays_open() {
        draft(desk.letter(LetterStatus.DRAFT), OfficeMother.settings());
        assertThat(desk.printer.printed()).containsExactly("draft, …");
    }

    @Test
    void what_was_signed_or_dropped_meanwhile_is_not_printed() {
        for (LetterStatus status : EnumSet.complementOf(EnumSet.of(LetterStatus.DRAFT))) {
            draft(desk.letter(status), OfficeMother.settings());
        }
        assertThat(desk.printer.printed()).isEmpty();
    }

    @Test
    void a_letter_that_there_is_not_is_not_printed() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase(OfficeMother.settings()).execute(new LetterId(UUID.randomUUID())));
    }

    private void draft(Letter letter, LetterSettings settings) {
        useCase(settings).execute(letter.id());
    }

    private DraftLetter useCase(LetterSettings settings) {
        return new DraftLetter(desk.letters, desk.printer, OfficeMother.offices(settings, desk.regions, null));
    }
}
