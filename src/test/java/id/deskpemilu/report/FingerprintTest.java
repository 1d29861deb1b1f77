package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.shared.Sha256;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fingerprint that was handed out must stay what it is: anyone can compute it again. */
class FingerprintTest {

    private static final Tally TALLY = new Tally(Map.of("suara_sah", 210, "a_j", 2), Map.of(1, 90, 2, 110, 10, 7));

    @Test
    void the_fingerprint_is_the_sha_256_of_one_line_of_json_with_sorted_keys() {
        String line = "{\"contest\":\"bupati\",\"election\":\"pilkada-2024\","
                + "\"figures\":{\"a_j\":2,\"suara_sah\":210},\"revision\":1,\"tps\":\"3517182001001\","
                + "\"votes\":{\"1\":90,\"10\":7,\"2\":110}}";
        assertThat(Fingerprint.of("pilkada-2024", "bupati", "3517182001001", 1, 1, TALLY))
                .isEqualTo(Sha256.of(line))
                .isEqualTo("4b7abec542f1a7988a419b038f0c28e9dda95195f4bc01aa3df5ce78bbd0acab");
    }

    @Test
    void the_digest_is_the_one_of_the_standard() {
        assertThat(Sha256.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_later_round_is_part_of_it_and_the_first_is_not() {
        String line = "{\"contest\":\"bupati\",\"election\":\"pilkada-2024\","
                + "\"figures\":{\"a_j\":2,\"suara_sah\":210},\"revision\":1,\"round\":2,\"tps\":\"3517182001001\","
                + "\"votes\":{\"1\":90,\"10\":7,\"2\":110}}";
        assertThat(Fingerprint.of("pilkada-2024", "bupati", "3517182001001", 2, 1, TALLY))
                .isEqualTo(Sha256.of(line));
    }

    @Test
    void every_part_counts() {
        String first = Fingerprint.of("pilkada-2024", "bupati", "3517182001001", 1, 1, TALLY);
        assertThat(first)
                .isNotEqualTo(Fingerprint.of("pilkada-2025", "bupati", "3517182001001", 1, 1, TALLY))
                .isNotEqualTo(Fingerprint.of("pilkada-2024", "gubernur", "3517182001001", 1, 1, TALLY))
                .isNotEqualTo(Fingerprint.of("pilkada-2024", "bupati", "3517182001002", 1, 1, TALLY))
                .isNotEqualTo(Fingerprint.of("pilkada-2024", "bupati", "3517182001001", 1, 2, TALLY))
                .isNotEqualTo(Fingerprint.of(
                        "pilkada-2024", "bupati", "3517182001001", 1, 1, TALLY.with(Map.of("suara_1", 91))));
    }

    @Test
    void a_reference_can_be_read_out() {
        assertThat(Fingerprint.reference("abc")).isEqualTo("TRPZ-F1FA-110Y");
    }
}
