package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.paper.ResultTables.Captioned;
import id.deskpemilu.dispatch.paper.ResultTables.Group;
import id.deskpemilu.dispatch.paper.kit.Paper;
import id.deskpemilu.dispatch.paper.kit.Paragraph;
import id.deskpemilu.dispatch.paper.kit.Style;
import id.deskpemilu.dispatch.paper.kit.Style.Align;
import id.deskpemilu.dispatch.paper.kit.Table;
import id.deskpemilu.dispatch.paper.kit.Table.Column;
import id.deskpemilu.dispatch.paper.kit.Table.Look;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.Snapshot.Change;
import id.deskpemilu.dispatch.snapshot.Snapshot.Correction;
import id.deskpemilu.dispatch.snapshot.Snapshot.Explained;
import id.deskpemilu.dispatch.snapshot.Snapshot.Incident;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Source;
import id.deskpemilu.dispatch.snapshot.Snapshot.Told;
import id.deskpemilu.dispatch.snapshot.Snapshot.Unreported;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The annexes of a letter: those that have something to say, numbered in this order. */
final class Annexes {

    /** What an annex is about. */
    enum Kind {
        PARTS,
        DETAILS,
        INCIDENTS,
        UNREPORTED,
        CORRECTIONS,
        EXPLAINED,
        SOURCES
    }

    private static final int FEW_INCIDENTS = 8;
    private static final float SIZE = 8.5f;
    private static final int HASH = 16;

    private final LetterTexts texts;
    private final LetterDocument document;
    private final Frame frame;
    private final Paper paper;
    private final Snapshot snapshot;
    private final ResultTables results;
    private final List<Kind> kinds = new ArrayList<>();
    private final Zone zone;
    private final Instant shown;

    Annexes(LetterTexts texts, LetterDocument document, Frame frame, ResultTables results) {
        this.texts = texts;
        this.document = document;
        this.frame = frame;
        this.paper = frame.paper();
        this.snapshot = frame.snapshot();
        this.results = results;
        this.zone = snapshot.region().zone();
        this.shown = snapshot.shown();
        add(Kind.PARTS, snapshot.contests().stream().anyMatch(this::isInAnnex));
        add(
                Kind.DETAILS,
                snapshot.contests().stream()
                        .anyMatch(contest -> !contest.details().isEmpty()));
        add(Kind.INCIDENTS, snapshot.incidents().size() > FEW_INCIDENTS);
        add(Kind.UNREPORTED, !snapshot.unreported().isEmpty());
        add(Kind.CORRECTIONS, !snapshot.corrections().isEmpty());
        add(Kind.EXPLAINED, !snapshot.explained().isEmpty());
        add(Kind.SOURCES, !snapshot.sources().isEmpty());
    }

    private void add(Kind kind, boolean said) {
        if (said) {
            kinds.add(kind);
        }
    }

    /** How many there are. */
    int count() {
        return kinds.size();
    }

    boolean has(Kind kind) {
        return kinds.contains(kind);
    }

    /** The number of an annex. */
    String number(Kind kind) {
        return Indonesian.roman(kinds.indexOf(kind) + 1);
    }

    /** Whether the ballot is too long for a table by region in the letter itself. */
    boolean isInAnnex(OfContest contest) {
        return isLong(contest) && !contest.parts().isEmpty();
    }

    private static boolean isLong(OfContest contest) {
        return contest.choices().size() > ResultTables.UPRIGHT;
    }

    /** Writes them all, each on a new page. */
    void write() {
        for (Kind kind : kinds) {
            switch (kind) {
                case PARTS -> parts();
                case DETAILS -> details();
                case INCIDENTS -> {
                    begin(kind, true, texts.of("annex.incidents"));
                    paper.add(incidents());
                }
                case UNREPORTED -> unreported();
                case CORRECTIONS -> corrections();
                case EXPLAINED -> explained();
                case SOURCES -> sources();
            }
        }
    }

    private void begin(Kind kind, boolean across, String title) {
        paper.newPage(across);
        Style reference = Style.body(9).align(Align.LEFT).space(0, 6);
        paper.add(Paragraph.of(
                reference,
                texts.of("annex.of", "number", document.number(), "date", Indonesian.date(document.date()))));
        paper.add(Paragraph.of(
                frame.body().heading(1).space(0, 6), texts.of("annex", "number", number(kind)) + " – " + title));
    }

    private void contest(OfContest contest) {
        paper.add(Paragraph.of(
                frame.body().size(10).heading(2).space(10, 4),
                texts.of("annex.contest", "contest", texts.contest(contest))));
    }

    private void add(List<Captioned> tables) {
        for (Captioned one : tables) {
            if (one.caption() != null) {
                paper.add(Paragraph.of(Style.body(9).bold().align(Align.LEFT).space(6, 3), one.caption())
                        .holding());
            }
            paper.add(one.table());
        }
    }

    private void parts() {
        String level =
                texts.of("level." + FullLetter.below(snapshot.region().code().level()));
        begin(Kind.PARTS, true, texts.of("annex.parts", "level", level));
        for (OfContest contest : snapshot.contests()) {
            if (isInAnnex(contest)) {
                contest(contest);
                add(results.byRegion(
                        contest, level, List.of(new Group(null, contest.parts(), null)), false, paper.width()));
            }
        }
    }

    private void details() {
        RegionCode.Level parts = FullLetter.below(snapshot.region().code().level());
        String level = texts.of("level." + FullLetter.below(parts));
        List<OfContest> contests = snapshot.contests().stream()
                .filter(contest -> !contest.details().isEmpty())
                .toList();
        begin(Kind.DETAILS, isLong(contests.get(0)), texts.of("annex.details", "level", level));
        boolean across = isLong(contests.get(0));
        for (OfContest contest : contests) {
            if (isLong(contest) != across) {
                across = isLong(contest);
                paper.newPage(across);
            }
            contest(contest);
            List<Group> groups = new ArrayList<>();
            for (Part part : contest.parts()) {
                List<Part> below = contest.details().stream()
                        .filter(detail -> part.code().contains(detail.code()))
                        .toList();
                if (!below.isEmpty()) {
                    groups.add(new Group(title(part.code(), part.name()), below, part.figures()));
                }
            }
            add(results.byRegion(contest, level, groups, true, paper.width()));
        }
    }

    /** Code and name of a region; a kecamatan is called one. */
    private String title(RegionCode code, String name) {
        String prefix = texts.of("level.DISTRICT") + " ";
        boolean plain = code.level() == RegionCode.Level.DISTRICT && !name.startsWith(prefix);
        return code.dotted() + "\u00a0 " + (plain ? prefix : "") + name;
    }

    /** What happened, as a table. */
    Table incidents() {
        Table table = table(
                Column.label(texts.of("column.time"), Table.Align.CENTRE),
                Column.label(texts.of("column.kind"), Table.Align.LEFT),
                Column.text(texts.of("column.place"), 2.6f),
                Column.text(texts.of("column.incident"), 3),
                Column.text(texts.of("column.follow-up"), 3),
                Column.label(texts.of("column.state"), Table.Align.LEFT));
        for (Incident incident : snapshot.incidents()) {
            table.row(List.of(
                    Indonesian.clock(incident.at(), zone, shown),
                    texts.of("incident." + incident.kind()).replace(" ", "\n"),
                    incident.place(),
                    incident.text(),
                    incident.followUp() == null ? texts.of("incident.no-follow-up") : incident.followUp(),
                    texts.of(incident.settled() ? "incident.settled" : "incident.open")));
        }
        return table;
    }

    private void unreported() {
        begin(Kind.UNREPORTED, false, texts.of("annex.unreported"));
        paper.add(Paragraph.of(Style.body(10), texts.of("annex.unreported.intro")));
        for (OfContest contest : snapshot.contests()) {
            Table table = table(
                    Column.label(texts.of("results.row"), Table.Align.CENTRE),
                    Column.text(texts.of("level.VILLAGE"), 2),
                    Column.number(texts.of("column.missing").replace(' ', '\n')),
                    Column.text(texts.of("column.numbers"), 2.4f),
                    Column.text(texts.of("column.told"), 3.4f));
            String district = "";
            int number = 0;
            for (Unreported one : snapshot.unreported()) {
                if (one.contest() != contest.type()) {
                    continue;
                }
                String code = one.village().at(RegionCode.Level.DISTRICT).digits();
                if (!code.equals(district)) {
                    district = code;
                    table.group(title(new RegionCode(code), one.districtName()));
                }
                number++;
                table.row(List.of(
                        Integer.toString(number),
                        one.name(),
                        Indonesian.number(one.stations().size()),
                        ranges(one.stations()),
                        told(one.told())));
            }
            if (!table.isEmpty()) {
                contest(contest);
                paper.add(table);
            }
        }
    }

    /** Numbers of stations; three and more in a row are written as a range. */
    static String ranges(List<StationCode> stations) {
        List<Integer> numbers =
                stations.stream().map(StationCode::number).sorted().distinct().toList();
        List<String> ranges = new ArrayList<>();
        int from = 0;
        while (from < numbers.size()) {
            int to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            if (to - from >= 2) {
                ranges.add(Indonesian.padded(numbers.get(from)) + "–" + Indonesian.padded(numbers.get(to)));
            } else {
                for (int i = from; i <= to; i++) {
                    ranges.add(Indonesian.padded(numbers.get(i)));
                }
            }
            from = to + 1;
        }
        return String.join(", ", ranges);
    }

    private String told(List<Told> told) {
        return told.isEmpty()
                ? texts.of("annex.unreported.none")
                : told.stream()
                        .map(one -> texts.of("told." + one.level()) + "\u00a0("
                                + Indonesian.clock(one.at(), zone, shown).replace(' ', '\u00a0') + ")")
                        .collect(Collectors.joining(", "));
    }

    private void corrections() {
        begin(Kind.CORRECTIONS, false, texts.of("annex.corrections"));
        paper.add(Paragraph.of(Style.body(10), texts.of("annex.corrections.intro")));
        for (OfContest contest : snapshot.contests()) {
            Table table = table(
                    Column.text(texts.of("column.station"), 2.2f),
                    Column.text(texts.of("column.change"), 3.8f),
                    Column.text(texts.of("column.reason"), 2.4f),
                    Column.label(texts.of("column.time"), Table.Align.CENTRE));
            for (Correction one : of(snapshot.corrections(), contest.type(), Correction::contest)) {
                table.row(List.of(
                        place(one.station(), one.villageName(), one.districtName()),
                        one.changes().stream().map(Annexes::change).collect(Collectors.joining("\n")),
                        one.reason(),
                        Indonesian.clock(one.at(), zone, shown)));
            }
            if (!table.isEmpty()) {
                contest(contest);
                paper.add(table);
            }
        }
    }

    private static String change(Change change) {
        return change.label() + ":\u00a0" + Indonesian.number(change.from()) + "\u00a0→\u00a0"
                + Indonesian.number(change.to());
    }

    private void explained() {
        begin(Kind.EXPLAINED, false, texts.of("annex.explained"));
        paper.add(Paragraph.of(Style.body(10), texts.of("annex.explained.intro")));
        for (OfContest contest : snapshot.contests()) {
            Table table = table(
                    Column.text(texts.of("column.station"), 2.4f),
                    Column.label(texts.of("column.rule"), Table.Align.CENTRE),
                    Column.text(texts.of("turnout.kind"), 2.6f),
                    Column.text(texts.of("column.explanation"), 3.2f));
            for (Explained one : of(snapshot.explained(), contest.type(), Explained::contest)) {
                table.row(List.of(
                        place(one.station(), one.villageName(), one.districtName()),
                        one.code(),
                        one.formula(),
                        one.reason()));
            }
            if (!table.isEmpty()) {
                contest(contest);
                paper.add(table);
            }
        }
    }

    private void sources() {
        begin(Kind.SOURCES, false, texts.of("annex.sources"));
        paper.add(Paragraph.of(Style.body(10), texts.of("annex.sources.intro")));
        Table table = table(
                Column.label(texts.of("results.row"), Table.Align.CENTRE),
                Column.text(
                        texts.of("level."
                                + FullLetter.below(snapshot.region().code().level())),
                        1.4f),
                Column.text(texts.of("column.letter"), 1.6f),
                Column.label(texts.of("column.time"), Table.Align.CENTRE),
                Column.number(texts.of("results.stations.in")).like("tps").under(texts.of("results.stations")),
                Column.number(texts.of("results.stations.all")).like("tps").under(texts.of("results.stations")),
                Column.label(texts.of("column.hash"), Table.Align.LEFT));
        int number = 0;
        for (Source source : snapshot.sources()) {
            number++;
            table.row(List.of(
                    Integer.toString(number),
                    source.name(),
                    source.number(),
                    Indonesian.clock(source.at(), zone, shown),
                    Indonesian.number(source.reported()),
                    Indonesian.number(source.stations()),
                    source.sha256().substring(0, Math.min(HASH, source.sha256().length()))));
        }
        paper.add(table);
    }

    private Table table(Column... columns) {
        return Table.of(Look.of(SIZE), List.of(columns), 8, texts.of("annex.goes-on"));
    }

    private static <T> List<T> of(List<T> all, ContestType type, Function<T, ContestType> contest) {
        return all.stream().filter(one -> contest.apply(one) == type).toList();
    }

    private static String place(StationCode station, String village, String district) {
        return "TPS\u00a0" + Indonesian.padded(station.number()) + " " + village + ", " + district;
    }
}
