package id.deskpemilu.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * One option of a filter or a list.
 *
 * @param value what is sent; empty for "all"
 * @param label what is read; null when the template names it from the messages
 * @param count how many rows it would show; null when it is not counted
 */
public record Choice(
        String value, @Nullable String label, @Nullable Long count, boolean selected) {}
