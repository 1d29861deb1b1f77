package id.deskpemilu.portal;

import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.identity.web.CurrentActor;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.WelcomePage;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;

/** The way in, and the person's own page. */
@Controller
class PortalPages {

    private static final String LOGIN = "/oauth2/authorization/keycloak";

    private final CurrentActor currentActor;
    private final Assignments assignments;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;
    private final String accountPage;

    PortalPages(
            CurrentActor currentActor,
            Assignments assignments,
            Regions regions,
            MessageSource messages,
            Clock clock,
            @Value("${desk.keycloak.realm-url}/account") String accountPage) {
        this.currentActor = currentActor;
        this.assignments = assignments;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
        this.accountPage = accountPage;
    }

    @GetMapping("/")
    String home(
            NativeWebRequest request,
            @RequestParam(name = "error", required = false) Optional<String> error,
            @RequestParam(name = "out", required = false) Optional<String> out,
            Model model,
            Locale locale) {
        Optional<Actor> actor = currentActor.of(request);
        if (actor.isPresent()) {
            return "redirect:" + start(actor.get());
        }
        String problem = error.map(any -> messages.getMessage("welcome.login-failed", null, locale))
                .orElse(null);
        model.addAttribute("page", new WelcomePage(LOGIN, out.isPresent(), problem));
        return "home";
    }

    /** Where each role begins. */
    private static String start(Actor actor) {
        if (!actor.scopes(Role.OPERATOR).isEmpty()) {
            return "/tasks";
        }
        if (!actor.scopes(Role.VERIFIER).isEmpty()) {
            return "/inbox";
        }
        if (!actor.scopes(Role.COORDINATOR).isEmpty()) {
            return "/escalations";
        }
        if (!actor.scopes(Role.SUPERVISOR, Role.AUDITOR).isEmpty()) {
            return "/progress";
        }
        return actor.roles().contains(Role.ADMIN) ? "/admin" : "/me";
    }

    @GetMapping("/me")
    String me(Actor actor, Model model) {
        List<MePage.Region> own = assignments.of(List.of(actor.username())).stream()
                .filter(assignment -> assignment.isInForceAt(clock.instant()))
                .map(this::region)
                .toList();
        model.addAttribute(
                "page",
                new MePage(
                        actor.name(),
                        actor.username(),
                        actor.roles().stream().sorted().map(Role::realmName).toList(),
                        own,
                        accountPage));
        return "me";
    }

    private MePage.Region region(Assignment assignment) {
        Optional<Region> region = regions.find(assignment.region());
        Zone zone = region.map(Region::zone).orElse(Zone.WIB);
        return new MePage.Region(
                region.map(Region::name).orElse(assignment.region().dotted()),
                assignment.region().dotted(),
                assignment.from().atZone(zone.id()).toLocalDate(),
                assignment.until() == null
                        ? null
                        : assignment.until().atZone(zone.id()).toLocalDate());
    }
}
