package id.deskpemilu.incident.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Station;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.usecase.OpenStations;
import id.deskpemilu.incident.usecase.ReadOpenings;
import id.deskpemilu.incident.usecase.TakeBackOpening;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Problems;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which stations have opened: looked at down to a desa, and said there with one tap. */
@Controller
@RequestMapping("/openings")
class OpeningPages {

    /** The hour at which the law has stations open. */
    static final LocalTime LAWFUL = LocalTime.of(7, 0);

    private static final String PAGE = "/openings";
    private static final String NOTICE = "notice";

    private final IncidentView view;
    private final ReadOpenings readOpenings;
    private final OpenStations openStations;
    private final TakeBackOpening takeBackOpening;
    private final Stations stations;
    private final ElectionClocks clocks;
    private final MessageSource messages;
    private final Problems problems;

    OpeningPages(
            IncidentView view,
            ReadOpenings readOpenings,
            OpenStations openStations,
            TakeBackOpening takeBackOpening,
            Stations stations,
            ElectionClocks clocks,
            MessageSource messages,
            Problems problems) {
        this.view = view;
        this.readOpenings = readOpenings;
        this.openStations = openStations;
        this.takeBackOpening = takeBackOpening;
        this.stations = stations;
        this.clocks = clocks;
        this.messages = messages;
        this.problems = problems;
    }

    @GetMapping
    ModelAndView show(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String region,
            Map<String, Object> model) {
        return page(actor, view.election(actor, election), IncidentView.region(region), null, null, (String)
                model.get(NOTICE));
    }

    @PostMapping
    ModelAndView open(
            Actor actor,
            @RequestParam String election,
            @RequestParam(required = false) @Nullable List<String> tps,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(defaultValue = "") String hour,
            RedirectAttributes redirect,
            Locale locale) {
        Election of = view.election(actor, election);
        List<StationCode> codes = codes(of, tps, all);
        try {
            int opened = openStations.execute(actor, of.code(), codes, hour(hour));
            redirect.addFlashAttribute(NOTICE, messages.getMessage("openings.done", new Object[] {opened}, locale));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID || codes.isEmpty()) {
                throw refusal;
            }
            String error = problems.reason(refusal.code(), refusal.arguments());
            ModelAndView page = page(actor, of, codes.get(0).village(), error, hour, null);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return back(of, codes.get(0));
    }

    @PostMapping("/undo")
    ModelAndView undo(
            Actor actor,
            @RequestParam String election,
            @RequestParam String tps,
            RedirectAttributes redirect,
            Locale locale) {
        Election of = view.election(actor, election);
        StationCode code = code(tps);
        takeBackOpening.execute(actor, of.code(), code);
        redirect.addFlashAttribute(
                NOTICE, messages.getMessage("openings.undone", new Object[] {"%03d".formatted(code.number())}, locale));
        return back(of, code);
    }

    private static ModelAndView back(Election election, StationCode code) {
        return new ModelAndView("redirect:" + address(election, code.village()));
    }

    private List<StationCode> codes(Election election, @Nullable List<String> tps, @Nullable String all) {
        if (all != null && RegionCode.isValid(all) && RegionCode.of(all).level() == RegionCode.Level.VILLAGE) {
            return stations.in(election.id(), Set.of(RegionCode.of(all))).stream()
                    .map(Station::code)
                    .toList();
        }
        return tps == null ? List.of() : tps.stream().map(OpeningPages::code).toList();
    }

    private static StationCode code(String text) {
        if (!StationCode.isValid(text)) {
            throw Refusal.notFound("STATION_UNKNOWN", text);
        }
        return StationCode.of(text);
    }

    /** @throws Refusal {@code OPENING_TIME_INVALID} */
    static LocalTime hour(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return LAWFUL;
        }
        try {
            return LocalTime.parse(text.strip().replace('.', ':'));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("OPENING_TIME_INVALID");
        }
    }

    private ModelAndView page(
            Actor actor,
            Election election,
            @Nullable RegionCode asked,
            @Nullable String error,
            @Nullable String hour,
            @Nullable String notice) {
        Set<RegionCode> scopes = actor.scopes();
        RegionCode region =
                asked == null && scopes.size() == 1 ? scopes.iterator().next() : asked;
        OpeningsPage page = region == null
                ? regions(election, scopes, notice)
                : region(actor, readOpenings.execute(actor, election.code(), region), error, hour, notice);
        return new ModelAndView("incident/openings", "page", page);
    }

    private OpeningsPage regions(Election election, Set<RegionCode> scopes, @Nullable String notice) {
        IncidentView.Opened all = view.opened(election, scopes);
        return new OpeningsPage(
                election.code(),
                null,
                null,
                List.of(),
                all.opened(),
                all.stations(),
                scopes.stream()
                        .map(scope -> {
                            IncidentView.Opened one = view.opened(election, List.of(scope));
                            return new OpeningsPage.Part(
                                    view.name(scope), address(election, scope), one.opened(), one.stations());
                        })
                        .toList(),
                List.of(),
                LAWFUL.toString(),
                Zone.WIB.name(),
                false,
                null,
                null,
                notice);
    }

    private OpeningsPage region(
            Actor actor,
            ReadOpenings.Whole whole,
            @Nullable String error,
            @Nullable String hour,
            @Nullable String notice) {
        Election election = whole.election();
        RegionCode code = whole.region().code();
        Zone zone = whole.region().zone();
        boolean writes =
                election.phase().isRunning() && Incident.WRITERS.stream().anyMatch(role -> actor.may(role, code));
        return new OpeningsPage(
                election.code(),
                code.digits(),
                whole.region().name(),
                crumbs(actor, whole),
                whole.opened(),
                whole.stations(),
                whole.parts().stream()
                        .map(part -> new OpeningsPage.Part(
                                part.name(), address(election, part.code()), part.opened(), part.stations()))
                        .toList(),
                whole.lines().stream()
                        .map(line -> new OpeningsPage.Line(
                                line.code().digits(),
                                "%03d".formatted(line.code().number()),
                                line.code().isSpecial(),
                                line.at() == null ? null : line.at().atZone(zone.id())))
                        .toList(),
                hour == null ? firstHour(election, zone) : hour,
                zone.name(),
                writes,
                writes
                        ? "/incidents/new?election=" + election.code() + "&kind=" + IncidentKind.DELAYED_OPENING
                                + "&place="
                        : null,
                error,
                notice);
    }

    /** The lawful hour, or what the clock shows as long as that has not come. */
    private String firstHour(Election election, Zone zone) {
        var now = clocks.now(election.id()).atZone(zone.id()).toLocalDateTime();
        boolean early = now.isBefore(election.heldOn().atTime(LAWFUL));
        return (early ? now.toLocalTime().withSecond(0).withNano(0) : LAWFUL).toString();
    }

    private static List<Crumb> crumbs(Actor actor, ReadOpenings.Whole whole) {
        return whole.path().stream()
                .filter(one -> actor.maySee(one.code()))
                .map(one -> crumb(whole, one))
                .toList();
    }

    private static Crumb crumb(ReadOpenings.Whole whole, Region one) {
        return new Crumb(
                one.name(), one.code().equals(whole.region().code()) ? null : address(whole.election(), one.code()));
    }

    private static String address(Election election, RegionCode region) {
        return PAGE + "?election=" + election.code() + "&region=" + region;
    }
}
