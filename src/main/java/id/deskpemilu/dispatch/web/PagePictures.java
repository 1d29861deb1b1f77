package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The pages of letters as pictures. One is drawn at a time, so that drawing never takes the machine from the reports; what
 * was drawn is kept for as long as there is room.
 */
@Component
class PagePictures {

    private static final float DPI = 96;
    private static final long ROOM = 24L * 1024 * 1024;
    private static final int SECONDS = 20;

    private final Semaphore hand = new Semaphore(1, true);
    private final Map<String, byte[]> drawn = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /** How many pages the file has. */
    int count(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A page as PNG.
     *
     * @param number from 1
     * @throws Refusal {@code LETTER_PAGE_UNKNOWN}, {@code LETTER_PICTURES_BUSY}
     */
    byte[] draw(byte[] pdf, int number) {
        String key = Sha256.of(pdf) + ":" + number;
        byte[] known = known(key);
        if (known != null) {
            return known;
        }
        take();
        try {
            known = known(key); // somebody else may have waited for the same page
            return known == null ? keep(key, render(pdf, number)) : known;
        } finally {
            hand.release();
        }
    }

    private void take() {
        try {
            if (!hand.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.unavailable("LETTER_PICTURES_BUSY");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("LETTER_PICTURES_BUSY");
        }
    }

    private static byte[] render(byte[] pdf, int number) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (number < 1 || number > document.getNumberOfPages()) {
                throw Refusal.notFound("LETTER_PAGE_UNKNOWN", number);
            }
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(number - 1, DPI, ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized byte @Nullable [] known(String key) {
        return drawn.get(key);
    }

    private synchronized byte[] keep(String key, byte[] png) {
        if (drawn.put(key, png) == null) {
            held += png.length;
        }
        Iterator<byte[]> oldest = drawn.values().iterator();
        while (held > ROOM && oldest.hasNext()) {
            held -= oldest.next().length;
            oldest.remove();
        }
        return png;
    }
}
