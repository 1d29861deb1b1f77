package id.deskpemilu.recap;

/**
 * What is added up over the stations of a region, as the tables name it. The names sort, letter by letter, so that a reader
 * takes only what it shows: capital letters with a number or code first, {@link #ARRIVED} before all others, plain words
 * last.
 */
final class Measure {

    /** And the number of five minutes since 1970: reports that came in them by the clock of the election. */
    static final String ARRIVED = "A";

    /** And the code of a finding: reports with it. */
    static final String FINDING = "F";

    /** And a ballot number: votes that {@link #VOTES} has though their report can still change. */
    static final String HELD_VOTES = "H";

    /** And the number of a later round: stations whose report that counts belongs to it. */
    static final String ROUND = "R";

    /** And a ballot number: its votes. */
    static final String VOTES = "V";

    /** Reports that count for a station, sent or not. */
    static final String CASES = "cases";

    static final String AWAITED = "awaited";
    static final String REPORTED = "reported";
    static final String APPROVED = "approved";
    static final String CORRECTIONS = "corrections";
    static final String AS_WRITTEN = "as_written";
    static final String APART = "apart";
    static final String APART_VOTES = "apart_votes";

    /** Reports whose votes are counted. */
    static final String COUNTED = "counted";

    static final String VALID = "valid";
    static final String INVALID = "invalid";
    static final String REGISTERED = "registered";
    static final String VOTED = "voted";
    static final String DPT_REPORTED = "dpt_reported";
    static final String FINDINGS = "findings";
    static final String INCONSISTENT = "inconsistent";

    /** Votes that the stations without a report can have at most. */
    static final String OUT_VOTES = "out_votes";

    /** Reports that can still change though they were sent, and the votes that they can have at most. */
    static final String HELD = "held";

    static final String HELD_MOST = "held_most";

    /** How many of the stations outstanding or held have no known DPT, and their part of the votes at most. */
    static final String UNKNOWN = "unknown";

    static final String UNKNOWN_MOST = "unknown_most";

    private Measure() {}
}
