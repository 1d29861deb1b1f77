package id.deskpemilu.report.usecase;

/**
 * What is wrong with one part of an order for a round.
 *
 * @param field which part: {@code kind}, {@code heldOn}, {@code reason}, {@code stations} or {@code ballot}
 * @param value what was given there
 * @param code what is wrong with it
 */
public record RoundError(String field, String value, Code code) {

    /** What can be wrong; each has a text {@code round.error.CODE}. */
    public enum Code {
        KIND_MISSING,
        DATE_MISSING,
        /** Before the election day. */
        DATE_EARLY,
        REASON_MISSING,
        TEXT_TOO_LONG,
        STATIONS_MISSING,
        /** No code of a station. */
        STATION_INVALID,
        STATION_TWICE,
        /** No station of the contest. */
        STATION_UNKNOWN,
        /** Imported after the contest was opened: it has to be opened again first. */
        STATION_WITHOUT_CASE,
        /** No region with stations of the contest. */
        REGION_UNKNOWN,
        BALLOT_TOO_SHORT,
        BALLOT_NUMBER_INVALID,
        BALLOT_NUMBER_TWICE,
        BALLOT_NAME_MISSING,
        /** Papers that are counted again are what they were. */
        BALLOT_OF_RECOUNT,
        /** The parties' lists belong to their dapil; a round does not change them. */
        BALLOT_OF_LISTS,
        /** The named stations vote on different ballots so far, and the order does not say which one is meant. */
        BALLOTS_DIFFER
    }
}
