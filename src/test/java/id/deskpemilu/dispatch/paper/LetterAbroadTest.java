package id.deskpemilu.dispatch.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A letter on a server that is set up for another country. */
@Isolated("it tells the whole process that it is elsewhere")
class LetterAbroadTest {

    @Test
    void numbers_are_written_in_indonesian_wherever_the_server_is() throws IOException {
        LetterPaper paper = PaperMother.paper();
        LetterDocument document = PaperMother.regency().document();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            byte[] elsewhere = paper.print(document).pdf();
            Locale.setDefault(Locale.US);
            assertThat(elsewhere).isEqualTo(paper.print(document).pdf());
        } finally {
            Locale.setDefault(before);
        }
    }
}
