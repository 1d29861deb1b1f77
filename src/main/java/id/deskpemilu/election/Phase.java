package id.deskpemilu.election;

/** The life of an election; it only ever moves forward. */
public enum Phase {
    /** Regions, stations, ballots and people are being entered; nothing can be reported. */
    PREPARATION,
    /** Practice with invented figures; every page and paper says SIMULASI, and it never becomes a real election. */
    REHEARSAL,
    /** The real thing. */
    ACTIVE,
    /** Finished: everything can be read, nothing changes any more. */
    LOCKED,
    /** Put away; no longer offered in lists. */
    ARCHIVED;

    /** Whether contests can be opened and reports move. */
    public boolean isRunning() {
        return this == REHEARSAL || this == ACTIVE;
    }

    /** Whether an election may go from this phase to the other. A rehearsal's figures never become real ones. */
    public boolean mayBecome(Phase next) {
        return switch (this) {
            case PREPARATION -> next == REHEARSAL || next == ACTIVE || next == ARCHIVED;
            case REHEARSAL, ACTIVE -> next == LOCKED;
            case LOCKED -> next == ARCHIVED;
            case ARCHIVED -> false;
        };
    }
}
