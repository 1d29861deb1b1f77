package id.deskpemilu.report.finding;

import static id.deskpemilu.election.Form.Meaning.BALLOTS_RECEIVED;
import static id.deskpemilu.election.Form.Meaning.CAST;
import static id.deskpemilu.election.Form.Meaning.DISABLED;
import static id.deskpemilu.election.Form.Meaning.INVALID;
import static id.deskpemilu.election.Form.Meaning.REGISTERED;
import static id.deskpemilu.election.Form.Meaning.VALID;
import static id.deskpemilu.election.Form.Meaning.VOTED_LISTED;
import static id.deskpemilu.election.Form.Meaning.VOTED_TOTAL;

import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.Column;
import id.deskpemilu.election.Form.Meaning;
import id.deskpemilu.election.Form.Row;
import id.deskpemilu.report.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a C.Hasil form. A rule measures and never throws for bad figures; a rule about a section that the form
 * leaves out, or that is not filled in to the end, is silent. The sources of the rules stand in
 * {@code src/docs/rules.md}.
 */
public final class ReportRules {

    /** S1: how many ballots more or less than DPT and reserve are nothing unusual. */
    public static final int SPARE_BALLOTS = 1;

    /** S6: invalid votes beyond this share of the cast are unusual, in per cent. */
    public static final int MANY_INVALID = 20;

    private final Form form;
    private final Tally tally;
    private final Reached reached;
    private final boolean special;
    private final List<Violation> violations = new ArrayList<>();

    private ReportRules(Form form, Tally tally, Reached reached, boolean special) {
        this.form = form;
        this.tally = tally;
        this.reached = reached;
        this.special = special;
    }

    /**
     * Every rule on the form alone that the figures break, in the order of the codes; nothing is left out because it
     * follows from another, see {@link DerivedFindings}. The votes of a tally are taken to be all of them.
     */
    public static List<Violation> check(Form form, Tally tally) {
        return check(form, tally, Reached.of(form, tally), false);
    }

    /**
     * The same while the form is being filled in: only sections, parties and votes that are there to the last figure are
     * judged.
     *
     * @param ballot the fields of all choices, parties and candidates that the form asks for
     * @param partial the figures so far
     */
    public static List<Violation> check(Form form, Collection<String> ballot, Tally partial) {
        return check(form, partial, Reached.of(form, ballot, partial), false);
    }

    /** The same with everything that is known around the form. */
    public static List<Violation> check(Form form, Tally tally, Surroundings surroundings) {
        List<Violation> all = new ArrayList<>(check(form, tally, Reached.of(form, tally), surroundings.special()));
        all.addAll(CrossChecks.check(form, tally, surroundings));
        all.sort(Comparator.comparing(Violation::code));
        return List.copyOf(all);
    }

    private static List<Violation> check(Form form, Tally tally, Reached reached, boolean special) {
        ReportRules rules = new ReportRules(form, tally, reached, special);
        rules.sumsAreRight();
        rules.partsFitIntoTheWhole();
        rules.castFitIntoTheBallots();
        rules.votesFitIntoTheCast();
        rules.ballotsAreThoseOfTheStation();
        rules.castFitIntoTheStation();
        rules.stationIsNotTooLarge();
        rules.votersFitIntoTheList();
        rules.votesAreOfTheUsualKind();
        return List.copyOf(rules.violations);
    }

    private void sumsAreRight() {
        Sum.of(form, reached).forEach(sum -> sum.check(tally).ifPresent(violations::add));
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
        reached.votes().forEach(vote -> atMost(FindingCode.H9, vote, total(VALID)));
        atMost(FindingCode.H9, total(VALID), total(CAST));
    }

    private void ballotsAreThoseOfTheStation() {
        String received = total(BALLOTS_RECEIVED);
        String registered = total(REGISTERED);
        if (special || received == null || registered == null) {
            return;
        }
        int off = Math.abs(tally.get(received) - form.ballotsFor(tally.get(registered)));
        if (off > SPARE_BALLOTS) {
            add(FindingCode.S1, off, tally.get(received) + " ≠ " + ballots(registered), received, registered);
        }
    }

    private void castFitIntoTheStation() {
        String cast = total(CAST);
        String registered = total(REGISTERED);
        if (cast == null || registered == null) {
            return;
        }
        int excess = tally.get(cast) - form.ballotsFor(tally.get(registered));
        if (excess > 0) {
            add(FindingCode.S2, excess, tally.get(cast) + " > " + ballots(registered), cast, registered);
        }
    }

    /** The ballots of a station as a sum, e.g. {@code 289 + 2% = 295}. */
    private String ballots(String registered) {
        String reserve = form.reservePermille() % 10 == 0
                ? String.valueOf(form.reservePermille() / 10)
                : Share.decimal(form.reservePermille());
        int voters = tally.get(registered);
        return voters + " + " + reserve + "% = " + form.ballotsFor(voters);
    }

    private void stationIsNotTooLarge() {
        String registered = total(REGISTERED);
        if (registered != null && tally.get(registered) > form.largestStation()) {
            int voters = tally.get(registered);
            add(FindingCode.S2D, voters - form.largestStation(), voters + " > " + form.largestStation(), registered);
        }
    }

    private void votersFitIntoTheList() {
        if (!special) {
            atMost(FindingCode.S5, total(VOTED_TOTAL), total(REGISTERED));
        }
    }

    private void votesAreOfTheUsualKind() {
        String cast = total(CAST);
        String invalid = total(INVALID);
        String valid = total(VALID);
        if (cast == null || invalid == null || valid == null) {
            return;
        }
        if (tally.get(cast) == 0) {
            String registered = total(REGISTERED);
            int voters = registered == null ? 0 : tally.get(registered);
            add(FindingCode.S6, Math.max(1, voters), registered == null ? "0" : "0 / " + voters, cast);
        } else if (tally.get(invalid) * 100 > tally.get(cast) * MANY_INVALID) {
            int share = Share.permille(tally.get(invalid), tally.get(cast));
            int excess = tally.get(invalid) - tally.get(cast) * MANY_INVALID / 100;
            String formula = tally.get(invalid) + " / " + tally.get(cast) + " = " + Share.percent(share);
            add(FindingCode.S6, excess, formula + " > " + MANY_INVALID + "%", invalid, cast);
        }
        List<String> chosen =
                reached.votes().stream().filter(vote -> tally.get(vote) > 0).toList();
        if (reached.votes().size() > 1 && chosen.size() == 1 && tally.get(chosen.get(0)) == tally.get(valid)) {
            int votes = tally.get(valid);
            add(FindingCode.S6, votes, votes + " / " + votes + " = 100%", chosen.get(0), valid);
        }
    }

    private void atMost(FindingCode code, @Nullable String part, @Nullable String whole) {
        if (part != null && whole != null && tally.get(part) > tally.get(whole)) {
            add(code, tally.get(part) - tally.get(whole), tally.get(part) + " > " + tally.get(whole), part, whole);
        }
    }

    private void add(FindingCode code, int deviation, String formula, String... fields) {
        violations.add(new Violation(code, deviation, formula, List.of(fields)));
    }

    private @Nullable String field(Meaning meaning, Column column) {
        Optional<Row> row = form.row(meaning).filter(Row::columns);
        return row.isPresent() ? judged(row.get().field(column)) : null;
    }

    private @Nullable String total(Meaning meaning) {
        Optional<Row> row = form.row(meaning);
        return row.isPresent() ? judged(row.get().total()) : null;
    }

    private @Nullable String judged(String field) {
        return reached.fields().contains(field) ? field : null;
    }
}
