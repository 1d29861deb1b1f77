package id.deskpemilu.portal;

import id.deskpemilu.conversation.Mailbox;
import id.deskpemilu.conversation.Message;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.identity.web.CurrentActor;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Frame;
import id.deskpemilu.shared.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerMapping;

/** The frame of each page: whose desk it is, which election, who is signed in, where one can go. */
@Component
class PageFrames implements Frames {

    private static final String MESSAGES = "/messages";
    private static final Set<String> BANNERS = Set.of("/tasks", "/inbox", "/progress");

    private final CurrentActor currentActor;
    private final Elections elections;
    private final Regions regions;
    private final Stations stations;
    private final ElectionClocks clocks;
    private final Mailbox mailbox;
    private final MessageSource messages;
    private final Clock clock;
    private final String agency;

    PageFrames(
            CurrentActor currentActor,
            Elections elections,
            Regions regions,
            Stations stations,
            ElectionClocks clocks,
            Mailbox mailbox,
            MessageSource messages,
            Clock clock,
            @Value("${desk.agency}") String agency) {
        this.currentActor = currentActor;
        this.elections = elections;
        this.regions = regions;
        this.stations = stations;
        this.clocks = clocks;
        this.mailbox = mailbox;
        this.messages = messages;
        this.clock = clock;
        this.agency = agency;
    }

    @Override
    public Frame of(HttpServletRequest request) {
        Optional<Actor> actor = currentActor.of(new ServletWebRequest(request));
        Optional<Election> election = election(request, actor);
        Optional<Region> region = actor.flatMap(this::home);
        Instant now = clock.instant();
        Mailbox.Glance mail =
                actor.map(person -> mailbox.glance(person.username())).orElse(Mailbox.Glance.NOTHING);
        Optional<ElectionClocks.Segment> segment =
                election.filter(Election::isSimulation).flatMap(rehearsal -> clocks.current(rehearsal.id()));
        return new Frame(
                agency,
                election.map(Election::name).orElse(null),
                election.map(Election::isSimulation).orElse(false),
                actor.map(Actor::name).orElse(null),
                actor.map(PageFrames::roles).orElse(List.of()),
                region.map(Region::name).orElse(null),
                actor.map(person -> nav(person, request.getRequestURI(), mail.unread()))
                        .orElse(List.of()),
                segment.map(running -> running.shown(now))
                        .orElse(now)
                        .atZone(region.map(Region::zone).orElse(Zone.WIB).id()),
                segment.map(ElectionClocks.Segment::speed).orElse(1.0),
                now,
                banner(mail, request.getRequestURI()));
    }

    /** Above the pages where a person's work begins. */
    private Frame.@Nullable Banner banner(Mailbox.Glance mail, String path) {
        Message message = mail.urgent();
        if (message == null || !BANNERS.contains(path)) {
            return null;
        }
        Locale locale = LocaleContextHolder.getLocale();
        Object[] values = message.values().toArray();
        return new Frame.Banner(
                message.id(),
                messages.getMessage(message.titleKey(), values, locale),
                messages.getMessage(message.textKey(), values, locale),
                message.link().equals(MESSAGES) ? null : message.link(),
                mail.more(),
                path.substring(1));
    }

    /** The election of the address; else the one that is running where the person acts, a real one before a rehearsal. */
    private Optional<Election> election(HttpServletRequest request, Optional<Actor> actor) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object named = variables instanceof Map<?, ?> map && map.containsKey("election")
                ? map.get("election")
                : request.getAttribute(ELECTION);
        String code = named == null ? request.getParameter("election") : named.toString();
        if (code != null) {
            Optional<Election> found = elections.findByCode(code);
            if (found.isPresent()) {
                return found;
            }
        }
        List<Election> running = elections.findAllByOrderByHeldOnDescCodeAsc().stream()
                .filter(election -> election.phase().isRunning())
                .filter(election -> actor.isEmpty()
                        || stations.anyIn(election.id(), actor.get().scopes()))
                .toList();
        return running.stream()
                .filter(election -> !election.isSimulation())
                .findFirst()
                .or(() -> running.stream().findFirst());
    }

    private Optional<Region> home(Actor actor) {
        return actor.scopes().stream().findFirst().flatMap(regions::find);
    }

    private static List<String> roles(Actor actor) {
        return actor.roles().stream().sorted().map(Role::realmName).collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Frame.Nav> nav(Actor actor, String path, int unread) {
        List<Frame.Nav> entries = new ArrayList<>();
        if (actor.roles().contains(Role.OPERATOR)) {
            entries.add(entry("tasks", "/tasks", path));
        }
        if (!actor.scopes(Role.VERIFIER, Role.SUPERVISOR, Role.AUDITOR).isEmpty()) {
            entries.add(entry("inbox", "/inbox", path));
        }
        if (!actor.scopes(Role.COORDINATOR, Role.SUPERVISOR).isEmpty()) {
            entries.add(entry("escalations", "/escalations", path));
        }
        if (!actor.scopes().isEmpty()) {
            entries.add(new Frame.Nav(
                    "board",
                    "/board",
                    entry("", "/board", path).active()
                            || entry("", "/progress", path).active()));
        }
        if (!actor.scopes(Role.COORDINATOR, Role.SUPERVISOR, Role.AUDITOR).isEmpty()) {
            entries.add(entry("letters", "/letters", path));
        }
        if (!actor.roles().isEmpty()) {
            entries.add(new Frame.Nav("messages", MESSAGES, isBelow(MESSAGES, path), unread));
        }
        if (actor.roles().contains(Role.ADMIN)) {
            entries.add(entry("admin", "/admin", path));
        }
        entries.add(entry("me", "/me", path));
        return entries;
    }

    private static Frame.Nav entry(String key, String address, String path) {
        return new Frame.Nav(key, address, isBelow(address, path));
    }

    private static boolean isBelow(String address, String path) {
        return path.equals(address) || path.startsWith(address + "/");
    }
}
