package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.web.Crumb;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The pages of a letter as pictures, {@code <base>/pages/<n>.png}.
 *
 * @param draft whether it is not signed yet
 * @param stamp tells the pictures of one text from those of another
 * @param pages how many there are
 * @param shown how many of them are shown
 */
public record PreviewPage(
        String base,
        List<Crumb> crumbs,
        String region,
        String kind,
        ZonedDateTime cutAt,
        boolean draft,
        String stamp,
        int pages,
        int shown) {}
