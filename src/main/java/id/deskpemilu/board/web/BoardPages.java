package id.deskpemilu.board.web;

import id.deskpemilu.board.Board;
import id.deskpemilu.board.LiveBoards;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of a region, and its recap. */
@Controller
class BoardPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final LiveBoards boards;
    private final BoardView view;
    private final Elections elections;
    private final Stations stations;
    private final Pieces pieces;
    private final Frames frames;

    BoardPages(
            LiveBoards boards, BoardView view, Elections elections, Stations stations, Pieces pieces, Frames frames) {
        this.boards = boards;
        this.view = view;
        this.elections = elections;
        this.stations = stations;
        this.pieces = pieces;
        this.frames = frames;
    }

    /** Who looks at the same view sees the same. */
    private record View(
            String election, RegionCode region, @Nullable String contest, List<Crumb> crumbs, String role) {}

    @GetMapping("/board")
    String board(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String contest,
            @RequestParam(required = false) @Nullable String region,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Board board = read(actor, election, region);
        List<Crumb> crumbs = crumbs(actor, board, contest);
        model.addAttribute("rendered", draw(actor, board, contest, crumbs, request, response, language));
        model.addAttribute("page", new Title(board.region().name()));
        return "board/board";
    }

    /** What the frame of the page needs when the board itself has been drawn. */
    record Title(String region) {}

    /** The board without its frame, for a page that is open already. */
    @GetMapping(value = "/board", headers = "HX-Request")
    ResponseEntity<String> again(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String contest,
            @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Board board = read(actor, election, region);
        List<Crumb> crumbs = crumbs(actor, board, contest);
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(draw(actor, board, contest, crumbs, request, response, language));
    }

    @GetMapping("/board/recap")
    String recap(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String region,
            Model model) {
        Board board = read(actor, election, region);
        model.addAttribute(
                "page",
                view.recap(
                        board,
                        view.crumbs(
                                actor,
                                board.region().code(),
                                code -> BoardView.recapAddress(board.election().code(), code))));
        return "board/recap";
    }

    private String draw(
            Actor actor,
            Board board,
            @Nullable String contest,
            List<Crumb> crumbs,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        return pieces.html(
                new View(
                        board.election().code(),
                        board.region().code(),
                        contest,
                        crumbs,
                        role(actor, board.region().code())),
                board.version(),
                "board/board",
                "board",
                () -> Map.of("page", view.page(actor, board, contest, crumbs, language), "frame", frames.of(request)),
                request,
                response,
                language);
    }

    /** What makes two people see different links. */
    private static String role(Actor actor, RegionCode region) {
        if (actor.may(Role.SUPERVISOR, region)) {
            return "supervisor";
        }
        return actor.may(Role.COORDINATOR, region) ? "coordinator" : "";
    }

    private List<Crumb> crumbs(Actor actor, Board board, @Nullable String contest) {
        Board.OfContest shown = BoardView.shown(board, contest);
        String slug = shown == null ? "" : shown.type().slug();
        return view.crumbs(
                actor,
                board.region().code(),
                code -> BoardView.address(board.election().code(), slug, code));
    }

    private Board read(Actor actor, @Nullable String election, @Nullable String region) {
        Election chosen = election(actor, election);
        RegionCode code = region == null || region.isBlank() ? home(actor) : RegionCode.of(region);
        return boards.current(actor, new LiveBoards.View(chosen.code(), code));
    }

    /** Where the person begins. */
    private static RegionCode home(Actor actor) {
        return actor.scopes().stream().findFirst().orElseThrow(() -> Refusal.forbidden("REGION_FOREIGN", ""));
    }

    /** The election asked for; else the newest that runs where the person acts, a real one before a rehearsal. */
    private Election election(Actor actor, @Nullable String code) {
        return elections.getOrRunning(code, election -> stations.anyIn(election.id(), actor.scopes()));
    }
}
