package id.deskpemilu.report.evidence;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the camera was held: cameras keep the picture as the sensor saw it and write into its Exif part how to turn it. Only
 * that one number is read; see Exif 2.3, tag 0x0112.
 */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int FIRST_TURNED = 5;

    private static final int MARKER = 0xff;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int EXIF = 0x45786966;
    private static final int EXIF_HEADER = 6;
    private static final int TIFF = 42;
    private static final int ENTRY = 12;
    private static final int TAG = 0x0112;

    private Orientation() {}

    /** The orientation of a JPEG, 1 to 8; 1 where it says nothing that can be understood. */
    static int of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == MARKER && (jpeg[at + 1] & 0xff) != START_OF_SCAN) {
            int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
            int end = Math.min(at + 2 + length, jpeg.length);
            if ((jpeg[at + 1] & 0xff) == APP1 && end - at > 4 + EXIF_HEADER) {
                ByteBuffer part = ByteBuffer.wrap(jpeg, at + 4, end - at - 4).slice();
                if (part.getInt(0) == EXIF) {
                    return ofTiff(part.position(EXIF_HEADER).slice());
                }
            }
            if (length < 2) {
                return UPRIGHT;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int ofTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (tiff.getShort(2) != TIFF || directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0, at = directory + 2; i < entries && at + ENTRY <= tiff.limit(); i++, at += ENTRY) {
            if ((tiff.getShort(at) & 0xffff) == TAG) {
                int value = tiff.getShort(at + 8) & 0xffff;
                return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The picture as it is meant to be seen. */
    static BufferedImage apply(int orientation, BufferedImage image) {
        if (orientation == UPRIGHT) {
            return image;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        boolean turned = orientation >= FIRST_TURNED;
        var upright = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
        // x' = a·x + c·y + e, y' = b·x + d·y + f
        double[] matrix = switch (orientation) {
            case 2 -> new double[] {-1, 0, 0, 1, w, 0};
            case 3 -> new double[] {-1, 0, 0, -1, w, h};
            case 4 -> new double[] {1, 0, 0, -1, 0, h};
            case 5 -> new double[] {0, 1, 1, 0, 0, 0};
            case 6 -> new double[] {0, 1, -1, 0, h, 0};
            case 7 -> new double[] {0, -1, -1, 0, h, w};
            default -> new double[] {0, -1, 1, 0, 0, w};
        };
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(image, new AffineTransform(matrix), null);
        graphics.dispose();
        return upright;
    }
}
