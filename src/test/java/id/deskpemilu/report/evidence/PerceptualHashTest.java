package id.deskpemilu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {

    @Test
    void the_same_picture_scaled_and_compressed_again_stays_near() {
        PhotoReader reader = new PhotoReader(PhotoMother.settings());
        for (int seed = 0; seed < 20; seed++) {
            BufferedImage picture = PhotoMother.picture(seed, 1500, 2000);
            long original = PerceptualHash.of(picture);
            long small = PerceptualHash.of(Scaling.within(picture, 900));
            long again = reader.read(PhotoMother.encoded(picture, "jpeg")).fingerprint();
            assertThat(Long.bitCount(original ^ small)).as("seed %d", seed).isLessThanOrEqualTo(PerceptualHash.NEAR);
            assertThat(Long.bitCount(original ^ again)).as("seed %d", seed).isLessThanOrEqualTo(PerceptualHash.NEAR);
        }
    }

    @Test
    void other_pictures_are_far() {
        for (int seed = 0; seed < 20; seed++) {
            long one = PerceptualHash.of(PhotoMother.picture(seed, 600, 800));
            long other = PerceptualHash.of(PhotoMother.picture(seed + 100, 600, 800));
            assertThat(Long.bitCount(one ^ other)).as("seed %d", seed).isGreaterThan(PerceptualHash.NEAR);
        }
    }

    @Test
    void near_hashes_share_a_band_whichever_bits_differ() {
        var dice = new Random(1);
        for (int i = 0; i < 1000; i++) {
            long hash = dice.nextLong();
            long near = hash;
            for (int bit = 0; bit < PerceptualHash.NEAR; bit++) {
                near ^= 1L << dice.nextInt(Long.SIZE);
            }
            List<Integer> bands = Arrays.asList(PerceptualHash.bands(hash));
            assertThat(Collections.disjoint(bands, Arrays.asList(PerceptualHash.bands(near))))
                    .isFalse();
            assertThat(bands).doesNotHaveDuplicates();
        }
    }
}
