package id.deskpemilu.dispatch.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.shared.RegionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixed texts, and those that an office puts in their place. */
class LetterTextsTest {

    private static final LetterTexts TEXTS = LetterTexts.ofTheDesk();

    @Test
    void every_kind_of_thing_has_its_word() {
        for (ContestType type : ContestType.values()) {
            assertThat(TEXTS.of("contest." + type)).isNotBlank();
            assertThat(TEXTS.of("choices." + type)).isNotBlank();
        }
        for (RegionCode.Level level : RegionCode.Level.values()) {
            assertThat(TEXTS.of("level." + level)).isNotBlank();
        }
        for (RoundKind kind : RoundKind.values()) {
            assertThat(TEXTS.of("round." + kind)).isNotBlank();
        }
        for (IncidentKind kind : IncidentKind.values()) {
            assertThat(TEXTS.of("incident." + kind)).isNotBlank();
        }
        for (EscalationKind kind : EscalationKind.values()) {
            assertThat(TEXTS.of("escalation." + kind)).isNotBlank();
        }
        for (Level level : Level.values()) {
            assertThat(TEXTS.of("told." + level)).isNotBlank();
            assertThat(TEXTS.of("level-told." + level)).isNotBlank();
        }
    }

    @Test
    void an_office_changes_the_texts_that_it_wants_to(@TempDir Path folder) throws IOException {
        Path own = Files.writeString(
                folder.resolve("surat.properties"), "closing=Demikian untuk menjadi maklum – terima kasih.\n");
        LetterTexts texts = new LetterTexts(new PaperSettings(own.toString()));
        assertThat(texts.of("closing")).isEqualTo("Demikian untuk menjadi maklum – terima kasih.");
        assertThat(texts.of("head.number")).isEqualTo("Nomor");
        assertThat(new LetterTexts(new PaperSettings(null)).of("closing")).startsWith("Demikian laporan");
    }

    @Test
    void a_text_that_letters_do_not_have_is_refused() {
        assertThatThrownBy(() -> new LetterTexts("penutup=Demikian")).hasMessageContaining("penutup");
        assertThatThrownBy(() -> new LetterTexts("closing=Demikian {nama}")).hasMessageContaining("{nama}");
        assertThatThrownBy(() -> new LetterTexts(new PaperSettings("/nowhere/surat.properties")))
                .hasMessageContaining("/nowhere/surat.properties");
    }

    @Test
    void what_is_filled_in_is_not_filled_in_itself() {
        assertThat(TEXTS.of("annex", "number", "{number} $1 \\")).isEqualTo("Lampiran {number} $1 \\");
        assertThatThrownBy(() -> TEXTS.of("annex", "other", 1)).hasMessageContaining("{number}");
        assertThatThrownBy(() -> TEXTS.of("nothing")).hasMessageContaining("nothing");
    }
}
