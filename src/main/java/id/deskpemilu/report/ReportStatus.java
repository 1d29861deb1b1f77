package id.deskpemilu.report;

/** How far a report has come. */
public enum ReportStatus {
    /** Nothing was sent yet. */
    AWAITED,
    /** Sent, in the very moment of being locked; never seen from outside. */
    SUBMITTED,
    /** Sent and locked: nobody edits it any more, a verifier checks it. */
    LOCKED,
    /** A verifier asked for a correction; the operator of the desa answers. */
    CORRECTION_REQUESTED,
    /** The operator confirmed the correction; a verifier applies it. */
    CORRECTION_CONFIRMED,
    /** Corrected, declined by the operator, or held to be grave: another verifier looks at it. */
    RECHECK,
    /** Checked to the end. */
    APPROVED;

    /** Whether the station has reported. */
    public boolean isReported() {
        return this != AWAITED;
    }
}
