package id.deskpemilu.report.evidence;

import id.deskpemilu.report.ReportId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The photos of a report.
 *
 * @param report the report
 * @param photos all that belong to it or once did, by page, the newest version first
 * @param expected how many pages the form has
 */
public record Evidence(ReportId report, List<Photo> photos, int expected) {

    /** The photos that count: of each page the newest that was not withdrawn. */
    public List<Photo> current() {
        List<Photo> current = new ArrayList<>();
        Set<Integer> pages = new HashSet<>();
        for (Photo photo : here()) {
            if (photo.stands() && pages.add(photo.page())) {
                current.add(photo);
            }
        }
        return current;
    }

    /** Those that were replaced or withdrawn. */
    public List<Photo> earlier() {
        List<Photo> earlier = new ArrayList<>(here());
        earlier.removeAll(current());
        return earlier;
    }

    /** Those that were moved to another report. */
    public List<Photo> movedAway() {
        return photos.stream().filter(photo -> !photo.report().equals(report)).toList();
    }

    /** How much of the form is there. */
    public PhotoState state() {
        return PhotoState.of(current().size(), expected);
    }

    /** The first page of the form that has no photo; the page after the last one if all have. */
    public int nextPage() {
        Set<Integer> pages = new HashSet<>();
        current().forEach(photo -> pages.add(photo.page()));
        int page = 1;
        while (pages.contains(page)) {
            page++;
        }
        return page;
    }

    private List<Photo> here() {
        return photos.stream().filter(photo -> photo.report().equals(report)).toList();
    }
}
