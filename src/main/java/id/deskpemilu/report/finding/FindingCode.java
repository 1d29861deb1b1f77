package id.deskpemilu.report.finding;

/**
 * The numbered rules. H: must hold, the polling-station crew writes the form so; S: unusual. The sentence of each stands
 * in the message bundle under {@code finding.CODE}.
 */
public enum FindingCode {
    /** L + P = J in every row with columns. */
    H1,
    /** Voters = listed + moved in + unlisted, in each column. */
    H2,
    /** Sum of the paslon = valid votes. */
    H3,
    /** Valid + invalid = cast. */
    H4,
    /** Cast = ballots used = voters. */
    H5,
    /** Ballots received = used + spoiled + unused. */
    H6,
    /** Voters from the DPT ≤ DPT; voters with a disability ≤ voters. */
    H7,
    /** Cast ≤ ballots received. */
    H8,
    /** Each paslon ≤ valid ≤ cast. */
    H9,
    /** Cast ≤ the ballots that the station can have: its DPT and the reserve. */
    S2;

    /** Whether the rule must hold, because the crew of the station fills the form in so. */
    public boolean mustHold() {
        return name().startsWith("H");
    }
}
