package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.paper.ResultTables.Captioned;
import id.deskpemilu.dispatch.paper.ResultTables.Group;
import id.deskpemilu.dispatch.paper.kit.Beside;
import id.deskpemilu.dispatch.paper.kit.Beside.Part;
import id.deskpemilu.dispatch.paper.kit.Block;
import id.deskpemilu.dispatch.paper.kit.Figure;
import id.deskpemilu.dispatch.paper.kit.Framed;
import id.deskpemilu.dispatch.paper.kit.Paper;
import id.deskpemilu.dispatch.paper.kit.Paragraph;
import id.deskpemilu.dispatch.paper.kit.Stack;
import id.deskpemilu.dispatch.paper.kit.Style;
import id.deskpemilu.dispatch.paper.kit.Style.Align;
import id.deskpemilu.dispatch.paper.kit.Table;
import id.deskpemilu.dispatch.paper.kit.Table.Column;
import id.deskpemilu.dispatch.paper.kit.Table.Look;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.Snapshot.Coverage;
import id.deskpemilu.dispatch.snapshot.Snapshot.Escalated;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.Incident;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Round;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Turnout;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The official letter: kop, seven sections, signature, annexes. */
final class FullLetter {

    private static final float HANG = 18;
    private static final float TABLE = 9;
    private static final int FEW_COPIES = 12;

    private final LetterTexts texts;
    private final LetterDocument document;
    private final Frame frame;
    private final Paper paper;
    private final Snapshot snapshot;
    private final ResultTables results;
    private final Charts charts;
    private final Annexes annexes;
    private final Style text;
    private int section;

    FullLetter(LetterTexts texts, LetterDocument document) {
        this.texts = texts;
        this.document = document;
        this.frame = new Frame(texts, document, 1);
        this.paper = frame.paper();
        this.snapshot = frame.snapshot();
        this.results = new ResultTables(texts);
        this.charts = new Charts(texts, snapshot);
        this.annexes = new Annexes(texts, document, frame, results);
        this.text = frame.body().indent(HANG);
    }

    /** The letter. */
    Printed print(byte[] csv) {
        head();
        opening();
        overview();
        voting();
        turnout();
        results();
        prose();
        closing();
        annexes.write();
        return frame.finish(csv);
    }

    private void head() {
        paper.add(frame.letterhead());
        Letterhead head = document.head();
        Style line = frame.body().align(Align.LEFT).space(0, 1.5f);
        paper.add(Paragraph.of(
                line.align(Align.RIGHT).space(4, 6), head.place() + ", " + Indonesian.date(document.date())));
        int count = annexes.count();
        String attached = count == 0
                ? texts.of("annexes.none")
                : texts.of("annexes.count", "count", count, "words", Indonesian.words(count));
        Block facts = Stack.of(
                Paragraph.fact(line, texts.of("head.number"), 58, document.number()),
                Paragraph.fact(line, texts.of("head.nature"), 58, head.nature()),
                Paragraph.fact(line, texts.of("head.annexes"), 58, attached),
                Paragraph.fact(line, texts.of("head.subject"), 58, frame.say("subject")));
        paper.add(Beside.of(0, Part.of(paper.width() * 0.72f, facts), Part.of(0, Figure.gap(0))));
        paper.add(Figure.gap(12));
        paper.add(Paragraph.item(line.space(0, 12), texts.of("head.to"), 28, String.join("\n", head.addressee())));
    }

    private void opening() {
        Style plain = frame.body().first(28);
        List<String> basis = document.head().basis();
        if (basis.isEmpty()) {
            paper.add(Paragraph.of(plain, frame.say("opening.without-basis")));
        } else {
            paper.add(Paragraph.of(plain.space(0, 3), texts.of("opening.basis")));
            Style entry = frame.body().indent(28).space(0, 2);
            int number = 0;
            for (String one : basis) {
                number++;
                paper.add(Paragraph.item(number == basis.size() ? entry.space(0, 5) : entry, number + ".", HANG, one));
            }
            paper.add(Paragraph.of(frame.body(), frame.say("opening.with-basis")));
        }
        if (document.supersedes() != null) {
            paper.add(Paragraph.of(plain, texts.of("opening.supersedes", "number", document.supersedes())));
        }
        paper.add(Paragraph.of(plain, Paragraph.Run.bold(frame.say("opening.limit"))));
        if (!snapshot.sources().isEmpty()) {
            paper.add(Paragraph.of(
                    plain,
                    texts.of("opening.sources", "count", snapshot.sources().size())));
        }
    }

    private void section(String title) {
        section++;
        paper.add(Paragraph.item(frame.body().heading(1).space(10, 4), section + ".", HANG, texts.of(title)));
    }

    private void overview() {
        section("overview");
        Coverage coverage = snapshot.coverage();
        RegionCode.Level level = snapshot.region().code().level();
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] {
            "overview.held", Indonesian.date(snapshot.election().heldOn())
        });
        if (level == RegionCode.Level.PROVINCE) {
            facts.add(new String[] {"overview.regencies", Indonesian.number(coverage.regencies())});
        }
        if (level != RegionCode.Level.DISTRICT) {
            facts.add(new String[] {"overview.districts", Indonesian.number(coverage.districts())});
        }
        facts.add(new String[] {"overview.villages", Indonesian.number(coverage.villages())});
        facts.add(new String[] {"overview.stations", Indonesian.number(coverage.stations())});
        facts.add(new String[] {"overview.dpt", dpt(coverage)});
        facts.add(new String[] {
            "overview.contests",
            snapshot.contests().stream()
                    .map(contest -> texts.of(
                            "overview.contest",
                            "contest",
                            texts.contest(contest),
                            "count",
                            contest.choices().size(),
                            "choices",
                            texts.choices(contest).toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(";\n"))
        });
        char letter = 'a';
        for (String[] fact : facts) {
            paper.add(Paragraph.fact(
                    text.align(Align.LEFT).space(0, 1.5f), letter + ".", 15, texts.of(fact[0]), 150, fact[1]));
            letter++;
        }
    }

    private String dpt(Coverage coverage) {
        if (coverage.dpt().equals(Sexes.NONE)) {
            return texts.of("overview.dpt.none");
        }
        String known = people("overview.dpt.value", coverage.dpt());
        return coverage.unknownDpt() == 0
                ? known
                : known + texts.of("overview.dpt.unknown", "count", Indonesian.number(coverage.unknownDpt()));
    }

    private String people(String key, Sexes people) {
        return texts.of(
                key,
                "l",
                Indonesian.number(people.l()),
                "p",
                Indonesian.number(people.p()),
                "j",
                Indonesian.number(people.j()));
    }

    private void voting() {
        section("voting");
        Coverage coverage = snapshot.coverage();
        paper.add(Paragraph.of(
                text,
                coverage.opened() == 0
                        ? texts.of("voting.opened.unknown")
                        : texts.of(
                                "voting.opened",
                                "opened",
                                Indonesian.number(coverage.opened()),
                                "stations",
                                Indonesian.number(coverage.stations()),
                                "percent",
                                Indonesian.percent(coverage.opened(), coverage.stations()))));
        List<Incident> incidents = snapshot.incidents();
        if (incidents.isEmpty()) {
            paper.add(Paragraph.of(text, texts.of("voting.no-incidents")));
        } else {
            String sentence = texts.of(
                    "voting.incidents",
                    "count",
                    incidents.size(),
                    "kinds",
                    kinds(incidents),
                    "open",
                    incidents.stream().filter(one -> !one.settled()).count());
            if (annexes.has(Annexes.Kind.INCIDENTS)) {
                sentence += " " + texts.of("voting.incidents.annex", "annex", annexes.number(Annexes.Kind.INCIDENTS));
            }
            Paragraph announced = Paragraph.of(text, sentence);
            if (annexes.has(Annexes.Kind.INCIDENTS)) {
                paper.add(announced);
            } else {
                paper.add(announced.holding());
                paper.add(annexes.incidents());
            }
        }
        rounds();
    }

    private String kinds(List<Incident> incidents) {
        Map<IncidentKind, Integer> counts = new EnumMap<>(IncidentKind.class);
        incidents.forEach(incident -> counts.merge(incident.kind(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(kind -> texts.of("incident." + kind.getKey()) + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }

    private void rounds() {
        if (snapshot.contests().stream().allMatch(contest -> contest.rounds().isEmpty())) {
            paper.add(Paragraph.of(text, texts.of("voting.no-rounds")));
            return;
        }
        paper.add(Paragraph.of(text, texts.of("voting.rounds")).holding());
        Table table = table(
                Column.text(texts.of("column.round"), 1.2f),
                Column.text(texts.of("column.contest"), 1),
                Column.label(texts.of("column.date"), Table.Align.CENTRE),
                Column.number(texts.of("results.stations.in")).like("tps").under(texts.of("results.stations")),
                Column.number(texts.of("results.stations.all")).like("tps").under(texts.of("results.stations")));
        for (OfContest contest : snapshot.contests()) {
            for (Round round : contest.rounds()) {
                table.row(List.of(
                        texts.of("round." + round.kind()),
                        texts.contest(contest),
                        Indonesian.date(round.heldOn()),
                        Indonesian.number(round.reported()),
                        Indonesian.number(round.stations())));
            }
        }
        paper.add(table);
    }

    private Table table(Column... columns) {
        return Table.of(Look.of(TABLE), List.of(columns), 8, texts.of("annex.goes-on"));
    }

    private void turnout() {
        section("turnout");
        paper.add(Paragraph.of(text, texts.of("turnout.intro")).holding());
        for (OfContest contest : snapshot.contests()) {
            Turnout turnout = contest.whole().turnout();
            if (contest.whole().reported() == 0) {
                paper.add(Paragraph.of(text, texts.of("turnout.contest.none", "contest", texts.contest(contest))));
                continue;
            }
            paper.add(Paragraph.of(
                            text.space(4, 4),
                            texts.of(
                                    "turnout.contest",
                                    "contest",
                                    texts.contest(contest),
                                    "percent",
                                    Indonesian.percent(
                                            turnout.voted().j(),
                                            turnout.registered().j())))
                    .holding());
            paper.add(turnout(contest, turnout));
        }
    }

    private Table turnout(OfContest contest, Turnout turnout) {
        String names = contest.type().isPemilu() ? ".pemilu" : ".pilkada";
        Table table = table(
                Column.text(texts.of("turnout.kind"), 1),
                Column.number("L").like("sexes"),
                Column.number("P").like("sexes"),
                Column.number("J").like("sexes"),
                Column.number(texts.of("turnout.percent")));
        long dpt = turnout.registered().j();
        table.row(people("turnout.registered", turnout.registered(), ""));
        table.row(people(
                "turnout.listed",
                turnout.listed(),
                Indonesian.share(turnout.listed().j(), dpt)));
        table.row(people("turnout.moved" + names, turnout.moved(), ""));
        table.row(people("turnout.unlisted" + names, turnout.unlisted(), ""));
        table.sum(people(
                "turnout.voted",
                turnout.voted(),
                Indonesian.share(turnout.voted().j(), dpt)));
        table.row(people("turnout.disabled", turnout.disabled(), ""));
        return table;
    }

    private List<String> people(String key, Sexes people, String percent) {
        return List.of(
                texts.of(key),
                Indonesian.number(people.l()),
                Indonesian.number(people.p()),
                Indonesian.number(people.j()),
                percent);
    }

    private void results() {
        section("results");
        paper.add(Framed.note(7, Paragraph.of(frame.body().size(10).space(0, 0), frame.say("disclaimer")), 8));
        arrivals();
        char letter = 'a';
        for (OfContest contest : snapshot.contests()) {
            paper.add(Paragraph.item(
                    frame.body().heading(2).indent(HANG).space(7, 4),
                    letter + ".",
                    15,
                    texts.of("results.contest", "contest", texts.contest(contest))));
            letter++;
            results(contest);
        }
    }

    private void arrivals() {
        Block line = charts.hasArrivals() ? charts.arrivals(document.outlines() == null ? 125 : 185) : null;
        Style caption = Style.body(9).align(Align.LEFT).bold().space(8, 3);
        Block arrivals = line == null ? null : Stack.of(Paragraph.of(caption, texts.of("results.arrivals")), line);
        Block map = document.outlines() == null
                ? null
                : Stack.of(Paragraph.of(caption, texts.of("results.map")), charts.map(document.outlines(), 185));
        if (arrivals != null && map != null) {
            paper.add(Beside.of(16, Part.of(0, arrivals), Part.of(0, map)));
        } else if (arrivals != null) {
            paper.add(arrivals);
        } else if (map != null) {
            paper.add(map);
        }
    }

    private void results(OfContest contest) {
        Figures whole = contest.whole();
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.coverage("results.coverage", whole));
        note(sentences, "results.correcting", whole.correcting());
        note(sentences, "results.apart", whole.apart());
        note(sentences, "results.as-written", whole.asWritten());
        note(sentences, "results.inconsistent", whole.inconsistent());
        if (whole.valid() + whole.invalid() == 0) {
            sentences.add(texts.of("results.none"));
        }
        boolean inAnnex = annexes.isInAnnex(contest);
        String level = texts.of("level." + below(snapshot.region().code().level()));
        if (inAnnex) {
            sentences.add(texts.of(
                    "results.annex",
                    "level",
                    level.toLowerCase(Locale.ROOT),
                    "annex",
                    annexes.number(Annexes.Kind.PARTS)));
        }
        paper.add(Paragraph.of(text.indent(HANG + 15), String.join(" ", sentences))
                .holding());
        paper.add(results.choices(contest, TABLE));
        Style under = frame.body().size(9);
        results.difference(contest).ifPresent(why -> paper.add(Paragraph.of(under, why)));
        Style caption = Style.body(9).align(Align.LEFT).bold().space(6, 3);
        if (whole.given() > 0) {
            paper.add(Stack.of(
                    Paragraph.of(caption, texts.of("results.bars") + " – " + texts.contest(contest)),
                    charts.bars(contest)));
        }
        if (!inAnnex && !contest.parts().isEmpty()) {
            // the table may begin on the next page, away from the heading of the contest
            paper.add(Paragraph.of(caption, texts.of("annex.parts", "level", level) + " – " + texts.contest(contest))
                    .holding());
            for (Captioned one : results.byRegion(
                    contest, level, List.of(new Group(null, contest.parts(), null)), false, paper.width())) {
                if (one.caption() != null) {
                    paper.add(Paragraph.of(frame.body().size(9).bold().space(6, 3), one.caption())
                            .holding());
                }
                paper.add(one.table());
            }
        }
    }

    private void note(List<String> sentences, String key, int count) {
        if (count > 0) {
            sentences.add(texts.of(key, "count", Indonesian.number(count)));
        }
    }

    /** The level below; a desa's parts are not listed. */
    static RegionCode.Level below(RegionCode.Level level) {
        return switch (level) {
            case PROVINCE -> RegionCode.Level.REGENCY;
            case REGENCY -> RegionCode.Level.DISTRICT;
            default -> RegionCode.Level.VILLAGE;
        };
    }

    private void prose() {
        Prose prose = document.prose();
        section("problems");
        paragraphs(prose.problems(), "problems.none");
        List<Escalated> escalations = snapshot.escalations().stream()
                .filter(one -> one.open() + one.ended() > 0)
                .toList();
        if (!escalations.isEmpty()) {
            paper.add(Paragraph.of(text.space(0, 2), texts.of("problems.escalations"))
                    .holding());
            for (Escalated one : escalations) {
                paper.add(Paragraph.item(
                        text.space(0, 1.5f),
                        "–",
                        12,
                        texts.of(
                                "escalation.line",
                                "kind",
                                texts.of("escalation." + one.kind()),
                                "level",
                                texts.of("level-told." + one.level()),
                                "open",
                                Indonesian.number(one.open()),
                                "ended",
                                Indonesian.number(one.ended()))));
            }
        }
        section("situation");
        paragraphs(prose.situation(), "situation.none");
        section("suggestions");
        paragraphs(prose.suggestions(), "suggestions.none");
    }

    private void paragraphs(String written, String standard) {
        String words = written.isBlank() ? texts.of(standard) : written.strip();
        words.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> paper.add(Paragraph.of(text, line)));
    }

    /** No page has nothing but the tembusan, unless they are many. */
    private void closing() {
        List<Block> end = new ArrayList<>();
        end.add(Paragraph.of(frame.body().first(28).space(12, 14), texts.of("closing")));
        end.add(frame.signature());
        Optional<Block> copies = frame.copies();
        if (document.head().copies().size() <= FEW_COPIES) {
            copies.ifPresent(end::add);
        }
        paper.add(Stack.of(end));
        if (document.head().copies().size() > FEW_COPIES) {
            copies.ifPresent(paper::add);
        }
    }
}
