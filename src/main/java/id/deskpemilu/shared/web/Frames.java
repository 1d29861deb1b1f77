package id.deskpemilu.shared.web;

import jakarta.servlet.http.HttpServletRequest;

/** Makes the {@link Frame} that surrounds the page of a request. */
@FunctionalInterface
public interface Frames {

    /** The attribute of a request that holds the code of the election that its page is about, where its address does not say it. */
    String ELECTION = "desk.election";

    /** The frame of the page that answers the request. */
    Frame of(HttpServletRequest request);
}
