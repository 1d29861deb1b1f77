package id.deskpemilu.report.evidence;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.springframework.util.unit.DataSize;

/** Photos of forms that nobody filled in: paper on a table, drawn by dice. */
public final class PhotoMother {

    private PhotoMother() {}

    static PhotoSettings settings() {
        return new PhotoSettings(
                PhotoSettings.Store.DATABASE,
                "",
                DataSize.ofMegabytes(10),
                50,
                2400,
                400,
                80,
                DataSize.ofKilobytes(256),
                Duration.ofHours(48),
                Map.of("ppwp", 3, "dpr", 20),
                new PhotoSettings.S3("", "", "", "", ""));
    }

    /** A picture; the same seed gives the same one, another seed one that looks different. */
    public static BufferedImage picture(long seed, int width, int height) {
        var dice = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int x = 0; x < 9; x++) { // the table and the light on it
            for (int y = 0; y < 8; y++) {
                int light = 60 + dice.nextInt(150);
                pen.setColor(new Color(light, light, Math.max(0, light - 20)));
                pen.fillRect(x * width / 9, y * height / 8, width / 9 + 1, height / 8 + 1);
            }
        }
        pen.setColor(new Color(250, 248, 240, 170));
        pen.fillRect(width / 10, height / 12, width * 8 / 10, height * 10 / 12);
        pen.setColor(Color.DARK_GRAY);
        pen.setStroke(new BasicStroke(Math.max(1, width / 400f)));
        for (int row = 0; row < 20; row++) {
            int y = height / 8 + row * height / 26;
            pen.drawLine(width / 8, y, width * 7 / 8, y);
            for (int box = 0; box < 3; box++) {
                pen.drawRect(width * (15 + box) / 24, y + height / 120, width / 26, height / 40);
                pen.drawArc(
                        width * (15 + box) / 24 + width / 100,
                        y + height / 90,
                        width / 60,
                        height / 60,
                        dice.nextInt(180),
                        180 + dice.nextInt(180));
            }
        }
        pen.dispose();
        return image;
    }

    /** The picture as a JPEG. */
    public static byte[] jpeg(long seed, int width, int height) {
        return encoded(picture(seed, width, height), "jpeg");
    }

    /** The picture with the grain of a cheap camera at night, as a JPEG of some megabytes. */
    public static byte[] grainy(long seed, int width, int height) {
        var dice = new Random(seed);
        BufferedImage image = picture(seed, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grain = dice.nextInt(64) * 0x010101;
                image.setRGB(x, y, (image.getRGB(x, y) & 0xbfbfbf) + grain);
            }
        }
        return encoded(image, "jpeg");
    }

    static byte[] encoded(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JPEG with an Exif part that says how the camera was held, and where it was. */
    static byte[] withExif(byte[] jpeg, int orientation, String place) {
        byte[] said = place.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4 + said.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, 8 + 2 + 2 * 12 + 4); // the directory of the place
        tiff.putInt(0);
        tiff.putShort((short) 1);
        entry(tiff, 0x001d, 2, said.length, tiff.capacity() - said.length);
        tiff.putInt(0).put(said);
        byte[] exif = tiff.array();
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 4 + 6 + exif.length);
        whole.put(jpeg, 0, 2);
        whole.put((byte) 0xff).put((byte) 0xe1).putShort((short) (2 + 6 + exif.length));
        whole.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        whole.put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
