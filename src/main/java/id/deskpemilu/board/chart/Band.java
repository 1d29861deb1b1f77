package id.deskpemilu.board.chart;

/**
 * How much of a region has reported, in five steps. A step is shown by a pattern, a word and a colour; the patterns grow
 * denser with the share, so that neither colour nor print is needed to tell them apart.
 */
public enum Band {
    /** Nobody has reported. */
    NONE,
    /** Somebody, less than half. */
    UNDER_50,
    /** Half, less than 80 %. */
    UNDER_80,
    /** 80 %, not all. */
    UNDER_100,
    /** Everybody. */
    ALL;

    private static final int WHOLE = 100;
    private static final int HALF = 50;
    private static final int MOST = 80;

    /**
     * The band of a region. A region without stations has nothing to wait for: it is {@link #ALL}.
     *
     * @param reported stations that have reported
     * @param all stations
     */
    public static Band of(long reported, long all) {
        if (reported >= all) {
            return ALL;
        }
        if (reported == 0) {
            return NONE;
        }
        if (reported * WHOLE < all * HALF) {
            return UNDER_50;
        }
        return reported * WHOLE < all * MOST ? UNDER_80 : UNDER_100;
    }

    /** The id of the pattern in the page, and the class of the swatch. */
    public String key() {
        return "band" + ordinal();
    }
}
