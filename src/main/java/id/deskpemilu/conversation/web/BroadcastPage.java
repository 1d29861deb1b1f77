package id.deskpemilu.conversation.web;

import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Paging;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a broadcast has come.
 *
 * @param line what it is
 * @param crumbs from its region down to the one that is looked at
 * @param got how many of the region got it
 * @param read how many of them have read it
 * @param parts the regions below
 * @param named whether those are named who have read it; else those who have not
 * @param readers the people
 * @param paging where one stands among them
 * @param base the address of this page without what is chosen on it, to which {@code show} is added
 * @param notice what has just been done; null otherwise
 */
public record BroadcastPage(
        BroadcastLine line,
        List<Crumb> crumbs,
        int got,
        int read,
        List<Part> parts,
        boolean named,
        List<Reader> readers,
        Paging paging,
        String base,
        @Nullable String notice) {

    /** How many of those who got it have read it, in percent. */
    public double percent() {
        return got == 0 ? 0 : 100.0 * read / got;
    }

    /**
     * A region below.
     *
     * @param href the same page of it; null if it is the one that is looked at
     */
    public record Part(String name, @Nullable String href, int got, int read) {}

    /** Somebody who got it. */
    public record Reader(
            String name, String place, @Nullable ZonedDateTime readAt) {}
}
