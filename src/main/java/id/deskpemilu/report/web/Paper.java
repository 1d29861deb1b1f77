package id.deskpemilu.report.web;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.Candidate;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Form;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.shared.web.Station;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays the figures of a report out as the paper does: the same sections, rows and words in the same order. */
final class Paper {

    private final Form form;
    private final Ballot ballot;

    Paper(Form form, Ballot ballot) {
        this.form = form;
        this.ballot = ballot;
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
            if (section.equals(form.sectionOf(field))) {
                return place(section, field);
            }
        }
        return field;
    }

    private String place(Form.Section votes, String field) {
        int number = Form.choiceOf(field).orElseThrow();
        String name = ballot.choices().stream()
                .filter(choice -> choice.number() == number)
                .map(Choice::name)
                .findFirst()
                .orElse("");
        String place = votes.number() + "." + number;
        Form.@Nullable PartyList list = form.list();
        if (list == null) {
            return (place + " " + name).strip();
        }
        OptionalInt candidate = Form.candidateOf(field);
        if (candidate.isEmpty()) {
            return place + "." + list.total().number() + " " + name + " · "
                    + list.total().label();
        }
        if (candidate.getAsInt() == Form.PARTY_MARK) {
            return place + "." + list.mark().number() + " " + name + " · "
                    + list.mark().label();
        }
        String person = ballot.list(number).stream()
                .filter(listed -> listed.number() == candidate.getAsInt())
                .map(Candidate::name)
                .findFirst()
                .orElse("");
        return place + "." + list.candidates().number() + "." + candidate.getAsInt() + " " + name + " · " + person;
    }

    /** The fields that the findings name. */
    static Set<String> marked(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.fields().stream()).collect(Collectors.toSet());
    }

    /** The station of a report as pages show it, with the round if it is not the first. */
    static Station station(ReadReport.Dossier dossier) {
        Station station = station(dossier.station());
        return new Station(
                station.code(),
                station.number(),
                station.desa(),
                station.kecamatan(),
                station.special(),
                dossier.round().number() == id.deskpemilu.election.Round.FIRST ? null : RoundLabel.of(dossier.round()));
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

    /** What was typed into those boxes of the form that the request names; it can be changed. */
    Map<String, String> posted(Map<String, String> parameters) {
        Map<String, String> posted = typed(parameters);
        posted.keySet().retainAll(parameters.keySet());
        return posted;
    }

    /** The typed figures but the votes of the choices, by field. */
    Map<String, String> figures(Map<String, String> typed) {
        Map<String, String> figures = new HashMap<>(typed);
        ballot.voteFields().forEach(figures::remove);
        return figures;
    }

    /** The typed votes by ballot number. */
    Map<String, String> votes(Map<String, String> typed) {
        Map<String, String> votes = new HashMap<>();
        ballot.choices()
                .forEach(choice -> votes.put(
                        String.valueOf(choice.number()), typed.getOrDefault(Form.voteField(choice.number()), "")));
        return votes;
    }

    private interface CellMaker {
        Section.Cell cell(String field, String column);
    }

    private List<Section> sections(CellMaker maker) {
        List<Section> sections = new ArrayList<>();
        for (Form.Section section : form.sections()) {
            if (section.key() != Form.SectionKey.VOTES) {
                sections.add(Section.of(section, rows(section, maker)));
            } else if (form.list() == null) {
                sections.add(Section.of(
                        section,
                        ballot.choices().stream()
                                .map(choice -> new Section.Row(
                                        String.valueOf(choice.number()),
                                        choice.name(),
                                        List.of(maker.cell(Form.voteField(choice.number()), ""))))
                                .toList()));
            } else {
                for (Choice party : ballot.choices()) {
                    sections.add(Section.ofParty(section, party, lines(party.number(), form.list(), maker)));
                }
            }
        }
        return sections;
    }

    private static List<Section.Row> rows(Form.Section section, CellMaker maker) {
        return section.rows().stream()
                .map(row -> new Section.Row(
                        row.number(),
                        row.label(),
                        row.fields().stream()
                                .map(field -> maker.cell(field, columnOf(row, field)))
                                .toList()))
                .toList();
    }

    /** A.1, the candidates of A.2 under their own numbers, and B. */
    private List<Section.Row> lines(int party, Form.PartyList list, CellMaker maker) {
        List<Section.Row> lines = new ArrayList<>();
        lines.add(line(list.mark(), Form.listField(party, Form.PARTY_MARK), maker));
        ballot.list(party)
                .forEach(candidate -> lines.add(new Section.Row(
                        String.valueOf(candidate.number()),
                        candidate.name(),
                        List.of(maker.cell(Form.listField(party, candidate.number()), "")))));
        lines.add(line(list.total(), Form.voteField(party), maker));
        return lines;
    }

    private static Section.Row line(Form.Line line, String field, CellMaker maker) {
        return new Section.Row(line.number(), line.label(), List.of(maker.cell(field, "")));
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
            OptionalInt choice = Form.choiceOf(field);
            return choice.isPresent() && Form.candidateOf(field).isEmpty()
                    ? ballot.listFields(choice.getAsInt())
                    : List.of();
        }
        if (row.columns() && row.total().equals(field)) {
            return List.of(row.field(Form.Column.L), row.field(Form.Column.P));
        }
        if (row.meaning() == Form.Meaning.VALID) {
            return ballot.voteFields();
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
