package id.deskpemilu.board;

/**
 * What to chase first: votes outstanding times how much they can matter. A desa's stake is the sum over its contests of
 *
 * <pre>votes that its missing stations can have at most × weight of the contest</pre>
 *
 * and a contest weighs {@code open / lead}, at least {@value #LEAST} and at most 1: {@code lead} is what the first choice is
 * ahead of the second in the region, {@code open} the votes there that can still come or change. A contest that can still
 * turn weighs 1; one that is decided loses weight with its lead and never all of it, because its stations owe a report all
 * the same.
 */
final class ChaseOrder {

    /** What a decided contest weighs at least. */
    static final double LEAST = 0.1;

    private ChaseOrder() {}

    /** The weight of a contest. */
    static double weight(Outlook outlook) {
        return outlook.lead() <= outlook.open() ? 1 : Math.max(LEAST, (double) outlook.open() / outlook.lead());
    }
}
