package id.deskpemilu.report.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller. */
final class Scaling {

    private Scaling() {}

    /** The picture, its longer side at most so long; what is transparent becomes white. */
    static BufferedImage within(BufferedImage image, int longest) {
        double factor = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        return to(image, side(image.getWidth(), factor), side(image.getHeight(), factor));
    }

    private static int side(int length, double factor) {
        return Math.max(1, (int) Math.round(length * factor));
    }

    /** The picture in exactly this size: halved as long as that is possible, so that every pixel counts. */
    private static BufferedImage to(BufferedImage image, int width, int height) {
        BufferedImage current = image;
        while (current.getWidth() > 2 * width || current.getHeight() > 2 * height) {
            current = draw(current, Math.max(width, current.getWidth() / 2), Math.max(height, current.getHeight() / 2));
        }
        return draw(current, width, height);
    }

    private static BufferedImage draw(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return scaled;
    }
}
