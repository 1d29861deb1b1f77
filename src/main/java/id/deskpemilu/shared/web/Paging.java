package id.deskpemilu.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * Where one stands in a long list.
 *
 * @param from number of the first row shown, counted from 1; 0 when there is none
 * @param to number of the last row shown
 * @param total rows in all
 * @param previous address of the page before, with every filter kept; null on the first
 * @param next address of the page after; null on the last
 */
public record Paging(
        int from,
        int to,
        long total,
        @Nullable String previous,
        @Nullable String next) {}
