package id.deskpemilu.report.finding;

import static id.deskpemilu.election.Form.Meaning.BALLOTS_RECEIVED;
import static id.deskpemilu.election.Form.Meaning.BALLOTS_SPOILED;
import static id.deskpemilu.election.Form.Meaning.BALLOTS_UNUSED;
import static id.deskpemilu.election.Form.Meaning.BALLOTS_USED;
import static id.deskpemilu.election.Form.Meaning.CAST;
import static id.deskpemilu.election.Form.Meaning.INVALID;
import static id.deskpemilu.election.Form.Meaning.VALID;
import static id.deskpemilu.election.Form.Meaning.VOTED_LISTED;
import static id.deskpemilu.election.Form.Meaning.VOTED_MOVED;
import static id.deskpemilu.election.Form.Meaning.VOTED_TOTAL;
import static id.deskpemilu.election.Form.Meaning.VOTED_UNLISTED;

import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.Column;
import id.deskpemilu.election.Form.Meaning;
import id.deskpemilu.election.Form.Row;
import id.deskpemilu.report.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sum of the form, H1 to H6: the parts make the total. Each field stands in it once.
 *
 * @param code the rule that it belongs to
 * @param parts the fields to add
 * @param total the field that holds their sum
 */
record Sum(FindingCode code, List<String> parts, String total) {

    /** The rules that are sums. */
    static final Set<FindingCode> RULES = Set.of(
            FindingCode.H1,
            FindingCode.H2,
            FindingCode.H3,
            FindingCode.H3P,
            FindingCode.H4,
            FindingCode.H5,
            FindingCode.H6);

    /** The sums whose fields are all reached, in the order of the codes. */
    static List<Sum> of(Form form, Reached reached) {
        List<Sum> sums = new ArrayList<>();
        for (Row row : form.rows()) {
            if (row.columns()) {
                sums.add(new Sum(
                        FindingCode.H1, List.of(row.field(Column.L), row.field(Column.P)), row.field(Column.J)));
            }
        }
        for (Column column : Column.values()) {
            List<String> parts = fields(form, column, VOTED_LISTED, VOTED_MOVED, VOTED_UNLISTED);
            List<String> total = fields(form, column, VOTED_TOTAL);
            if (!parts.isEmpty() && !total.isEmpty()) {
                sums.add(new Sum(FindingCode.H2, parts, total.get(0)));
            }
        }
        add(sums, FindingCode.H3, reached.votes(), totals(form, VALID));
        reached.lists()
                .forEach((party, list) -> sums.add(new Sum(FindingCode.H3P, List.copyOf(list), Form.voteField(party))));
        add(sums, FindingCode.H4, totals(form, VALID, INVALID), totals(form, CAST));
        add(sums, FindingCode.H5, totals(form, CAST), totals(form, BALLOTS_USED));
        add(sums, FindingCode.H5, totals(form, CAST), totals(form, VOTED_TOTAL));
        add(
                sums,
                FindingCode.H6,
                totals(form, BALLOTS_USED, BALLOTS_SPOILED, BALLOTS_UNUSED),
                totals(form, BALLOTS_RECEIVED));
        sums.removeIf(sum -> !sum.fields().allMatch(field -> isReached(field, reached)));
        return sums;
    }

    private static boolean isReached(String field, Reached reached) {
        return reached.fields().contains(field) || field.startsWith(Form.VOTE_PREFIX) && !isFigure(field);
    }

    /** Whether it is one of the figures of section V, whose names begin as those of the votes do. */
    private static boolean isFigure(String field) {
        return !Character.isDigit(field.charAt(Form.VOTE_PREFIX.length()));
    }

    private static void add(List<Sum> sums, FindingCode code, List<String> parts, List<String> total) {
        if (!parts.isEmpty() && !total.isEmpty()) {
            sums.add(new Sum(code, parts, total.get(0)));
        }
    }

    private static List<String> fields(Form form, Column column, Meaning... meanings) {
        return Stream.of(meanings)
                .map(meaning -> form.row(meaning).filter(Row::columns))
                .flatMap(Optional::stream)
                .map(row -> row.field(column))
                .toList();
    }

    /** The fields of the rows' totals; none if the form lacks one of the rows. */
    private static List<String> totals(Form form, Meaning... meanings) {
        List<String> totals = Stream.of(meanings)
                .map(form::row)
                .flatMap(Optional::stream)
                .map(Row::total)
                .toList();
        return totals.size() == meanings.length ? totals : List.of();
    }

    /** The sum that a violation of one of the {@link #RULES} says is wrong. */
    static Sum of(Violation violation) {
        List<String> fields = violation.fields();
        return new Sum(violation.code(), fields.subList(0, fields.size() - 1), fields.get(fields.size() - 1));
    }

    Stream<String> fields() {
        return Stream.concat(parts.stream(), Stream.of(total));
    }

    /** By how much the parts are more than the total. */
    int excess(Tally tally) {
        return parts.stream().mapToInt(tally::get).sum() - tally.get(total);
    }

    /** What would have to stand in the field for the sum to be right, the other figures as they are. */
    int needed(String field, Tally tally) {
        return field.equals(total) ? tally.get(field) + excess(tally) : tally.get(field) - excess(tally);
    }

    /** What is wrong with the sum, if it is. */
    Optional<Violation> check(Tally tally) {
        int excess = excess(tally);
        if (excess == 0) {
            return Optional.empty();
        }
        int written = tally.get(total);
        String terms =
                parts.stream().map(part -> String.valueOf(tally.get(part))).collect(Collectors.joining(" + "));
        String formula = (parts.size() > 1 ? terms + " = " + (written + excess) : terms) + " ≠ " + written;
        return Optional.of(new Violation(code, Math.abs(excess), formula, fields().toList()));
    }
}
