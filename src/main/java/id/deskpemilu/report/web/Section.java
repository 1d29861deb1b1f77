package id.deskpemilu.report.web;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of C.Hasil, in the order and with the row numbers of the paper.
 *
 * @param key {@code VOTERS TURNOUT BALLOTS DISABILITY VOTES TOTALS}; also picks the small picture of that part of the form
 * @param number as printed, such as {@code I.B}
 * @param title as printed
 * @param rows the rows of this section; of a party: A.1, its candidates and B
 * @param party the party's number where a contest votes on party lists and the votes make a section for each party; else
 *     null
 */
public record Section(
        String key,
        String number,
        String title,
        List<Row> rows,
        @Nullable Integer party) {

    /** A section that is no party's. */
    public Section(String key, String number, String title, List<Row> rows) {
        this(key, number, title, rows, null);
    }

    static Section of(Form.Section section, List<Row> rows) {
        return new Section(section.key().name(), section.number(), section.title(), rows);
    }

    static Section ofParty(Form.Section votes, Choice party, List<Row> rows) {
        return new Section(
                votes.key().name(), votes.number() + "." + party.number(), party.name(), rows, party.number());
    }

    /** The name of the section in the page, another for each: {@code VOTERS}, {@code VOTES}, {@code VOTES-3}. */
    public String id() {
        return party == null ? key : key + "-" + party;
    }

    /** Whether the rows are the choices on the ballot. */
    public boolean votes() {
        return "VOTES".equals(key) && party == null;
    }

    /** Whether the section is the list of a party. */
    public boolean isList() {
        return party != null;
    }

    /** The box for the votes of party and candidates together (B); null if the section is no party's. */
    public @Nullable Cell total() {
        return party == null ? null : rows.get(rows.size() - 1).cells().get(0);
    }

    /** What the marks of the party and the votes of its candidates make; null while one of them is no figure. */
    public @Nullable Integer listSum() {
        if (party == null) {
            return null;
        }
        int sum = 0;
        for (Row row : rows.subList(0, rows.size() - 1)) {
            Integer figure = row.cells().get(0).figure();
            if (figure == null) {
                return null;
            }
            sum += figure;
        }
        return sum;
    }

    /** Whether the party's B is another figure than its parts make. */
    public boolean differs() {
        Integer sum = listSum();
        Cell total = total();
        return sum != null && total != null && total.figure() != null && !sum.equals(total.figure());
    }

    /**
     * Whether the list of a party is to be read at once: its sum differs, or a finding names one of its parts. A finding
     * that names B alone is about all parties.
     */
    public boolean unfolds() {
        return differs()
                || isList()
                        && rows.subList(0, rows.size() - 1).stream()
                                .anyMatch(row -> row.cells().get(0).marked());
    }

    /** Whether a box of the section has an error, is named by a finding or was corrected. */
    public boolean notable() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.error() != null || cell.marked() || cell.old() != null);
    }

    /**
     * One row of the paper.
     *
     * @param number row number as printed, such as "1" or "A"; for a paslon the ballot number
     * @param label words of the row; for a paslon the names
     * @param cells three for L | P | J, else one
     */
    public record Row(String number, String label, List<Cell> cells) {

        /** Whether this row has the columns L | P | J. */
        public boolean wide() {
            return cells.size() == 3;
        }
    }

    /**
     * One box of up to three digits.
     *
     * @param field field code, such as {@code pemilih_dpt_l} or {@code suara_1}; also the form parameter
     * @param column {@code L}, {@code P} or {@code J} (message {@code column.<key>}); empty for a single box
     * @param value what stands there, as typed; empty if nothing
     * @param words the figure in words, for the read-back; null elsewhere
     * @param old the value before a correction, if it was corrected
     * @param error what is wrong with the typed text, in the reader's language
     * @param marked whether a finding names this box
     * @param sumOf fields whose sum this box should hold; empty if it is no sum
     */
    public record Cell(
            String field,
            String column,
            String value,
            @Nullable String words,
            @Nullable Integer old,
            @Nullable String error,
            boolean marked,
            List<String> sumOf) {

        /** The figure that stands there; null if nothing does, or none. */
        public @Nullable Integer figure() {
            return value.matches("[0-9]{1,3}") ? Integer.valueOf(value) : null;
        }

        /** An empty box to type into, with the fields it should be the sum of. */
        public static Cell blank(String field, String column, String... sumOf) {
            return new Cell(field, column, "", null, null, null, false, List.of(sumOf));
        }

        /** A box that is only read. */
        public static Cell read(String field, String column, int value) {
            return new Cell(field, column, Integer.toString(value), null, null, null, false, List.of());
        }
    }
}
