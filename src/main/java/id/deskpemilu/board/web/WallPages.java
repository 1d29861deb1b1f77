package id.deskpemilu.board.web;

import id.deskpemilu.board.Board;
import id.deskpemilu.board.LiveBoards;
import id.deskpemilu.board.chart.Arrival;
import id.deskpemilu.board.wall.WallLink;
import id.deskpemilu.board.wall.WallLinks;
import id.deskpemilu.board.wall.WallToken;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a beamer shows to whoever has the link. Nobody signs in; the link is looked up at every request, so that revoking it
 * ends the show at once, and what is shown is drawn once for all.
 */
@Controller
class WallPages {

    /** How long a slide stays, in seconds. */
    static final int STAY = 15;

    private static final int REGIONS_PER_SLIDE = 6;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final WallLinks links;
    private final LiveBoards boards;
    private final Elections elections;
    private final Pieces pieces;
    private final Clock clock;
    private final String agency;

    WallPages(
            WallLinks links,
            LiveBoards boards,
            Elections elections,
            Pieces pieces,
            Clock clock,
            @Value("${desk.agency}") String agency) {
        this.links = links;
        this.boards = boards;
        this.elections = elections;
        this.pieces = pieces;
        this.clock = clock;
        this.agency = agency;
    }

    private record View(UUID link, int slide, boolean automatic) {}

    /** What a slide shows: of one contest, or of all. */
    private record Slide(String kind, Board.@Nullable OfContest contest, int from) {}

    @GetMapping("/wall/{token}")
    ResponseEntity<String> wall(
            @PathVariable("token") String token,
            @RequestParam(name = "slide", required = false) @Nullable Integer asked,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        // on refusals too
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        WallLink link = links.open(new WallToken(token));
        Election election = elections.findById(link.electionId()).orElseThrow(() -> Refusal.notFound("WALL_UNKNOWN"));
        // a link sees what somebody sees who may look at that region, and nothing else
        Actor looker = new Actor(
                "wall:" + link.id(), "", Set.of(Role.AUDITOR), List.of(new Actor.Scope(Role.AUDITOR, link.region())));
        Board board = boards.current(looker, new LiveBoards.View(election.code(), link.region()));
        List<Slide> slides = slides(board);
        boolean automatic = asked == null;
        int number = automatic
                ? (int) (clock.instant().getEpochSecond() / STAY % slides.size()) + 1
                : Math.min(Math.max(asked, 1), slides.size());
        String html = pieces.html(
                new View(link.id(), number, automatic),
                board.version(),
                "board/wall",
                null,
                () -> Map.of("page", page(election, board, slides, number, automatic)),
                request,
                response,
                language);
        return ResponseEntity.ok().contentType(HTML).body(html);
    }

    private static List<Slide> slides(Board board) {
        List<Slide> slides = new ArrayList<>();
        if (board.contests().isEmpty()) {
            return List.of(new Slide("EMPTY", null, 0));
        }
        slides.add(new Slide("OVERVIEW", null, 0));
        for (Board.OfContest contest : board.contests()) {
            if (!contest.count().votes().isEmpty()) {
                slides.add(new Slide("VOTES", contest, 0));
            }
            for (int from = 0; from < contest.parts().size(); from += REGIONS_PER_SLIDE) {
                slides.add(new Slide("REGIONS", contest, from));
            }
        }
        return slides;
    }

    private WallPage page(Election election, Board board, List<Slide> slides, int number, boolean automatic) {
        Slide slide = slides.get(number - 1);
        Board.OfContest contest = slide.contest();
        boolean overview = slide.kind().equals("OVERVIEW");
        Board.OfContest first = BoardView.shown(board, null);
        return new WallPage(
                agency,
                election.name(),
                election.isSimulation(),
                board.region().name(),
                number,
                slides.size(),
                automatic,
                STAY,
                slide.kind(),
                contest == null ? "" : contest.type().slug(),
                overview
                        ? board.contests().stream()
                                .map(one -> new WallPage.Named(one.type().slug(), BoardView.ring(one.count())))
                                .toList()
                        : List.of(),
                overview ? BoardView.arrival(board, first) : Arrival.NOTHING,
                BoardView.votes(slide.kind().equals("VOTES") ? contest : null),
                slide.kind().equals("REGIONS") && contest != null
                        ? contest.parts().stream()
                                .skip(slide.from())
                                .limit(REGIONS_PER_SLIDE)
                                .map(part -> new WallPage.Named(part.name(), BoardView.ring(part.count())))
                                .toList()
                        : List.of(),
                BoardView.coverage(board, contest == null ? first : contest));
    }
}
