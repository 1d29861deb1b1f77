package id.deskpemilu.board.web;

import id.deskpemilu.board.usecase.CreateWallLink;
import id.deskpemilu.board.usecase.RevokeWallLink;
import id.deskpemilu.board.wall.WallLink;
import id.deskpemilu.board.wall.WallLinks;
import id.deskpemilu.board.wall.WallToken;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The links for beamers: supervisors make, see and revoke them. */
@Controller
@RequestMapping("/board/walls")
class WallLinkPages {

    private static final String AGAIN = "redirect:/board/walls";
    private static final List<Integer> HOURS = List.of(6, 12, 24, 48);
    private static final String USUAL = "12";

    private final WallLinks links;
    private final CreateWallLink createWallLink;
    private final RevokeWallLink revokeWallLink;
    private final Elections elections;
    private final Stations stations;
    private final Regions regions;
    private final Problems problems;
    private final MessageSource messages;
    private final Clock clock;

    WallLinkPages(
            WallLinks links,
            CreateWallLink createWallLink,
            RevokeWallLink revokeWallLink,
            Elections elections,
            Stations stations,
            Regions regions,
            Problems problems,
            MessageSource messages,
            Clock clock) {
        this.links = links;
        this.createWallLink = createWallLink;
        this.revokeWallLink = revokeWallLink;
        this.elections = elections;
        this.stations = stations;
        this.regions = regions;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(Actor actor, Model model) {
        actor.requireAnywhere(Role.SUPERVISOR);
        return page(actor, model, Map.of("hours", USUAL), null);
    }

    @PostMapping
    ModelAndView create(
            Actor actor,
            @RequestParam("name") String name,
            @RequestParam("election") String election,
            @RequestParam("region") String region,
            @RequestParam(name = "hours", defaultValue = USUAL) int hours,
            RedirectAttributes redirect,
            Model model) {
        try {
            WallToken token =
                    createWallLink.execute(actor, election, RegionCode.of(region), name, Duration.ofHours(hours));
            redirect.addFlashAttribute(
                    "made",
                    ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path("/wall/{token}")
                            .buildAndExpand(token.value())
                            .toUriString());
            return new ModelAndView(AGAIN);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            ModelAndView view = page(
                    actor,
                    model,
                    Map.of("name", name, "election", election, "region", region, "hours", Integer.toString(hours)),
                    problems.reason(refusal.code(), refusal.arguments()));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    @PostMapping("/{id}/revocation")
    String revoke(Actor actor, @PathVariable("id") UUID id, RedirectAttributes redirect, Locale language) {
        revokeWallLink.execute(actor, id);
        redirect.addFlashAttribute("notice", messages.getMessage("walls.notice.revoked", null, language));
        return AGAIN;
    }

    private ModelAndView page(Actor actor, Model model, Map<String, String> form, @Nullable String error) {
        Set<RegionCode> scopes = actor.scopes(Role.SUPERVISOR);
        List<Election> running = elections.findAllByOrderByHeldOnDescCodeAsc().stream()
                .filter(election -> election.phase().isRunning() && stations.anyIn(election.id(), scopes))
                .toList();
        List<Region> open = new ArrayList<>();
        for (RegionCode scope : scopes) {
            regions.find(scope).ifPresent(open::add);
            if (scope.level().compareTo(RegionCode.Level.REGENCY) <= 0) {
                open.addAll(regions.below(scope));
            }
        }
        Map<Long, String> names = new HashMap<>();
        elections.findAllByOrderByHeldOnDescCodeAsc().forEach(election -> names.put(election.id(), election.name()));
        Instant now = clock.instant();
        return new ModelAndView(
                "board/walls",
                "page",
                new WallsPage(
                        (String) model.getAttribute("made"),
                        running.stream()
                                .map(election -> new Choice(
                                        election.code(),
                                        election.name(),
                                        null,
                                        election.code().equals(form.get("election"))))
                                .toList(),
                        open.stream()
                                .map(region -> new Choice(
                                        region.code().digits(),
                                        region.name(),
                                        null,
                                        region.code().digits().equals(form.get("region"))))
                                .toList(),
                        HOURS,
                        form,
                        error,
                        links.in(scopes).stream()
                                .map(link -> row(link, names.getOrDefault(link.electionId(), ""), now))
                                .toList(),
                        (String) model.getAttribute("notice")));
    }

    private WallsPage.Row row(WallLink link, String election, Instant now) {
        Region region = regions.find(link.region()).orElse(new Region(link.region(), "", Zone.WIB));
        return new WallsPage.Row(
                link.id().toString(),
                link.name(),
                region.name(),
                election,
                link.createdBy(),
                link.expiresAt().atZone(region.zone().id()),
                link.revokedAt() != null ? "REVOKED" : link.isOpen(now) ? "OPEN" : "EXPIRED");
    }
}
