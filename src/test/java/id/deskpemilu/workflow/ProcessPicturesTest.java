package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ProcessPicturesTest {

    private final ProcessPictures pictures = new ProcessPictures(messages());

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void a_picture_says_in_words_what_it_shows() {
        assertThat(pictures.of("tps-report", "Task_VerifyReport").orElseThrow())
                .contains(
                        "<title id=\"title\">Diagram proses Laporan TPS. Langkah sekarang: Verifikasi laporan</title>")
                .contains(">di sini<");
        assertThat(pictures.of("tps-report", null).orElseThrow())
                .contains("<title id=\"title\">Diagram proses Laporan TPS</title>")
                .doesNotContain(">di sini<");
    }

    @Test
    void a_picture_is_drawn_once_for_each_step_whatever_else_is_asked_for() {
        String plain = pictures.of("tps-report", null).orElseThrow();
        assertThat(pictures.of("tps-report", "Task_Nowhere").orElseThrow()).isSameAs(plain);
        assertThat(pictures.of("tps-report", "").orElseThrow()).isSameAs(plain);
        String marked = pictures.of("tps-report", "Task_VerifyReport").orElseThrow();
        assertThat(pictures.of("tps-report", "Task_VerifyReport").orElseThrow()).isSameAs(marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "", "blind-check", "finding-severity.dmn", "../application", "tps-report.bpmn"})
    void there_is_no_picture_of_what_is_no_model(String name) {
        assertThat(pictures.of(name, null)).isEmpty();
    }
}
