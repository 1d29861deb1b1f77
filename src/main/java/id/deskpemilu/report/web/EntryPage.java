package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Station;
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

    /** The boxes with an error, in the order of the paper. */
    public List<Section.Cell> errors() {
        return sections.stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.error() != null)
                .toList();
    }
}
