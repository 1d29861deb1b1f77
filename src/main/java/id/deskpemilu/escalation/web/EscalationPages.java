package id.deskpemilu.escalation.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationList;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.usecase.AcknowledgeEscalation;
import id.deskpemilu.escalation.usecase.HandOver;
import id.deskpemilu.escalation.usecase.MarkUnreachable;
import id.deskpemilu.escalation.usecase.SnoozeEscalation;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Paging;
import id.deskpemilu.shared.web.Problems;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of what is silent, and each of them as a task. */
@Controller
@RequestMapping("/escalations")
class EscalationPages {

    private static final String NOTICE = "notice";

    private final Chosen chosen;
    private final EscalationList list;
    private final Regions regions;
    private final ElectionClocks clocks;
    private final EscalationView view;
    private final AcknowledgeEscalation acknowledge;
    private final SnoozeEscalation snooze;
    private final MarkUnreachable markUnreachable;
    private final HandOver handOver;
    private final MessageSource messages;
    private final Problems problems;

    EscalationPages(
            Chosen chosen,
            EscalationList list,
            Regions regions,
            ElectionClocks clocks,
            EscalationView view,
            AcknowledgeEscalation acknowledge,
            SnoozeEscalation snooze,
            MarkUnreachable markUnreachable,
            HandOver handOver,
            MessageSource messages,
            Problems problems) {
        this.chosen = chosen;
        this.list = list;
        this.regions = regions;
        this.clocks = clocks;
        this.view = view;
        this.acknowledge = acknowledge;
        this.snooze = snooze;
        this.markUnreachable = markUnreachable;
        this.handOver = handOver;
        this.messages = messages;
        this.problems = problems;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byScript,
            Model model) {
        RegionCode home = Chosen.region(actor, region);
        boolean narrowed = region != null && !region.isBlank();
        Collection<RegionCode> looked = narrowed ? List.of(home) : actor.scopes(Role.COORDINATOR, Role.SUPERVISOR);
        Election of = chosen.election(election);
        var query = new EscalationList.Query(
                of.id(),
                looked,
                one(Level.class, level),
                one(EscalationKind.class, kind),
                one(Escalation.State.class, state),
                Math.max(0, page));
        model.addAttribute(
                "page", page(actor, of, query, narrowed ? home : null, home, (String) model.getAttribute(NOTICE)));
        return byScript == null ? "escalation/list" : "escalation/list :: escalations";
    }

    @GetMapping("/{id}")
    ModelAndView task(Actor actor, @PathVariable UUID id, Map<String, Object> model, Locale locale) {
        return page(actor, new EscalationId(id), null, (String) model.get(NOTICE), locale);
    }

    @PostMapping("/{id}/acknowledgement")
    String acknowledge(Actor actor, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        acknowledge.execute(actor, new EscalationId(id));
        return done(id, "acknowledged", redirect, locale);
    }

    @PostMapping("/{id}/snooze")
    ModelAndView snooze(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int minutes,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return attempt(
                actor,
                id,
                "snooze",
                reason,
                redirect,
                locale,
                () -> snooze.execute(actor, new EscalationId(id), minutes, reason));
    }

    @PostMapping("/{id}/unreachable")
    ModelAndView unreachable(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return attempt(
                actor,
                id,
                "unreachable",
                reason,
                redirect,
                locale,
                () -> markUnreachable.execute(actor, new EscalationId(id), reason));
    }

    @PostMapping("/{id}/handover")
    ModelAndView handOver(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return attempt(
                actor,
                id,
                "handover",
                reason,
                redirect,
                locale,
                () -> handOver.execute(actor, new EscalationId(id), username, reason));
    }

    private ModelAndView attempt(
            Actor actor,
            UUID id,
            String form,
            String reason,
            RedirectAttributes redirect,
            Locale locale,
            Runnable act) {
        view.requireSight(actor, new EscalationId(id));
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            String error = problems.reason(refusal.code(), refusal.arguments());
            ModelAndView page =
                    page(actor, new EscalationId(id), new EscalationPage.Refused(form, error, reason), null, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return new ModelAndView(done(id, form, redirect, locale));
    }

    private String done(UUID id, String form, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute(NOTICE, messages.getMessage("escalation.done." + form, null, locale));
        return "redirect:/escalations/" + id;
    }

    private ModelAndView page(
            Actor actor,
            EscalationId id,
            EscalationPage.@Nullable Refused refused,
            @Nullable String notice,
            Locale locale) {
        return new ModelAndView("escalation/task", "page", view.page(actor, id, refused, notice, locale));
    }

    private EscalationsPage page(
            Actor actor,
            Election election,
            EscalationList.Query query,
            @Nullable RegionCode narrowed,
            RegionCode home,
            @Nullable String notice) {
        EscalationList.Page found = list.find(query);
        EscalationList.Counts counts = list.count(election.id(), query.regions());
        ElectionClocks.Timeline clock = clocks.of(election.id());
        int from = query.page() * EscalationList.PAGE_SIZE;
        int to = from + found.escalations().size();
        return new EscalationsPage(
                election.code(),
                counts.underWay(),
                districts(actor, narrowed),
                choices(Level.values(), counts.byLevel(), query.level(), counts.underWay()),
                choices(EscalationKind.values(), counts.byKind(), query.kind(), counts.underWay()),
                choices(Escalation.State.values(), counts.byState(), query.state(), counts.underWay()),
                narrowed != null || query.level() != null || query.kind() != null || query.state() != null,
                found.escalations().stream().map(row -> row(actor, row, clock)).toList(),
                new Paging(
                        found.escalations().isEmpty() ? 0 : from + 1,
                        to,
                        found.total(),
                        query.page() == 0 ? null : address(election, narrowed, query, query.page() - 1),
                        to >= found.total() ? null : address(election, narrowed, query, query.page() + 1)),
                "/calls?election=" + election.code() + "&region=" + home,
                notice);
    }

    private static EscalationsPage.Row row(Actor actor, EscalationList.Row row, ElectionClocks.Timeline clock) {
        ZoneId zone = Zone.ofProvince(row.region().at(RegionCode.Level.PROVINCE).digits())
                .id();
        boolean supervises = actor.may(Role.SUPERVISOR, row.region());
        return new EscalationsPage.Row(
                "/escalations/" + row.id(),
                row.kind().name(),
                row.contest().slug(),
                row.regionName(),
                row.districtName(),
                row.level().name(),
                row.state().name(),
                row.missing(),
                row.unreachable(),
                clock.shown(row.openedAt()).atZone(zone),
                row.dueAt() == null ? null : row.dueAt().atZone(zone),
                row.acknowledgedBy(),
                row.state() == Escalation.State.WAITING
                        && (row.level() == Level.KECAMATAN || row.level() == Level.KABUPATEN && supervises));
    }

    private List<Choice> districts(Actor actor, @Nullable RegionCode narrowed) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", null, null, narrowed == null));
        actor.scopes(Role.COORDINATOR, Role.SUPERVISOR).stream()
                .flatMap(own -> regions.inside(own, RegionCode.Level.DISTRICT).stream())
                .distinct()
                .map((Region region) -> new Choice(
                        region.code().digits(),
                        region.name(),
                        null,
                        region.code().equals(narrowed)))
                .forEach(choices::add);
        return choices;
    }

    private static <E extends Enum<E>> List<Choice> choices(
            E[] values, Map<String, Long> counts, @Nullable E selected, long all) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", null, all, selected == null));
        Arrays.stream(values)
                .map(value -> new Choice(value.name(), null, counts.getOrDefault(value.name(), 0L), value == selected))
                .forEach(choices::add);
        return choices;
    }

    /** The value of that name; a name that is none filters nothing. */
    private static <E extends Enum<E>> @Nullable E one(Class<E> of, @Nullable String name) {
        return Arrays.stream(of.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String address(
            Election election, @Nullable RegionCode region, EscalationList.Query query, int page) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/escalations").queryParam("election", election.code());
        if (region != null) {
            address.queryParam("region", region.digits());
        }
        if (query.level() != null) {
            address.queryParam("level", query.level());
        }
        if (query.kind() != null) {
            address.queryParam("kind", query.kind());
        }
        if (query.state() != null) {
            address.queryParam("state", query.state());
        }
        return address.queryParam("page", page).toUriString();
    }
}
