package id.deskpemilu.dispatch.web;

import com.ibm.icu.text.RuleBasedNumberFormat;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.shared.web.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the pages of letters show of a snapshot. */
final class FigureView {

    private static final double WHOLE = 100.0;

    private FigureView() {}

    static LetterPage.Summary summary(Frozen frozen) {
        Snapshot snapshot = frozen.snapshot();
        Snapshot.Coverage size = snapshot.coverage();
        return new LetterPage.Summary(
                snapshot.shown().atZone(snapshot.region().zone().id()),
                frozen.sha256(),
                size.districts(),
                size.villages(),
                size.stations(),
                size.dpt().l(),
                size.dpt().p(),
                size.dpt().j(),
                snapshot.incidents().size(),
                snapshot.unreported().size(),
                snapshot.corrections().size(),
                snapshot.explained().size(),
                snapshot.escalations().stream()
                        .mapToInt(one -> one.open() + one.ended())
                        .sum(),
                snapshot.sources().size(),
                snapshot.contests().stream()
                        .map(contest -> contest(snapshot, contest))
                        .toList());
    }

    private static LetterPage.Contest contest(Snapshot snapshot, Snapshot.OfContest contest) {
        Snapshot.Figures whole = contest.whole();
        long given = whole.given();
        return new LetterPage.Contest(
                contest.type().slug(),
                coverage(snapshot, whole),
                whole.correcting(),
                contest.choices().stream()
                        .map(choice -> {
                            long votes = whole.votes().getOrDefault(choice.number(), 0L);
                            double percent = given == 0 ? 0 : WHOLE * votes / given;
                            return new LetterPage.Votes(choice.number(), choice.name(), votes, percent);
                        })
                        .toList(),
                whole.valid(),
                whole.invalid(),
                whole.turnout().percent());
    }

    private static Coverage coverage(Snapshot snapshot, Snapshot.Figures whole) {
        double unverified =
                whole.reported() == 0 ? 0 : WHOLE * (whole.reported() - whole.verified()) / whole.reported();
        return new Coverage(
                snapshot.shown().atZone(snapshot.region().zone().id()),
                whole.reported(),
                whole.stations(),
                Math.max(0, unverified));
    }

    /** What is read before it is signed: every figure in digits and in words of the language. */
    static List<SignPage.Contest> readBack(Snapshot snapshot, Locale locale) {
        RuleBasedNumberFormat words = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        return snapshot.contests().stream()
                .map(contest -> new SignPage.Contest(
                        contest.type().slug(),
                        coverage(snapshot, contest.whole()),
                        contest.choices().stream()
                                .map(choice -> line(
                                        words,
                                        choice.number(),
                                        choice.name(),
                                        contest.whole().votes().getOrDefault(choice.number(), 0L)))
                                .toList(),
                        line(words, 0, "", contest.whole().valid()),
                        line(words, 0, "", contest.whole().invalid())))
                .toList();
    }

    private static SignPage.Line line(RuleBasedNumberFormat words, int number, String name, long figure) {
        return new SignPage.Line(number, name, figure, words.format(figure));
    }

    /** What one snapshot says other than the one before it. */
    static List<LetterPage.Change> changes(Snapshot before, Snapshot after) {
        List<LetterPage.Change> changes = new ArrayList<>();
        for (Snapshot.OfContest now : after.contests()) {
            Snapshot.Figures old = before.contests().stream()
                    .filter(contest -> contest.type() == now.type())
                    .findFirst()
                    .map(Snapshot.OfContest::whole)
                    .orElse(Snapshot.Figures.NONE);
            String slug = now.type().slug();
            Snapshot.Figures figures = now.whole();
            add(changes, slug, "STATIONS", old.stations(), figures.stations());
            add(changes, slug, "REPORTED", old.reported(), figures.reported());
            add(changes, slug, "VERIFIED", old.verified(), figures.verified());
            add(changes, slug, "VALID", old.valid(), figures.valid());
            add(changes, slug, "INVALID", old.invalid(), figures.invalid());
        }
        return changes;
    }

    private static void add(List<LetterPage.Change> changes, String slug, String what, long from, long to) {
        if (from != to) {
            changes.add(new LetterPage.Change(slug, what, from, to));
        }
    }
}
