package id.deskpemilu.report.evidence;

import java.awt.image.BufferedImage;

/**
 * Sixty-four bits that stay nearly the same when a picture is scaled, compressed again or made a little brighter: whether
 * each of 8 × 8 fields is brighter than its right neighbour ("difference hash").
 */
final class PerceptualHash {

    /** How many bits may differ in pictures that count as nearly the same: four bands then have at least one in common. */
    static final int NEAR = 3;

    private static final int SIDE = 8;
    private static final int BANDS = 4;
    private static final int BAND_BITS = Long.SIZE / BANDS;

    private PerceptualHash() {}

    /** The hash of the picture. */
    static long of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        double[][] light = new double[SIDE][SIDE + 1];
        int[][] pixels = new int[SIDE][SIDE + 1];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                light[y * SIDE / height][x * (SIDE + 1) / width] += brightness(row[x]);
                pixels[y * SIDE / height][x * (SIDE + 1) / width]++;
            }
        }
        long hash = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean brighter = light[y][x] * pixels[y][x + 1] > light[y][x + 1] * pixels[y][x];
                hash = hash << 1 | (brighter ? 1 : 0);
            }
        }
        return hash;
    }

    private static int brightness(int rgb) {
        return 299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
    }

    /** The four quarters of the hash, each with its place, so that an index finds hashes that share one. */
    static Integer[] bands(long hash) {
        Integer[] bands = new Integer[BANDS];
        for (int i = 0; i < BANDS; i++) {
            bands[i] = i << BAND_BITS | (int) (hash >>> i * BAND_BITS & 0xffff);
        }
        return bands;
    }
}
