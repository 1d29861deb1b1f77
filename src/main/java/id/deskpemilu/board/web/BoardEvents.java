package id.deskpemilu.board.web;

import id.deskpemilu.board.LiveBoards;
import id.deskpemilu.board.LiveBoards.View;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.shared.RegionCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells pages that the board has changed: by a line that stays open, or when they ask. */
@Controller
class BoardEvents {

    private final LiveBoards boards;
    private final Lines lines;
    private final Recap recap;
    private final Assignments assignments;

    BoardEvents(LiveBoards boards, Lines lines, Recap recap, Assignments assignments) {
        this.boards = boards;
        this.lines = lines;
        this.recap = recap;
        this.assignments = assignments;
    }

    record Version(String version) {}

    /** @param known the version that the page was made of; {@code Last-Event-ID} counts before it */
    @GetMapping(path = "/board/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            Actor actor,
            @RequestParam String election,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String known,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request) {
        View view = new View(election, RegionCode.of(region));
        recap.requireSight(actor, view.region());
        return lines.open(
                actor.username(), view, last == null ? known : last, mayStay(actor, view, request.getSession(false)));
    }

    @GetMapping(path = "/board/version", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Version> version(Actor actor, @RequestParam String election, @RequestParam String region) {
        String version =
                boards.current(actor, new View(election, RegionCode.of(region))).version();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(version)
                .body(new Version(version));
    }

    /** As long as the person is signed in and has an assignment in force. */
    private BooleanSupplier mayStay(Actor actor, View view, @Nullable HttpSession session) {
        return () -> isOpen(session)
                && new Actor(actor.username(), actor.name(), actor.roles(), assignments.inForce(actor.username()))
                        .maySee(view.region());
    }

    private static boolean isOpen(@Nullable HttpSession session) {
        try {
            return session == null || session.getCreationTime() > 0;
        } catch (IllegalStateException signedOut) {
            return false;
        }
    }
}
