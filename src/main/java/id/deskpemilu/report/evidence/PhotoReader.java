package id.deskpemilu.report.evidence;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes of a file that somebody sent a picture that can be kept and shown: drawn anew, so that places, names of cameras
 * and whatever else came with it are gone.
 */
@Component
public class PhotoReader {

    private static final float QUALITY = 0.85f;
    private static final int AT_ONCE = 2; // each may need some 150 MB for a moment
    private static final int PATIENCE_SECONDS = 20;
    private static final long MILLION = 1_000_000;

    private final PhotoSettings settings;
    private final Semaphore turns;
    private final int patience;

    @Autowired
    PhotoReader(PhotoSettings settings) {
        this(settings, AT_ONCE, PATIENCE_SECONDS);
    }

    PhotoReader(PhotoSettings settings, int atOnce, int patienceSeconds) {
        this.settings = settings;
        this.turns = new Semaphore(atOnce, true);
        this.patience = patienceSeconds;
    }

    /**
     * Reads the file.
     *
     * @throws Refusal {@code PHOTO_EMPTY}, {@code PHOTO_TOO_BIG}, {@code PHOTO_KIND}, {@code PHOTO_HEIC},
     *     {@code PHOTO_TOO_MANY_PIXELS}, {@code PHOTO_UNREADABLE}, {@code PHOTO_BUSY}
     */
    public PreparedPhoto read(byte[] received) {
        if (received.length == 0) {
            throw Refusal.invalid("PHOTO_EMPTY");
        }
        requireSize(received.length);
        ImageKind kind = ImageKind.of(received);
        takeTurn();
        try {
            return prepared(received, Scaling.within(upright(received, kind), settings.longestSide()));
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.invalid("PHOTO_UNREADABLE"); // readers of pictures fail in many ways
        } finally {
            turns.release();
        }
    }

    /**
     * Passes if a file may be of this size.
     *
     * @throws Refusal {@code PHOTO_TOO_BIG}
     */
    public void requireSize(long bytes) {
        if (bytes > settings.maxSize().toBytes()) {
            throw Refusal.invalid("PHOTO_TOO_BIG", settings.maxSize().toMegabytes());
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(patience, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.unavailable("PHOTO_BUSY");
    }

    private BufferedImage upright(byte[] received, ImageKind kind) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(received))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            // asked of the header, before a single pixel is unpacked: a few bytes can claim to be a wall of pixels
            if ((long) width * height > settings.maxMegapixels() * MILLION) {
                throw Refusal.invalid("PHOTO_TOO_MANY_PIXELS", settings.maxMegapixels());
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / (settings.longestSide() * 3 / 2));
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            return Orientation.apply(kind == ImageKind.JPEG ? Orientation.of(received) : 1, image);
        } finally {
            reader.dispose();
        }
    }

    private PreparedPhoto prepared(byte[] received, BufferedImage picture) throws IOException {
        byte[] jpeg = jpeg(picture);
        byte[] thumbnail = jpeg(Scaling.within(picture, settings.thumbnailSide()));
        return new PreparedPhoto(
                Sha256.of(received),
                jpeg,
                Sha256.of(jpeg),
                thumbnail,
                Sha256.of(thumbnail),
                PerceptualHash.of(picture),
                picture.getWidth(),
                picture.getHeight());
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
