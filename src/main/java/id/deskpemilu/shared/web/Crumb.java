package id.deskpemilu.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * One step of the way back up.
 *
 * @param href null for the page one stands on
 */
public record Crumb(String label, @Nullable String href) {}
