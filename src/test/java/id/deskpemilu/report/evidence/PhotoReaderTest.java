package id.deskpemilu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a photo, and what is made of it. */
class PhotoReaderTest {

    private final PhotoReader reader = new PhotoReader(PhotoMother.settings());

    @ParameterizedTest
    @CsvSource({
        "GIF89a..............., PHOTO_KIND",
        "%PDF-1.7............., PHOTO_KIND",
        "<svg xmlns='x'></svg>, PHOTO_KIND",
        "....ftypheic.........., PHOTO_HEIC",
        "....ftypmif1.........., PHOTO_HEIC",
        "....ftypmp42.........., PHOTO_KIND",
        "x, PHOTO_KIND"
    })
    void a_file_is_what_its_content_says(String content, String code) {
        assertThat(refused(content.getBytes(StandardCharsets.US_ASCII))).isEqualTo(code);
    }

    @Test
    void an_empty_file_and_one_that_is_too_big_are_refused() {
        assertThat(refused(new byte[0])).isEqualTo("PHOTO_EMPTY");
        byte[] big = Arrays.copyOf(PhotoMother.jpeg(1, 300, 400), 10 * 1024 * 1024 + 1);
        assertThat(refused(big)).isEqualTo("PHOTO_TOO_BIG");
        assertThat(reader.read(Arrays.copyOf(big, 10 * 1024 * 1024)).width()).isEqualTo(300);
    }

    @Test
    void a_few_bytes_that_claim_to_be_a_wall_of_pixels_are_refused_without_being_unpacked() {
        assertThat(refused(header(50_000, 50_000))).isEqualTo("PHOTO_TOO_MANY_PIXELS");
        assertThat(refused(header(10_001, 5_000))).isEqualTo("PHOTO_TOO_MANY_PIXELS");
        // within the limit it is unpacked, and found to be nothing
        assertThat(refused(header(10, 10))).isEqualTo("PHOTO_UNREADABLE");
    }

    @Test
    void a_damaged_photo_is_refused() {
        byte[] jpeg = PhotoMother.jpeg(1, 300, 400);
        byte[] headless = jpeg.clone();
        Arrays.fill(headless, 20, 400, (byte) 0);
        assertThat(refused(headless)).isEqualTo("PHOTO_UNREADABLE");
        assertThat(refused(Arrays.copyOf(jpeg, 30))).isEqualTo("PHOTO_UNREADABLE");
    }

    @Test
    void whoever_waits_too_long_for_a_turn_is_told_so() {
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> new PhotoReader(PhotoMother.settings(), 0, 0).read(PhotoMother.jpeg(1, 30, 40)))
                        .code())
                .isEqualTo("PHOTO_BUSY");
    }

    @Test
    void where_it_was_taken_is_gone() {
        byte[] taken = PhotoMother.withExif(PhotoMother.jpeg(1, 300, 400), 1, "GPS-2027:11:24-RUMAH-SITI");
        PreparedPhoto photo = reader.read(taken);
        assertThat(text(taken)).contains("Exif", "RUMAH-SITI");
        assertThat(text(photo.jpeg())).doesNotContain("Exif", "GPS", "RUMAH");
        assertThat(text(photo.thumbnail())).doesNotContain("Exif", "GPS", "RUMAH");
        assertThat(photo.receivedSha256()).isEqualTo(Sha256.of(taken));
        assertThat(photo.sha256()).isEqualTo(Sha256.of(photo.jpeg())).isNotEqualTo(photo.receivedSha256());
    }

    @Test
    void a_photo_is_upright_however_the_camera_was_held() throws IOException {
        var lying = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = lying.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 200, 300);
        pen.dispose();
        PreparedPhoto photo = reader.read(PhotoMother.withExif(PhotoMother.encoded(lying, "jpeg"), 6, "x"));
        assertThat(photo.width()).isEqualTo(300);
        assertThat(photo.height()).isEqualTo(400);
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        assertThat(new Color(upright.getRGB(150, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(150, 380)).getRed()).isLessThan(50);
    }

    /** Where the sensor's first row begins and ends, as the table of Exif says it. */
    @ParameterizedTest
    @CsvSource({
        "1, top left, top right",
        "2, top right, top left",
        "3, bottom right, bottom left",
        "4, bottom left, bottom right",
        "5, top left, bottom left",
        "6, top right, bottom right",
        "7, bottom right, top right",
        "8, bottom left, top left"
    })
    void every_orientation_is_turned_as_it_should_be(int orientation, String begin, String end) {
        var sensor = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        sensor.setRGB(0, 0, 0xff0000);
        sensor.setRGB(29, 0, 0x00ff00);
        BufferedImage upright = Orientation.apply(orientation, sensor);
        assertThat(corner(upright, begin)).isEqualTo(0xff0000);
        assertThat(corner(upright, end)).isEqualTo(0x00ff00);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 4711})
    void an_orientation_that_does_not_exist_is_upright(int orientation) {
        assertThat(Orientation.of(PhotoMother.withExif(PhotoMother.jpeg(1, 30, 40), orientation, "x")))
                .isEqualTo(1);
    }

    @Test
    void a_cut_exif_part_does_no_harm() {
        byte[] taken = PhotoMother.withExif(PhotoMother.jpeg(1, 300, 400), 6, "x");
        for (int length = 0; length < 120; length++) {
            assertThat(Orientation.of(Arrays.copyOf(taken, length))).isBetween(1, 8);
        }
    }

    @Test
    void a_large_photo_is_kept_in_a_moderate_size_with_a_small_picture() throws IOException {
        PreparedPhoto photo = reader.read(PhotoMother.jpeg(2, 6000, 4500));
        assertThat(photo.width()).isEqualTo(2400);
        assertThat(photo.height()).isEqualTo(1800);
        BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(photo.thumbnail()));
        assertThat(thumbnail.getWidth()).isEqualTo(400);
        assertThat(thumbnail.getHeight()).isEqualTo(300);
        assertThat(reader.read(PhotoMother.jpeg(2, 300, 400)).width()).isEqualTo(300);
    }

    @Test
    void what_is_transparent_becomes_white() throws IOException {
        byte[] png = PhotoMother.encoded(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), "png");
        BufferedImage kept =
                ImageIO.read(new ByteArrayInputStream(reader.read(png).jpeg()));
        assertThat(new Color(kept.getRGB(20, 15)).getRed()).isGreaterThan(250);
    }

    private String refused(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> reader.read(file)).code();
    }

    private static int corner(BufferedImage image, String name) {
        int x = name.endsWith("left") ? 0 : image.getWidth() - 1;
        int y = name.startsWith("top") ? 0 : image.getHeight() - 1;
        return image.getRGB(x, y) & 0xffffff;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** A PNG of that size, as far as its header: some fifty bytes. */
    private static byte[] header(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(8 + 25 + 12);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        png.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        png.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt((int) crc.getValue());
        png.putInt(0).put("IEND".getBytes(StandardCharsets.US_ASCII)).putInt(0xae426082);
        return png.array();
    }
}
