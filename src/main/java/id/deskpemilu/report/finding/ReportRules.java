package id.deskpemilu.report.finding;

import static id.deskpemilu.election.Form.Meaning.BALLOTS_RECEIVED;
import static id.deskpemilu.election.Form.Meaning.BALLOTS_SPOILED;
import static id.deskpemilu.election.Form.Meaning.BALLOTS_UNUSED;
import static id.deskpemilu.election.Form.Meaning.BALLOTS_USED;
import static id.deskpemilu.election.Form.Meaning.CAST;
import static id.deskpemilu.election.Form.Meaning.DISABLED;
import static id.deskpemilu.election.Form.Meaning.INVALID;
import static id.deskpemilu.election.Form.Meaning.REGISTERED;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of a C.Hasil form. A rule measures and never throws for bad figures; a rule about a section that the form
 * leaves out is silent. The sources of the rules stand in {@code src/docs/rules.md}.
 */
public final class ReportRules {

    private final Form form;
    private final Tally tally;
    private final List<Violation> violations = new ArrayList<>();

    private ReportRules(Form form, Tally tally) {
        this.form = form;
        this.tally = tally;
    }

    /** Every rule that the figures break, in the order of the codes. */
    public static List<Violation> check(Form form, Tally tally) {
        ReportRules rules = new ReportRules(form, tally);
        rules.sexesAddUp();
        rules.votersAddUp();
        rules.votesAddUp();
        rules.validAndInvalidAddUp();
        rules.castAreTheVoters();
        rules.ballotsAddUp();
        rules.partsFitIntoTheWhole();
        rules.castFitIntoTheBallots();
        rules.votesFitIntoTheCast();
        rules.castFitIntoTheStation();
        return List.copyOf(rules.violations);
    }

    private void sexesAddUp() {
        form.rows().stream()
                .filter(Row::columns)
                .forEach(row ->
                        sum(FindingCode.H1, List.of(row.field(Column.L), row.field(Column.P)), row.field(Column.J)));
    }

    private void votersAddUp() {
        for (Column column : Column.values()) {
            List<String> parts = Stream.of(VOTED_LISTED, VOTED_MOVED, VOTED_UNLISTED)
                    .map(meaning -> field(meaning, column))
                    .filter(Objects::nonNull)
                    .toList();
            String total = field(VOTED_TOTAL, column);
            if (!parts.isEmpty() && total != null) {
                sum(FindingCode.H2, parts, total);
            }
        }
    }

    private void votesAddUp() {
        String valid = total(VALID);
        if (valid != null) {
            sum(
                    FindingCode.H3,
                    tally.votes().keySet().stream().map(Form::voteField).toList(),
                    valid);
        }
    }

    private void validAndInvalidAddUp() {
        sumOf(FindingCode.H4, CAST, VALID, INVALID);
    }

    private void castAreTheVoters() {
        for (Meaning other : List.of(BALLOTS_USED, VOTED_TOTAL)) {
            String cast = total(CAST);
            String same = total(other);
            if (cast != null && same != null) {
                sum(FindingCode.H5, List.of(cast), same);
            }
        }
    }

    private void ballotsAddUp() {
        sumOf(FindingCode.H6, BALLOTS_RECEIVED, BALLOTS_USED, BALLOTS_SPOILED, BALLOTS_UNUSED);
    }

    private void partsFitIntoTheWhole() {
        for (Column column : Column.values()) {
            atMost(FindingCode.H7, field(VOTED_LISTED, column), field(REGISTERED, column));
            atMost(FindingCode.H7, field(DISABLED, column), field(VOTED_TOTAL, column));
        }
    }

    private void castFitIntoTheBallots() {
        atMost(FindingCode.H8, total(CAST), total(BALLOTS_RECEIVED));
    }

    private void votesFitIntoTheCast() {
        tally.votes().keySet().forEach(number -> atMost(FindingCode.H9, Form.voteField(number), total(VALID)));
        atMost(FindingCode.H9, total(VALID), total(CAST));
    }

    private void castFitIntoTheStation() {
        String cast = total(CAST);
        String registered = total(REGISTERED);
        if (cast == null || registered == null) {
            return;
        }
        int most = form.ballotsFor(tally.get(registered));
        int excess = tally.get(cast) - most;
        if (excess > 0) {
            String reserve = form.reservePermille() % 10 == 0
                    ? String.valueOf(form.reservePermille() / 10)
                    : form.reservePermille() / 10 + "," + form.reservePermille() % 10;
            violations.add(new Violation(
                    FindingCode.S2,
                    excess,
                    tally.get(cast) + " > " + tally.get(registered) + " + " + reserve + "% = " + most,
                    List.of(cast, registered)));
        }
    }

    private void sumOf(FindingCode code, Meaning total, Meaning... parts) {
        List<String> fields =
                Arrays.stream(parts).map(this::total).filter(Objects::nonNull).toList();
        String whole = total(total);
        if (whole != null && fields.size() == parts.length) {
            sum(code, fields, whole);
        }
    }

    private void sum(FindingCode code, List<String> parts, String total) {
        int sum = parts.stream().mapToInt(tally::get).sum();
        int written = tally.get(total);
        if (sum != written) {
            String terms =
                    parts.stream().map(part -> String.valueOf(tally.get(part))).collect(Collectors.joining(" + "));
            String formula = (parts.size() > 1 ? terms + " = " + sum : terms) + " ≠ " + written;
            List<String> fields =
                    Stream.concat(parts.stream(), Stream.of(total)).toList();
            violations.add(new Violation(code, Math.abs(sum - written), formula, fields));
        }
    }

    private void atMost(FindingCode code, @Nullable String part, @Nullable String whole) {
        if (part != null && whole != null && tally.get(part) > tally.get(whole)) {
            violations.add(new Violation(
                    code,
                    tally.get(part) - tally.get(whole),
                    tally.get(part) + " > " + tally.get(whole),
                    List.of(part, whole)));
        }
    }

    private @Nullable String field(Meaning meaning, Column column) {
        Optional<Row> row = form.row(meaning).filter(Row::columns);
        return row.isPresent() ? row.get().field(column) : null;
    }

    private @Nullable String total(Meaning meaning) {
        Optional<Row> row = form.row(meaning);
        return row.isPresent() ? row.get().total() : null;
    }
}
