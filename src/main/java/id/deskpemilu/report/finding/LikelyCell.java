package id.deskpemilu.report.finding;

/**
 * A box whose figure, written otherwise in one digit, would make all the sums of the form right.
 *
 * @param field the field's code
 * @param from what was typed
 * @param to what would fit; never put in its place by the program
 */
public record LikelyCell(String field, int from, int to) {}
