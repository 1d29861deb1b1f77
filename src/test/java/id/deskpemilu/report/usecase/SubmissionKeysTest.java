package id.deskpemilu.report.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.shared.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionKeysTest {

    @Test
    void the_fingerprint_of_what_was_sent_is_the_same_in_every_version() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("suara_sah", 208);
        figures.put("pemilih_dpt_l", "134");
        KeysInMemory keys = new KeysInMemory();

        keys.keep(
                People.OPERATOR,
                "coba-1",
                ReportId.next(),
                new SubmitReport.Command(figures, Map.of("2", 118, "1", 90), true, Map.of("H1", "sesuai C.Hasil")));

        assertThat(keys.find(People.OPERATOR.username(), "coba-1").orElseThrow().body())
                .isEqualTo(Sha256.of("{\"figures\":{\"pemilih_dpt_l\":\"134\",\"suara_sah\":208},"
                        + "\"votes\":{\"1\":90,\"2\":118},\"confirmed\":true,"
                        + "\"explanations\":{\"H1\":\"sesuai C.Hasil\"}}"));
    }
}
