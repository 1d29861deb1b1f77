package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.OfficeMother;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreviewLetterTest {

    private static final Actor AUDITOR = LetterDesk.actor("auditor", Role.AUDITOR, LetterDesk.REGENCY);

    private final LetterDesk desk = new LetterDesk();

    @Test
    void whoever_may_sign_it_sees_the_own_name_under_it_and_others_do_not() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        assertThat(text(useCase().execute(LetterDesk.SUPERVISOR, letter.id()))).isEqualTo("draft, Nama supervisor");
        assertThat(text(useCase().execute(AUDITOR, letter.id()))).isEqualTo("draft, …");
    }

    @Test
    void a_dropped_one_is_seen_as_the_draft_that_it_was() {
        assertThat(text(useCase()
                        .execute(AUDITOR, desk.letter(LetterStatus.DROPPED).id())))
                .isEqualTo("draft, …");
    }

    @Test
    void a_signed_one_is_the_signed_file() {
        for (LetterStatus status : LetterStatus.values()) {
            if (status.isSigned()) {
                Letter letter = desk.letter(status);
                desk.archive.keepSigned(letter.id(), new byte[] {1, 2});
                assertThat(useCase().execute(AUDITOR, letter.id())).containsExactly(1, 2);
            }
        }
        assertThat(desk.printer.printed()).isEmpty();
    }

    @Test
    void before_its_hour_there_is_nothing_to_see() {
        Letter letter = desk.letter(LetterStatus.PLANNED);
        desk.refuses("LETTER_NOT_FROZEN", () -> useCase().execute(LetterDesk.SUPERVISOR, letter.id()));
    }

    @Test
    void nobody_else_sees_it() {
        Letter letter = desk.letter(LetterStatus.DRAFT);
        Actor neighbour = LetterDesk.actor("tetangga", Role.SUPERVISOR, new RegionCode("9802"));
        desk.refuses("REGION_FOREIGN", () -> useCase().execute(neighbour, letter.id()));
    }

    @Test
    void a_letter_that_there_is_not_is_not_seen() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(AUDITOR, new LetterId(UUID.randomUUID())));
    }

    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.UTF_8);
    }

    private PreviewLetter useCase() {
        return new PreviewLetter(
                desk.letters,
                desk.archive,
                desk.printer,
                OfficeMother.offices(OfficeMother.settings(), desk.regions, null));
    }
}
