package id.deskpemilu.incident.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.IncidentPlace;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.incident.usecase.EnterIncident;
import id.deskpemilu.incident.usecase.FollowUpIncident;
import id.deskpemilu.incident.usecase.IncidentOrder;
import id.deskpemilu.incident.usecase.ListIncidents;
import id.deskpemilu.incident.usecase.ReadIncident;
import id.deskpemilu.incident.usecase.WithdrawIncident;
import id.deskpemilu.incident.web.IncidentView.Typed;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Paging;
import id.deskpemilu.shared.web.Problems;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The list of what happened, the small form for it, and each of them. */
@Controller
@RequestMapping("/incidents")
class IncidentPages {

    private static final String PAGE = "/incidents";
    private static final String NOTICE = "notice";

    private final IncidentView view;
    private final ListIncidents listIncidents;
    private final ReadIncident readIncident;
    private final EnterIncident enterIncident;
    private final FollowUpIncident followUpIncident;
    private final WithdrawIncident withdrawIncident;
    private final ElectionClocks clocks;
    private final MessageSource messages;
    private final Problems problems;

    IncidentPages(
            IncidentView view,
            ListIncidents listIncidents,
            ReadIncident readIncident,
            EnterIncident enterIncident,
            FollowUpIncident followUpIncident,
            WithdrawIncident withdrawIncident,
            ElectionClocks clocks,
            MessageSource messages,
            Problems problems) {
        this.view = view;
        this.listIncidents = listIncidents;
        this.readIncident = readIncident;
        this.enterIncident = enterIncident;
        this.followUpIncident = followUpIncident;
        this.withdrawIncident = withdrawIncident;
        this.clocks = clocks;
        this.messages = messages;
        this.problems = problems;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Election of = view.election(actor, election);
        RegionCode asked = IncidentView.region(region);
        IncidentKind chosen = one(IncidentKind.class, kind);
        Incidents.State standing = one(Incidents.State.class, state);
        ListIncidents.Page found = listIncidents.execute(actor, of.code(), asked, chosen, standing, page);
        ElectionClocks.Timeline clock = clocks.of(of.id());
        List<IncidentLine> lines = found.incidents().stream()
                .map(one -> IncidentLine.of(one, clock::shown, zone(one)))
                .toList();
        IncidentView.Opened opened = view.opened(of, asked == null ? actor.scopes() : List.of(asked));
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(PAGE)
                .queryParam("election", of.code())
                .queryParam("region", asked == null ? "" : asked.digits())
                .queryParam("kind", chosen == null ? "" : chosen.name())
                .queryParam("state", standing == null ? "" : standing.name());
        int from = found.page() * Incidents.PAGE_SIZE;
        int to = from + lines.size();
        model.addAttribute(
                "page",
                new IncidentsPage(
                        of.code(),
                        asked == null ? null : asked.digits(),
                        asked == null ? null : view.name(asked),
                        choices(IncidentKind.values(), chosen),
                        choices(Incidents.State.values(), standing),
                        lines,
                        new Paging(
                                lines.isEmpty() ? 0 : from + 1,
                                to,
                                found.total(),
                                found.page() == 0 ? null : address(here, found.page() - 1),
                                to >= found.total() ? null : address(here, found.page() + 1)),
                        opened.opened(),
                        opened.stations(),
                        "/openings?election=" + of.code() + (asked == null ? "" : "&region=" + asked),
                        IncidentView.writes(actor) && of.phase().isRunning()
                                ? PAGE + "/new?election=" + of.code()
                                : null));
        return "incident/list";
    }

    @GetMapping("/new")
    ModelAndView compose(Actor actor, Typed typed) {
        return new ModelAndView("incident/new", "page", view.form(actor, typed, List.of()));
    }

    @PostMapping
    ModelAndView enter(Actor actor, Typed typed, RedirectAttributes redirect, Locale locale) {
        try {
            IncidentPlace place = IncidentPlace.of(typed.place());
            Incident entered = enterIncident.execute(
                    actor,
                    new IncidentOrder(
                            Objects.requireNonNullElse(typed.election(), ""),
                            one(IncidentKind.class, typed.kind()),
                            place,
                            at(typed.at(), place.region()),
                            Objects.requireNonNullElse(typed.text(), "")),
                    Objects.requireNonNullElse(typed.key(), ""));
            redirect.addFlashAttribute(NOTICE, messages.getMessage("incident.entered", null, locale));
            return new ModelAndView("redirect:" + PAGE + "/" + entered.id());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            var problem = new NewIncidentPage.Problem(
                    field(refusal.code()), problems.reason(refusal.code(), refusal.arguments()));
            ModelAndView page = new ModelAndView("incident/new", "page", view.form(actor, typed, List.of(problem)));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping("/{incident}")
    ModelAndView show(Actor actor, @PathVariable String incident, Map<String, Object> model) {
        return page(actor, id(incident), null, (String) model.get(NOTICE));
    }

    @PostMapping("/{incident}/follow-ups")
    ModelAndView followUp(
            Actor actor,
            @PathVariable String incident,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean settled,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes redirect,
            Locale locale) {
        UUID id = id(incident);
        return attempt(
                actor,
                id,
                new IncidentPage.Refused("follow-up", "", text, settled),
                redirect,
                locale,
                () -> followUpIncident.execute(actor, id, text, settled, key));
    }

    @PostMapping("/{incident}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable String incident,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        UUID id = id(incident);
        return attempt(
                actor,
                id,
                new IncidentPage.Refused("withdrawal", "", reason, false),
                redirect,
                locale,
                () -> withdrawIncident.execute(actor, id, reason));
    }

    private ModelAndView attempt(
            Actor actor,
            UUID id,
            IncidentPage.Refused typed,
            RedirectAttributes redirect,
            Locale locale,
            Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            String error = problems.reason(refusal.code(), refusal.arguments());
            ModelAndView page =
                    page(actor, id, new IncidentPage.Refused(typed.form(), error, typed.text(), typed.settled()), null);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute(NOTICE, messages.getMessage("incident.done." + typed.form(), null, locale));
        return new ModelAndView("redirect:" + PAGE + "/" + id);
    }

    private ModelAndView page(Actor actor, UUID id, IncidentPage.@Nullable Refused refused, @Nullable String notice) {
        ReadIncident.Found found = readIncident.execute(actor, id);
        Incident one = found.incident();
        Election election = found.election();
        boolean running = election.phase().isRunning();
        ElectionClocks.Timeline clock = clocks.of(election.id());
        ZoneId zone = zone(one);
        return new ModelAndView(
                "incident/incident",
                "page",
                new IncidentPage(
                        IncidentLine.of(one, clock::shown, zone),
                        PAGE + "?election=" + election.code(),
                        found.followUps().stream()
                                .map(added -> new IncidentPage.Added(
                                        added.text(),
                                        added.settled(),
                                        added.name(),
                                        clock.shown(added.at()).atZone(zone)))
                                .toList(),
                        running && one.mayFollowUp(actor),
                        running && one.mayWithdraw(actor),
                        UUID.randomUUID().toString(),
                        IncidentView.LONGEST,
                        refused,
                        notice));
    }

    private static ZoneId zone(Incident one) {
        return IncidentView.zone(one.region()).id();
    }

    private static @Nullable Instant at(@Nullable String typed, RegionCode region) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip())
                    .atZone(IncidentView.zone(region).id())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("INCIDENT_TIME_INVALID");
        }
    }

    private static String field(String code) {
        return switch (code) {
            case "INCIDENT_KIND_MISSING" -> "kind-DISASTER";
            case "INCIDENT_PLACE_INVALID" -> "place";
            case "INCIDENT_TIME_INVALID" -> "at";
            default -> "text";
        };
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("INCIDENT_UNKNOWN");
        }
    }

    private static String address(UriComponentsBuilder here, int page) {
        return here.cloneBuilder().queryParam("page", page).toUriString();
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] values, @Nullable E chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", null, null, chosen == null)),
                        Arrays.stream(values).map(value -> new Choice(value.name(), null, null, value == chosen)))
                .toList();
    }

    /** The value of that name; null for none. */
    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }
}
