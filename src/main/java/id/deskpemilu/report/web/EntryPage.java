package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Station;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that follows the paper. POST {@code <base>/entry} leads to the read-back.
 *
 * @param contest slug, such as {@code bupati}
 * @param base address of the report, without a slash at the end
 * @param idempotencyKey made when the form is first opened, kept until the receipt
 * @param draftKey name under which this browser keeps what was typed: report and person
 * @param sections the sections this contest has
 */
public record EntryPage(
        Station station,
        String contest,
        String election,
        String base,
        String idempotencyKey,
        String draftKey,
        List<Section> sections) {

    /** What is wrong, in the order of the paper. */
    public List<Problem> errors() {
        List<Problem> problems = new ArrayList<>();
        for (Section section : sections) {
            for (Section.Row row : section.rows()) {
                for (Section.Cell cell : row.cells()) {
                    if (cell.error() != null) {
                        String where = (section.number() + "." + row.number() + " " + cell.column()).strip();
                        problems.add(new Problem(cell.field(), where, cell.error()));
                    }
                }
            }
        }
        return problems;
    }

    /**
     * One box that must be mended.
     *
     * @param where its place on the paper, such as "I.B.1 P"
     * @param error what is wrong, in the reader's language
     */
    public record Problem(String field, String where, String error) {}
}
