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
    /** The operator disputed the correction or did not answer in time; a supervisor decides. */
    DISPUTED,
    /** The correction is confirmed, or a supervisor upheld it; a verifier applies it. */
    CORRECTION_CONFIRMED,
    /** Corrected, kept as written, or held to be grave: another verifier looks at it. */
    RECHECK,
    /** Checked to the end. */
    APPROVED,
    /** Approved once and opened again by two people, until a set hour. */
    REOPENED;

    /** Whether the station has reported. */
    public boolean isReported() {
        return this != AWAITED;
    }
}
