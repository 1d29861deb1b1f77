package id.deskpemilu.report.finding;

/**
 * The numbered rules. H: must hold, the polling-station crew writes the form so; S: unusual; X: unusual beside other TPS of
 * the desa. The texts of each stand in the message bundle under {@code finding.CODE}, what it measures in
 * {@code src/docs/rules.md}.
 */
public enum FindingCode {
    /** L + P = J in every row with columns. */
    H1,
    /** Voters = listed + moved in + unlisted, in each column. */
    H2,
    /** Sum of the choices = valid votes. */
    H3,
    /** Party total = votes for the party alone + votes of its candidates. */
    H3P,
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
    /** Each choice ≤ valid ≤ cast. */
    H9,
    /** Ballots received = DPT and reserve, within one ballot. */
    S1,
    /** Cast ≤ the ballots that the station can have: its DPT and the reserve. */
    S2,
    /** DPT ≤ the largest station that the law of the election allows. */
    S2D,
    /** The same voters in every contest of the station. */
    S3,
    /** DPT of the form = DPT of the master list. */
    S4,
    /** Voters ≤ DPT. */
    S5,
    /** No votes at all, many invalid ones, or all for one choice. */
    S6,
    /** The same figures as at another station of the desa. */
    X1,
    /** Turnout far from that of the desa's other stations. */
    X2,
    /** Share of invalid votes far from that of the desa's other stations. */
    X3,
    /** Two choices look swapped beside the desa's other stations. */
    X4;

    /** The code as people read it: the letter after the number is small, {@code H3p}. */
    public String label() {
        return name().length() < 3 ? name() : name().substring(0, 2) + Character.toLowerCase(name().charAt(2));
    }

    /** Whether the rule must hold, because the crew of the station fills the form in so. */
    public boolean mustHold() {
        return name().startsWith("H");
    }
}
