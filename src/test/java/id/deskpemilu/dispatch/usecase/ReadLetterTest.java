package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadLetterTest {

    private final LetterDesk desk = new LetterDesk();
    private final Letter letter = desk.letter(LetterStatus.DRAFT);

    @Test
    void everybody_of_the_region_reads_it() {
        for (Role role : Role.OF_PEOPLE) {
            assertThat(useCase().execute(LetterDesk.actor("orang", role, LetterDesk.REGENCY), letter.id()))
                    .isSameAs(letter);
        }
    }

    @Test
    void nobody_else_reads_it() {
        for (String foreign : new String[] {"9802", "980101"}) {
            desk.refuses(
                    "REGION_FOREIGN",
                    () -> useCase()
                            .execute(LetterDesk.actor("orang", Role.SUPERVISOR, new RegionCode(foreign)), letter.id()));
        }
        desk.refuses(
                "REGION_FOREIGN",
                () -> useCase().execute(LetterDesk.actor("program", Role.SENDER, LetterDesk.REGENCY), letter.id()));
    }

    @Test
    void a_letter_that_there_is_not_is_not_read() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(LetterDesk.SUPERVISOR, new LetterId(UUID.randomUUID())));
    }

    private ReadLetter useCase() {
        return new ReadLetter(desk.letters);
    }
}
