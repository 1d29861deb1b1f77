package id.deskpemilu.conversation.web;

import id.deskpemilu.shared.web.Paging;
import java.util.function.IntFunction;

/** Where one stands in a list of pages. */
final class Pages {

    private Pages() {}

    static Paging of(int page, int size, int shown, int total, IntFunction<String> address) {
        int first = page * size;
        int last = first + shown;
        return new Paging(
                shown == 0 ? 0 : first + 1,
                shown == 0 ? 0 : last,
                total,
                page == 0 ? null : address.apply(page - 1),
                last < total && shown > 0 ? address.apply(page + 1) : null);
    }
}
