package id.deskpemilu.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

/** Pages of a letter as pictures. */
class PagePicturesTest {

    private final PagePictures pictures = new PagePictures();

    @Test
    void a_page_is_drawn_once_and_kept() throws IOException {
        byte[] pdf = pdf(2);
        assertThat(pictures.count(pdf)).isEqualTo(2);
        byte[] drawn = pictures.draw(pdf, 2);
        var picture = ImageIO.read(new ByteArrayInputStream(drawn));
        assertThat(picture.getWidth()).isEqualTo(793);
        assertThat(picture.getHeight()).isEqualTo(1122);
        assertThat(pictures.draw(pdf, 2)).isSameAs(drawn);
        assertThat(pictures.draw(pdf, 1)).isNotSameAs(drawn);
    }

    @Test
    void a_page_that_does_not_exist_is_refused() throws IOException {
        byte[] pdf = pdf(1);
        for (int number : new int[] {0, 2, -1}) {
            assertThatThrownBy(() -> pictures.draw(pdf, number))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LETTER_PAGE_UNKNOWN"));
        }
        assertThat(pictures.draw(pdf, 1)).as("a refusal does not keep the hand").isNotEmpty();
    }

    @Test
    void whoever_is_sent_away_while_another_page_is_drawn_is_told_so() throws IOException {
        byte[] pdf = pdf(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pictures.draw(pdf, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LETTER_PICTURES_BUSY"));
        assertThat(Thread.interrupted()).as("whoever interrupted is heard").isTrue();
        assertThat(pictures.draw(pdf, 1)).isNotEmpty();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int n = 0; n < pages; n++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
