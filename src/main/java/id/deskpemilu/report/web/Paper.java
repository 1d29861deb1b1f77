package id.deskpemilu.report.web;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Form;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.shared.web.Station;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lays the figures of a report out as the paper does: the same sections, rows and words in the same order. */
final class Paper {

    private final Form form;
    private final List<Choice> ballot;

    Paper(Form form, Contest contest) {
        this.form = form;
        this.ballot = contest.choices();
    }

    /** The boxes to type into, with what was typed and what is wrong with it. */
    List<Section> toFill(Map<String, String> typed, Map<String, String> errors) {
        return sections((field, column) -> new Section.Cell(
                field, column, typed.getOrDefault(field, ""), null, null, errors.get(field), false, sumOf(field)));
    }

    /** The figures to read back, in digits and in words. */
    List<Section> toReadBack(Tally tally, Set<String> marked, Function<Integer, String> words) {
        return sections((field, column) -> new Section.Cell(
                field,
                column,
                String.valueOf(tally.get(field)),
                words.apply(tally.get(field)),
                null,
                null,
                marked.contains(field),
                List.of()));
    }

    /** The figures in force, with the ones before a correction. */
    List<Section> toRead(Tally tally, Map<String, Integer> old, Set<String> marked) {
        return sections((field, column) -> new Section.Cell(
                field,
                column,
                String.valueOf(tally.get(field)),
                null,
                old.get(field),
                null,
                marked.contains(field),
                List.of()));
    }

    /** The rows to key from the photo: those of the fields, with what was typed. */
    List<Section.Row> toKey(Collection<String> fields, Map<String, String> typed) {
        return sections((field, column) -> new Section.Cell(
                        field, column, typed.getOrDefault(field, ""), null, null, null, false, List.of()))
                .stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> row.cells().stream().anyMatch(cell -> fields.contains(cell.field())))
                .toList();
    }

    /** Where a field stands on the paper and what it says, e.g. {@code I.A.1 Jumlah pemilih dalam DPT · L}. */
    String place(String field) {
        for (Form.Section section : form.sections()) {
            for (Form.Row row : section.rows()) {
                if (row.fields().contains(field)) {
                    String column = row.columns() ? " · " + columnOf(row, field) : "";
                    return section.number() + "." + row.number() + " " + row.label() + column;
                }
            }
            if (section.key() == Form.SectionKey.VOTES && section.equals(form.sectionOf(field))) {
                String number = field.substring(Form.VOTE_PREFIX.length());
                return ballot.stream()
                        .filter(choice -> number.equals(String.valueOf(choice.number())))
                        .map(choice -> section.number() + "." + number + " " + choice.name())
                        .findFirst()
                        .orElse(section.number() + "." + number);
            }
        }
        return field;
    }

    /** The fields that the findings name. */
    static Set<String> marked(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.fields().stream()).collect(Collectors.toSet());
    }

    /** A station as pages show it. */
    static Station station(id.deskpemilu.election.Station station) {
        return new Station(
                station.code().digits(),
                "%03d".formatted(station.code().number()),
                station.villageName(),
                station.districtName(),
                station.code().isSpecial());
    }

    /** What was typed into the boxes of the form, and nothing else of the request. */
    Map<String, String> typed(Map<String, String> parameters) {
        Map<String, String> typed = new HashMap<>();
        sections((field, column) -> {
            typed.put(field, parameters.getOrDefault(field, "").strip());
            return Section.Cell.blank(field, column);
        });
        return typed;
    }

    /** The typed figures but the votes, by field. */
    Map<String, String> figures(Map<String, String> typed) {
        Map<String, String> figures = new HashMap<>(typed);
        figures.keySet().retainAll(form.figures().keySet());
        return figures;
    }

    /** The typed votes by ballot number. */
    Map<String, String> votes(Map<String, String> typed) {
        Map<String, String> votes = new HashMap<>();
        ballot.forEach(choice ->
                votes.put(String.valueOf(choice.number()), typed.getOrDefault(Form.voteField(choice.number()), "")));
        return votes;
    }

    private interface CellMaker {
        Section.Cell cell(String field, String column);
    }

    private List<Section> sections(CellMaker maker) {
        List<Section> sections = new ArrayList<>();
        for (Form.Section section : form.sections()) {
            List<Section.Row> rows = section.key() == Form.SectionKey.VOTES
                    ? ballot.stream()
                            .map(choice -> new Section.Row(
                                    String.valueOf(choice.number()),
                                    choice.name(),
                                    List.of(maker.cell(Form.voteField(choice.number()), ""))))
                            .toList()
                    : section.rows().stream()
                            .map(row -> new Section.Row(
                                    row.number(),
                                    row.label(),
                                    row.fields().stream()
                                            .map(field -> maker.cell(field, columnOf(row, field)))
                                            .toList()))
                            .toList();
            sections.add(new Section(section.key().name(), section.number(), section.title(), rows));
        }
        return sections;
    }

    private static String columnOf(Form.Row row, String field) {
        if (!row.columns()) {
            return "";
        }
        for (Form.Column column : Form.Column.values()) {
            if (row.field(column).equals(field)) {
                return column.name();
            }
        }
        throw new IllegalArgumentException(field);
    }

    /** The boxes whose sum a box should hold, for the help while typing; the rules themselves are elsewhere. */
    private List<String> sumOf(String field) {
        Form.Row row = form.figures().get(field);
        if (row == null) {
            return List.of();
        }
        if (row.columns() && row.total().equals(field)) {
            return List.of(row.field(Form.Column.L), row.field(Form.Column.P));
        }
        if (row.meaning() == Form.Meaning.VALID) {
            return ballot.stream()
                    .map(choice -> Form.voteField(choice.number()))
                    .toList();
        }
        if (row.meaning() == Form.Meaning.CAST) {
            return List.of(total(Form.Meaning.VALID), total(Form.Meaning.INVALID));
        }
        return List.of();
    }

    private String total(Form.Meaning meaning) {
        return form.row(meaning).orElseThrow().total();
    }
}
