package id.deskpemilu.shared.web;

import jakarta.servlet.http.HttpServletRequest;

/** Makes the {@link Frame} that surrounds the page of a request. */
@FunctionalInterface
public interface Frames {

    /** The frame of the page that answers the request. */
    Frame of(HttpServletRequest request);
}
