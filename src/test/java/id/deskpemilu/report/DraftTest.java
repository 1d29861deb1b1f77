package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.shared.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Set<String> FIELDS = Set.of("suara_1", "suara_2", "ss_sisa");
    private static final Instant LATER = ReportMother.NOW.plusSeconds(60);

    private final Draft begun = Draft.begun(ReportId.next(), People.OPERATOR, "kunci", ReportMother.NOW);

    @Test
    void what_was_typed_is_kept_as_it_is() {
        Draft draft =
                begun.with(Map.of("suara_1", "1o8", "suara_2", " 90 "), Map.of("H3", "salah jumlah"), FIELDS, LATER);
        assertThat(draft.figures()).isEqualTo(Map.of("suara_1", "1o8", "suara_2", "90"));
        assertThat(draft.explanations()).isEqualTo(Map.of("H3", "salah jumlah"));
        assertThat(draft.filled()).isEqualTo(2);
        assertThat(draft.boxes()).isEqualTo(3);
        assertThat(draft.savedAt()).isEqualTo(LATER);
        assertThat(draft.username()).isEqualTo(People.OPERATOR.username());
    }

    @Test
    void boxes_that_are_not_named_stay_and_those_emptied_go() {
        Map<String, String> emptied = new HashMap<>();
        emptied.put("suara_1", "");
        emptied.put("ss_sisa", null);
        Draft draft = begun.with(Map.of("suara_1", "1", "suara_2", "2", "ss_sisa", "3"), Map.of(), FIELDS, LATER)
                .with(emptied, Map.of(), FIELDS, LATER);
        assertThat(draft.figures()).isEqualTo(Map.of("suara_2", "2"));
        assertThat(draft.isEmpty()).isFalse();
        assertThat(draft.with(Map.of("suara_2", " "), Map.of(), FIELDS, LATER).isEmpty())
                .isTrue();
    }

    @Test
    void the_first_key_stays_and_one_that_cannot_be_is_replaced() {
        assertThat(begun.with(Map.of("suara_1", "1"), Map.of(), FIELDS, LATER).key())
                .isEqualTo("kunci");
        for (String impossible : new String[] {null, " ", "a".repeat(101), "a\u0000"}) {
            assertThat(Draft.begun(begun.report(), People.OPERATOR, impossible, LATER)
                            .key())
                    .hasSize(36);
        }
    }

    @Test
    void what_can_be_no_entry_of_this_form_is_refused() {
        refused(Map.of("suara_3", "1"), Map.of());
        refused(Map.of("suara_1", "1".repeat(21)), Map.of());
        refused(Map.of("suara_1", "1\u0000"), Map.of());
        refused(Map.of(), Map.of("H0", "tidak ada"));
        refused(Map.of(), Map.of("H3", "a".repeat(1001)));
        refused(Map.of(), Map.of("H3", "a\u0000"));
        assertThat(begun.with(Map.of("suara_1", "1".repeat(20)), Map.of("H3", "baris\r\nbaris"), FIELDS, LATER)
                        .isEmpty())
                .isFalse();
    }

    private void refused(Map<String, String> figures, Map<String, String> explanations) {
        assertThatThrownBy(() -> begun.with(figures, explanations, FIELDS, LATER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("DRAFT_INVALID"));
    }
}
