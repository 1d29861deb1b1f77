package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.paper.kit.Table;
import id.deskpemilu.dispatch.paper.kit.Table.Align;
import id.deskpemilu.dispatch.paper.kit.Table.Column;
import id.deskpemilu.dispatch.paper.kit.Table.Look;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of votes: a row for each region, columns for the choices of the ballot. */
final class ResultTables {

    /** So many choices at most stand side by side with their per cent. */
    static final int PAIRS = 4;

    /** So many choices at most stand side by side on an upright page. */
    static final int UPRIGHT = 8;

    private static final float[] SIZES = {8.5f, 8, 7.5f, 7};
    private static final float NAME = 9.5f;
    private static final String VOTES = "votes";
    private static final String STATIONS = "stations";
    private static final String SUMS = "sums";

    private final LetterTexts texts;

    ResultTables(LetterTexts texts) {
        this.texts = texts;
    }

    /** Regions under a title, with the figures of all of them; a title of null makes no group. */
    record Group(
            @Nullable String title,
            List<Part> parts,
            @Nullable Figures sum) {}

    /** A table and what stands above it; nothing where there is but one. */
    record Captioned(@Nullable String caption, Table table) {}

    /** The choices of the ballot with votes and per cent. */
    Table choices(OfContest contest, float size) {
        List<Column> columns = List.of(
                Column.label(texts.of("results.number"), Align.CENTRE),
                Column.text(texts.of("results.name", "choices", texts.choices(contest)), 1),
                Column.number(texts.of("results.votes")),
                Column.number(texts.of("results.percent")));
        Table table = Table.of(look(size), columns, size, "");
        Figures whole = contest.whole();
        long given = whole.given();
        for (Option choice : contest.choices()) {
            long votes = whole.votes().getOrDefault(choice.number(), 0L);
            table.row(List.of(
                    Integer.toString(choice.number()),
                    texts.name(choice),
                    Indonesian.number(votes),
                    Indonesian.share(votes, given)));
        }
        table.sum(List.of("", texts.of("results.given"), Indonesian.number(given), Indonesian.share(given, given)));
        table.row(List.of("", texts.of("results.valid"), Indonesian.number(whole.valid()), ""));
        table.row(List.of("", texts.of("results.invalid"), Indonesian.number(whole.invalid()), ""));
        table.row(List.of("", texts.of("results.total"), Indonesian.number(whole.valid() + whole.invalid()), ""));
        return table;
    }

    /** Why the votes of the choices do not add up to the valid votes; empty where they do. */
    Optional<String> difference(OfContest contest) {
        Figures whole = contest.whole();
        long difference = Math.abs(whole.given() - whole.valid());
        if (difference == 0) {
            return Optional.empty();
        }
        // forms of letters added up may differ without being counted as such
        return Optional.of(
                whole.inconsistent() == 0
                        ? texts.of("results.differs", "difference", Indonesian.number(difference))
                        : texts.of(
                                "results.differs.forms",
                                "difference",
                                Indonesian.number(difference),
                                "count",
                                Indonesian.number(whole.inconsistent())));
    }

    /**
     * The choices of a long ballot, going down one column of the table after the other.
     *
     * @param side how many choices stand side by side
     */
    Table grid(OfContest contest, float size, int side) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < side; i++) {
            columns.add(Column.label(texts.of("results.row"), Align.CENTRE));
            columns.add(Column.text(texts.choices(contest), 1));
            columns.add(Column.number(texts.of("results.votes")).like(VOTES));
            columns.add(Column.number(texts.of("results.percent")).like(VOTES + "%"));
        }
        Table table = Table.of(new Look(size, size * 0.5f, size * 0.2f), columns, size, "");
        List<Option> choices = contest.choices();
        int rows = (choices.size() + side - 1) / side;
        Figures whole = contest.whole();
        long given = whole.given();
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < side; column++) {
                int at = column * rows + row;
                if (at >= choices.size()) {
                    cells.addAll(List.of("", "", "", ""));
                    continue;
                }
                Option choice = choices.get(at);
                long votes = whole.votes().getOrDefault(choice.number(), 0L);
                cells.addAll(List.of(
                        Integer.toString(choice.number()),
                        texts.name(choice),
                        Indonesian.number(votes),
                        Indonesian.share(votes, given)));
            }
            table.row(cells);
        }
        return table;
    }

    /**
     * The votes by region, in as many tables as are needed.
     *
     * @param name what the regions are
     * @param voters whether there are columns for those who voted and for the DPT
     * @param width of the page
     */
    List<Captioned> byRegion(OfContest contest, String name, List<Group> groups, boolean voters, float width) {
        for (int tables = 1; ; tables++) {
            List<List<Option>> chunks = chunks(contest.choices(), tables);
            for (float size : SIZES) {
                boolean last = chunks.get(0).size() <= 2 && size == SIZES[SIZES.length - 1];
                List<Captioned> made = made(contest, name, groups, voters, chunks, size);
                if (last || made.stream().allMatch(one -> one.table().natural(size * NAME) <= width)) {
                    return made;
                }
            }
        }
    }

    private static List<List<Option>> chunks(List<Option> choices, int tables) {
        int each = Math.max(1, (choices.size() + tables - 1) / tables);
        List<List<Option>> chunks = new ArrayList<>();
        for (int from = 0; from < choices.size(); from += each) {
            chunks.add(choices.subList(from, Math.min(choices.size(), from + each)));
        }
        return chunks.isEmpty() ? List.of(List.of()) : chunks;
    }

    private List<Captioned> made(
            OfContest contest, String name, List<Group> groups, boolean voters, List<List<Option>> chunks, float size) {
        boolean pairs = contest.choices().size() <= PAIRS && !voters;
        List<Captioned> made = new ArrayList<>();
        for (List<Option> chunk : chunks) {
            boolean end = chunk == chunks.get(chunks.size() - 1);
            Table table =
                    Table.of(look(size), columns(name, chunk, pairs, voters, end), size, texts.of("annex.goes-on"));
            for (Group group : groups) {
                if (group.title() != null) {
                    table.group(group.title());
                }
                int number = 0;
                for (Part part : group.parts()) {
                    number++;
                    table.row(cells(Integer.toString(number), part.name(), part.figures(), chunk, pairs, voters, end));
                }
                if (group.sum() != null) {
                    table.sum(cells("", texts.of("results.sum"), group.sum(), chunk, pairs, voters, end));
                }
            }
            String all = texts.of(groups.size() > 1 ? "results.sum.all" : "results.sum");
            table.sum(cells("", all, contest.whole(), chunk, pairs, voters, end));
            if (!pairs) {
                table.sum(shares(contest.whole(), chunk, voters, end));
            }
            String caption = chunks.size() == 1
                    ? null
                    : texts.of(
                            "results.chunk",
                            "from",
                            chunk.get(0).number(),
                            "to",
                            chunk.get(chunk.size() - 1).number());
            made.add(new Captioned(caption, table));
        }
        return made;
    }

    private List<Column> columns(String name, List<Option> chunk, boolean pairs, boolean voters, boolean end) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.label(texts.of("results.row"), Align.CENTRE));
        columns.add(Column.text(name, 1));
        String stations = texts.of("results.stations");
        columns.add(
                Column.number(texts.of("results.stations.in")).like(STATIONS).under(stations));
        columns.add(
                Column.number(texts.of("results.stations.all")).like(STATIONS).under(stations));
        for (Option choice : chunk) {
            String title = texts.of("results.choice.short", "number", choice.number());
            if (pairs) {
                columns.add(Column.number(texts.of("results.votes")).like(VOTES).under(title));
                columns.add(Column.number(texts.of("results.percent"))
                        .like(VOTES + "%")
                        .under(title));
            } else {
                columns.add(Column.number(Integer.toString(choice.number()))
                        .like(VOTES)
                        .under(texts.of("results.choices")));
            }
        }
        if (end) {
            columns.add(Column.number(texts.of("results.valid")).like(SUMS));
            columns.add(Column.number(texts.of("results.invalid")).like(SUMS));
            if (voters) {
                columns.add(Column.number(texts.of("results.voted")).like(SUMS));
                columns.add(Column.number(texts.of("results.dpt")).like(SUMS));
            }
        }
        return columns;
    }

    private static List<String> cells(
            String number,
            String name,
            Figures figures,
            List<Option> chunk,
            boolean pairs,
            boolean voters,
            boolean end) {
        List<String> cells = new ArrayList<>();
        cells.add(number);
        cells.add(name);
        cells.add(Indonesian.number(figures.reported()));
        cells.add(Indonesian.number(figures.stations()));
        long given = figures.given();
        for (Option choice : chunk) {
            long votes = figures.votes().getOrDefault(choice.number(), 0L);
            cells.add(Indonesian.number(votes));
            if (pairs) {
                cells.add(Indonesian.share(votes, given));
            }
        }
        if (end) {
            cells.add(Indonesian.number(figures.valid()));
            cells.add(Indonesian.number(figures.invalid()));
            if (voters) {
                cells.add(Indonesian.number(figures.turnout().voted().j()));
                cells.add(Indonesian.number(figures.dpt()));
            }
        }
        return cells;
    }

    private List<String> shares(Figures whole, List<Option> chunk, boolean voters, boolean end) {
        List<String> cells = new ArrayList<>();
        cells.add("");
        cells.add(texts.of("results.share"));
        cells.add(Indonesian.share(whole.reported(), whole.stations()));
        cells.add("");
        long given = whole.given();
        for (Option choice : chunk) {
            cells.add(Indonesian.share(whole.votes().getOrDefault(choice.number(), 0L), given));
        }
        if (end) {
            long cast = whole.valid() + whole.invalid();
            cells.add(Indonesian.share(whole.valid(), cast));
            cells.add(Indonesian.share(whole.invalid(), cast));
            if (voters) {
                cells.add("");
                cells.add("");
            }
        }
        return cells;
    }

    private static Look look(float size) {
        return Look.of(size);
    }
}
