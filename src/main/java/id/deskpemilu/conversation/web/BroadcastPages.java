package id.deskpemilu.conversation.web;

import id.deskpemilu.conversation.Audience;
import id.deskpemilu.conversation.Broadcast;
import id.deskpemilu.conversation.BroadcastPlan;
import id.deskpemilu.conversation.BroadcastRights;
import id.deskpemilu.conversation.Broadcasts;
import id.deskpemilu.conversation.usecase.ListBroadcasts;
import id.deskpemilu.conversation.usecase.PreviewBroadcast;
import id.deskpemilu.conversation.usecase.ReadBroadcast;
import id.deskpemilu.conversation.usecase.SendBroadcast;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** Writing to many operators, and seeing who has read it. */
@Controller
@RequestMapping("/messages/broadcasts")
class BroadcastPages {

    private static final String PAGE = "/messages/broadcasts";
    private static final String NOTICE = "notice";
    private static final String INDENT = "\u2003";

    private final ListBroadcasts listBroadcasts;
    private final PreviewBroadcast previewBroadcast;
    private final SendBroadcast sendBroadcast;
    private final ReadBroadcast readBroadcast;
    private final Elections elections;
    private final Contests contests;
    private final Stations stations;
    private final Regions regions;
    private final Problems problems;
    private final Words words;

    BroadcastPages(
            ListBroadcasts listBroadcasts,
            PreviewBroadcast previewBroadcast,
            SendBroadcast sendBroadcast,
            ReadBroadcast readBroadcast,
            Elections elections,
            Contests contests,
            Stations stations,
            Regions regions,
            Problems problems,
            Words words) {
        this.listBroadcasts = listBroadcasts;
        this.previewBroadcast = previewBroadcast;
        this.sendBroadcast = sendBroadcast;
        this.readBroadcast = readBroadcast;
        this.elections = elections;
        this.contests = contests;
        this.stations = stations;
        this.regions = regions;
        this.problems = problems;
        this.words = words;
    }

    /** The form, as it was typed. */
    record Typed(
            @Nullable String election,
            @Nullable String region,
            @Nullable String audience,
            @Nullable String contest,
            @Nullable String text,
            @Nullable Boolean chat,
            @Nullable String step) {

        private static final String WRITE = "write";

        /** Whether the person goes on writing, with other choices, before anything is counted. */
        boolean isBeingWritten() {
            return WRITE.equals(step);
        }

        Audience to() {
            return Audience.SILENT.name().equals(audience) ? Audience.SILENT : Audience.ALL;
        }

        String said() {
            return text == null ? "" : text;
        }

        boolean byChat() {
            return Boolean.TRUE.equals(chat);
        }

        /** @throws Refusal {@code REGION_UNKNOWN}, {@code CONTEST_UNKNOWN} */
        BroadcastPlan plan(String chosenElection) {
            return new BroadcastPlan(
                    chosenElection,
                    code(region == null ? "" : region),
                    to(),
                    contest == null || contest.isBlank() ? null : ContestType.ofSlug(contest),
                    said(),
                    byChat());
        }
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "0") int page, Model model) {
        ListBroadcasts.Page found = listBroadcasts.execute(actor, page);
        Words.Hours hours = words.hours(actor);
        model.addAttribute(
                "page",
                new BroadcastsPage(
                        found.broadcasts().stream()
                                .map(one -> BroadcastLine.of(one, hours))
                                .toList(),
                        Pages.of(
                                found.page(),
                                Broadcasts.PAGE_SIZE,
                                found.broadcasts().size(),
                                found.total(),
                                to -> PAGE + "?page=" + to),
                        BroadcastRights.maySend(actor)));
        return "conversation/broadcasts";
    }

    @GetMapping("/new")
    ModelAndView compose(Actor actor, Typed typed) {
        return form(actor, typed, List.of(), null);
    }

    @PostMapping("/preview")
    ModelAndView preview(Actor actor, Typed typed) {
        if (typed.isBeingWritten()) {
            return form(actor, typed, List.of(), null);
        }
        try {
            PreviewBroadcast.Preview preview = previewBroadcast.execute(actor, typed.plan(election(typed)));
            return form(
                    actor,
                    typed,
                    List.of(),
                    new ComposePage.Preview(
                            preview.recipients(),
                            preview.region(),
                            UUID.randomUUID().toString()));
        } catch (Refusal refusal) {
            return refused(actor, typed, refusal);
        }
    }

    @PostMapping
    ModelAndView send(Actor actor, Typed typed, @RequestParam String key, RedirectAttributes redirect, Locale locale) {
        try {
            Broadcast sent = sendBroadcast.execute(actor, typed.plan(election(typed)), key);
            redirect.addFlashAttribute(NOTICE, words.sentence("broadcast.sent", locale, sent.recipients()));
            return new ModelAndView("redirect:" + PAGE + "/" + sent.id());
        } catch (Refusal refusal) {
            return refused(actor, typed, refusal);
        }
    }

    @GetMapping("/{broadcast}")
    String show(
            Actor actor,
            @PathVariable String broadcast,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        boolean read = show.equals("read");
        ReadBroadcast.Reached found =
                readBroadcast.execute(actor, id(broadcast), region.isBlank() ? null : code(region), read, page);
        Words.Hours hours = words.hours(actor);
        String here = PAGE + "/" + broadcast;
        String base = here + "?region=" + found.region();
        long election = found.broadcast().electionId();
        model.addAttribute(
                "page",
                new BroadcastPage(
                        BroadcastLine.of(found.broadcast(), hours),
                        crumbs(found, here),
                        found.got(),
                        found.read(),
                        found.parts().stream()
                                .map(part -> new BroadcastPage.Part(
                                        part.name(),
                                        part.region().equals(found.region()) ? null : here + "?region=" + part.region(),
                                        part.got(),
                                        part.read()))
                                .toList(),
                        read,
                        found.readers().stream()
                                .map(one -> new BroadcastPage.Reader(
                                        one.name(),
                                        one.place(),
                                        one.readAt() == null ? null : hours.at(election, one.readAt())))
                                .toList(),
                        Pages.of(
                                found.page(),
                                Broadcasts.PAGE_SIZE,
                                found.readers().size(),
                                read ? found.read() : found.got() - found.read(),
                                to -> base + "&show=" + show + "&page=" + to),
                        base,
                        (String) model.getAttribute(NOTICE)));
        return "conversation/broadcast";
    }

    private List<Crumb> crumbs(ReadBroadcast.Reached found, String here) {
        return regions.path(found.region()).stream()
                .filter(one -> found.broadcast().region().contains(one.code()))
                .map(one -> new Crumb(
                        one.name(), one.code().equals(found.region()) ? null : here + "?region=" + one.code()))
                .toList();
    }

    /** What is wrong with the form stands beside it; anything else is a page of its own. */
    private ModelAndView refused(Actor actor, Typed typed, Refusal refusal) {
        String field = switch (refusal.code()) {
            case "BROADCAST_EMPTY", "TEXT_TOO_LONG" -> "text";
            case "BROADCAST_FOR_NOBODY" -> "region";
            default -> throw refusal;
        };
        ModelAndView page = form(
                actor,
                typed,
                List.of(new ComposePage.Problem(field, problems.reason(refusal.code(), refusal.arguments()))),
                null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(
            Actor actor, Typed typed, List<ComposePage.Problem> errors, ComposePage.@Nullable Preview preview) {
        Set<RegionCode> own = BroadcastRights.own(actor);
        if (own.isEmpty()) {
            BroadcastRights.requireSending(actor, RegionCode.of("00"));
        }
        List<Election> running = elections.findAllByOrderByHeldOnDescCodeAsc().stream()
                .filter(one -> one.phase().isRunning() && stations.anyIn(one.id(), own))
                .toList();
        String election = running.stream()
                .map(Election::code)
                .filter(code -> code.equals(typed.election()))
                .findFirst()
                .orElseGet(() -> running.stream()
                        .filter(one -> !one.isSimulation())
                        .findFirst()
                        .or(() -> running.stream().findFirst())
                        .map(Election::code)
                        .orElse(""));
        return new ModelAndView(
                "conversation/compose",
                "page",
                new ComposePage(
                        running.stream()
                                .map(one -> new Choice(
                                        one.code(), one.name(), null, one.code().equals(election)))
                                .toList(),
                        places(own, typed.region()),
                        typed.to().name(),
                        contests(election, typed.contest()),
                        typed.said(),
                        typed.byChat(),
                        BroadcastPlan.LONGEST,
                        errors,
                        preview));
    }

    /** The regions of the person, and on the way to the chosen one whatever lies beside it and below it. */
    private List<Choice> places(Set<RegionCode> own, @Nullable String asked) {
        RegionCode chosen = asked != null && RegionCode.isValid(asked) ? RegionCode.of(asked) : null;
        boolean inside = chosen != null && own.stream().anyMatch(scope -> scope.contains(chosen));
        RegionCode at = inside ? chosen : own.iterator().next();
        List<Region> path = regions.path(at);
        return Stream.of(
                        own.stream().flatMap(scope -> regions.find(scope).stream()),
                        path.stream(),
                        path.stream()
                                .filter(region -> isWithin(own, region))
                                .flatMap(region -> below(region.code()).stream()))
                .flatMap(found -> found)
                .filter(region -> isWithin(own, region))
                .distinct()
                .sorted(Comparator.comparing(Region::code)) // a region before those below it
                .map(region -> new Choice(
                        region.code().digits(),
                        INDENT.repeat(region.code().level().ordinal() - highest(own)) + region.name(),
                        null,
                        region.code().equals(at)))
                .toList();
    }

    private static boolean isWithin(Set<RegionCode> own, Region region) {
        return own.stream().anyMatch(scope -> scope.contains(region.code()));
    }

    private static int highest(Set<RegionCode> own) {
        return own.stream().mapToInt(scope -> scope.level().ordinal()).min().orElse(0);
    }

    private List<Region> below(RegionCode code) {
        return code.level() == RegionCode.Level.VILLAGE ? List.of() : regions.below(code);
    }

    private List<Choice> contests(String election, @Nullable String chosen) {
        List<Choice> choices = new ArrayList<>();
        elections.findByCode(election).map(Election::id).map(contests::of).orElse(List.of()).stream()
                .map(Contest::type)
                .map(ContestType::slug)
                .forEach(slug -> choices.add(new Choice(slug, null, null, slug.equals(chosen))));
        choices.add(0, new Choice("", null, null, choices.stream().noneMatch(Choice::selected)));
        return choices;
    }

    private static String election(Typed typed) {
        return typed.election() == null ? "" : typed.election();
    }

    private static RegionCode code(String region) {
        if (!RegionCode.isValid(region)) {
            throw Refusal.notFound("REGION_UNKNOWN", region);
        }
        return RegionCode.of(region);
    }

    private static UUID id(String broadcast) {
        try {
            return UUID.fromString(broadcast);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("BROADCAST_UNKNOWN", broadcast);
        }
    }
}
