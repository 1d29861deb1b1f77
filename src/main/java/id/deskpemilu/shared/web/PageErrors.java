package id.deskpemilu.shared.web;

import id.deskpemilu.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees when a page refuses something or fails: a page with the reason and the next step. */
@ControllerAdvice(annotations = Controller.class)
class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int FAILED = 500;

    private final Problems problems;
    private final Frames frames;

    PageErrors(Problems problems, Frames frames) {
        this.problems = problems;
        this.frames = frames;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        return page(
                refusal.kind().status(),
                problems.reason(refusal.code(), refusal.arguments()),
                problems.next(refusal.code(), refusal.arguments()),
                request);
    }

    @ExceptionHandler
    ModelAndView conflict(ConcurrencyFailureException conflict, HttpServletRequest request) {
        return page(CONFLICT, problems.reason("STALE"), problems.next("STALE"), request);
    }

    @ExceptionHandler
    ModelAndView unreadable(IllegalArgumentException unreadable, HttpServletRequest request) {
        return page(UNPROCESSABLE, problems.reason("REQUEST_INVALID"), problems.next("REQUEST_INVALID"), request);
    }

    @ExceptionHandler
    ModelAndView failed(RuntimeException failure, HttpServletRequest request) {
        if (Unkeepable.isCauseOf(failure)) {
            return page(UNPROCESSABLE, problems.reason(Unkeepable.CODE), problems.next(Unkeepable.CODE), request);
        }
        LOG.error("A page failed", failure);
        return page(FAILED, null, null, request);
    }

    private ModelAndView page(int status, @Nullable String reason, @Nullable String next, HttpServletRequest request) {
        var page = new ModelAndView("error", HttpStatusCode.valueOf(status));
        page.addObject("page", new ErrorPage(status, reason, next, "/", null));
        page.addObject("frame", frames.of(request));
        return page;
    }
}
