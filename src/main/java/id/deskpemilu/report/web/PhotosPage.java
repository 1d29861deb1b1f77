package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Station;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The photos of a report: add, look, move, withdraw.
 *
 * @param contest names the message {@code contest.<contest>}
 * @param base the report's page
 * @param reported whether the figures are in
 * @param photos the photos
 * @param nextPage the first page of the form without a photo
 * @param pages the pages that can be chosen
 * @param errors why the last request was refused, in the reader's language; empty otherwise
 * @param notice what was done last; null if nothing was
 */
public record PhotosPage(
        Station station,
        String contest,
        String election,
        String base,
        boolean reported,
        PhotosView photos,
        int nextPage,
        List<Integer> pages,
        List<String> errors,
        @Nullable String notice) {}
