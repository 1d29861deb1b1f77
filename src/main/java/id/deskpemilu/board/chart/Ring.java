package id.deskpemilu.board.chart;

/**
 * A ring that fills clockwise from the top: the share of the stations that have reported, and in it the share whose report
 * is approved. The circle of the template has a path length of {@value #LENGTH}, so that a share is a length.
 *
 * @param all stations
 * @param reported stations that have reported
 * @param approved stations whose report is approved
 */
public record Ring(long all, long reported, long approved) {

    /** The length of the whole circle. */
    public static final int LENGTH = 100;

    private static final double VISIBLE = 0.6;
    private static final int TENTHS = 1000;
    private static final double PER_TENTH = 10.0;

    /** Stations that have not reported. */
    public long missing() {
        return all - reported;
    }

    /** Length of the arc of the reported, 0–100. A ring that is not full never looks full, one begun never empty. */
    public double reportedArc() {
        return arc(reported);
    }

    /** Length of the arc of the approved, 0–100. */
    public double approvedArc() {
        return arc(approved);
    }

    /** The reported share in percent with one decimal, cut off and not rounded: 100 is written only when all have. */
    public double percent() {
        return all == 0 ? 0 : Math.floorDiv(reported * TENTHS, all) / PER_TENTH;
    }

    private double arc(long part) {
        if (all == 0 || part == 0) {
            return 0;
        }
        if (part >= all) {
            return LENGTH;
        }
        double share = (double) LENGTH * part / all;
        return Math.round(Math.min(Math.max(share, VISIBLE), LENGTH - VISIBLE) * LENGTH) / (double) LENGTH;
    }
}
