package id.deskpemilu.conversation.web;

import id.deskpemilu.shared.web.Paging;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reader was told, the newest first.
 *
 * @param broadcasts whether only broadcasts are shown
 * @param unread how many of all messages are not read
 * @param newest the number of the newest message shown; 0 without any
 * @param items the messages
 * @param paging where one stands in the list
 * @param sends whether the reader may write broadcasts
 * @param sees whether the reader sees the broadcasts that were sent in the region
 */
public record MessagesPage(
        boolean broadcasts, int unread, long newest, List<Item> items, Paging paging, boolean sends, boolean sees) {

    /**
     * A message.
     *
     * @param unread whether the reader has not acknowledged it
     * @param href what it is about; null if that is this page
     */
    public record Item(
            long id,
            String title,
            String text,
            ZonedDateTime at,
            boolean unread,
            @Nullable String href) {}
}
