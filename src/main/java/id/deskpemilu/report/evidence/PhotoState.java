package id.deskpemilu.report.evidence;

/** How much of the form is there as photos. */
public enum PhotoState {
    /** Not a single page. */
    NONE,
    /** Fewer pages than the form has. */
    SOME,
    /** As many pages as the form has, or more. */
    COMPLETE;

    /** The state with that many pages of those that the form has. */
    public static PhotoState of(int pages, int expected) {
        if (pages == 0) {
            return NONE;
        }
        return pages < expected ? SOME : COMPLETE;
    }
}
