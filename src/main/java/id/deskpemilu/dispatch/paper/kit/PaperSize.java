package id.deskpemilu.dispatch.paper.kit;

/** The papers of an Indonesian office. */
public enum PaperSize {
    /** Folio as it is sold in Indonesia, 215 × 330 mm. */
    F4(215, 330),
    /** 210 × 297 mm. */
    A4(210, 297);

    private static final float POINTS_PER_INCH = 72;
    private static final float MILLIMETRES_PER_INCH = 25.4f;

    private final float width;
    private final float height;

    PaperSize(float width, float height) {
        this.width = points(width);
        this.height = points(height);
    }

    /** Width of the upright page in points. */
    public float width() {
        return width;
    }

    /** Height of the upright page in points. */
    public float height() {
        return height;
    }

    /** Millimetres in points. */
    public static float points(double millimetres) {
        return (float) (millimetres * POINTS_PER_INCH / MILLIMETRES_PER_INCH);
    }
}
