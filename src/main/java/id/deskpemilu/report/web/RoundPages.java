package id.deskpemilu.report.web;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.usecase.OpenRound;
import id.deskpemilu.report.usecase.PreviewRound;
import id.deskpemilu.report.usecase.ReadRounds;
import id.deskpemilu.report.usecase.RoundError;
import id.deskpemilu.report.usecase.RoundOrder;
import id.deskpemilu.report.usecase.RoundPlan;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.core.task.TaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page of a contest's rounds: fill in, see what would happen, open. */
@Controller
@RequestMapping("/admin/elections/{election}/contests/{contest}/rounds")
class RoundPages {

    private static final String VIEW = "admin/rounds";
    private static final String LIST = "admin/rounds :: list";
    private static final String NOTICE = "notice";
    private static final String NUMBER = "ballot_number";
    private static final String NAME = "ballot_name";
    private static final String BETWEEN_CODES = "[\\s,;\"\\uFEFF]+";

    /** Empty lines offered below the ballot so far. */
    private static final int SPARE_LINES = 2;

    /** More errors than these help nobody. */
    private static final int MOST_ERRORS = 50;

    private final Contests contests;
    private final Jurisdiction jurisdiction;
    private final Stations stations;
    private final ReadRounds readRounds;
    private final PreviewRound previewRound;
    private final OpenRound openRound;
    private final MessageSource messages;
    private final TaskExecutor background;

    RoundPages(
            Contests contests,
            Jurisdiction jurisdiction,
            Stations stations,
            ReadRounds readRounds,
            PreviewRound previewRound,
            OpenRound openRound,
            MessageSource messages,
            @Qualifier("applicationTaskExecutor") TaskExecutor background) {
        this.contests = contests;
        this.jurisdiction = jurisdiction;
        this.stations = stations;
        this.readRounds = readRounds;
        this.previewRound = previewRound;
        this.openRound = openRound;
        this.messages = messages;
        this.background = background;
    }

    @GetMapping
    ModelAndView show(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byScript,
            Model model) {
        actor.requireAnywhere(Role.ADMIN);
        RoundsPage page = page(
                actor, contests.get(election, contest), null, null, List.of(), (String) model.getAttribute(NOTICE));
        return new ModelAndView(byScript == null ? VIEW : LIST, "page", page);
    }

    /** Shows what would happen, or the form again with what is wrong. */
    @PostMapping("/preview")
    ModelAndView preview(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale) {
        RoundsPage.Form form = form(parameters, uploaded(file));
        try {
            RoundPlan plan = previewRound.execute(actor, election, contest, order(form));
            RoundsPage.Check check = parameters.containsKey("back")
                    ? null
                    : new RoundsPage.Check(
                            plan.heldOn(),
                            plan.stations().size(),
                            plan.reported(),
                            plan.approved(),
                            plan.stations().stream().map(StationCode::digits).toList());
            return new ModelAndView(
                    VIEW, "page", page(actor, contests.get(election, contest), form, check, List.of(), null));
        } catch (Refusal refusal) {
            return refused(actor, contests.get(election, contest), form, refusal, locale);
        }
    }

    /** Begins to open and leaves the rest to the background; the page shows how far it is. */
    @PostMapping
    ModelAndView open(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes redirect,
            Locale locale) {
        RoundsPage.Form form = form(parameters, "");
        try {
            OpenRound.Begun begun = openRound.begin(actor, election, contest, order(form));
            background.execute(() -> openRound.finish(begun.contestId(), begun.number()));
            redirect.addFlashAttribute(
                    NOTICE, messages.getMessage("rounds.opened", new Object[] {begun.number()}, locale));
            return new ModelAndView("redirect:" + base(contests.get(election, contest)));
        } catch (Refusal refusal) {
            return refused(actor, contests.get(election, contest), form, refusal, locale);
        }
    }

    private ModelAndView refused(Actor actor, Contest contest, RoundsPage.Form form, Refusal refusal, Locale locale) {
        if (!(refusal.details().get("errors") instanceof Collection<?> errors)) {
            throw refusal;
        }
        List<RoundsPage.Problem> problems = errors.stream()
                .filter(RoundError.class::isInstance)
                .map(RoundError.class::cast)
                .limit(MOST_ERRORS)
                .map(error -> new RoundsPage.Problem(
                        error.field(),
                        messages.getMessage("round.error." + error.code(), new Object[] {error.value()}, locale)))
                .toList();
        ModelAndView view = new ModelAndView(VIEW, "page", page(actor, contest, form, null, problems, null));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private RoundsPage page(
            Actor actor,
            Contest contest,
            RoundsPage.@Nullable Form form,
            RoundsPage.@Nullable Check check,
            List<RoundsPage.Problem> errors,
            @Nullable String notice) {
        List<ReadRounds.Item> rounds = readRounds.execute(
                actor, contest.election().code(), contest.type().slug());
        boolean mayOpen = contest.state() == Contest.State.OPEN
                && contest.election().phase().isRunning()
                && jurisdiction.covers(actor, contest.election(), contest.area());
        return new RoundsPage(
                contest.election().name(),
                contest.type().slug(),
                "/admin/elections/" + contest.election().code(),
                base(contest),
                rounds.stream().map(RoundPages::item).toList(),
                mayOpen,
                Stream.of(RoundKind.values())
                        .filter(RoundKind::isLater)
                        .map(Enum::name)
                        .toList(),
                mayOpen ? districts(contest) : List.of(),
                form == null ? blank(rounds.get(rounds.size() - 1).ballot()) : form,
                check,
                errors,
                notice);
    }

    private static RoundsPage.Item item(ReadRounds.Item item) {
        return new RoundsPage.Item(
                RoundLabel.of(item.round()),
                item.round().reason(),
                item.round().finished(),
                item.stations(),
                item.cases(),
                item.reported(),
                item.superseded(),
                item.round().hasOwnBallot()
                        ? item.ballot().stream()
                                .map(choice -> new RoundsPage.Candidate(choice.number(), choice.name()))
                                .toList()
                        : List.of());
    }

    private List<RoundsPage.District> districts(Contest contest) {
        Map<String, List<RoundsPage.Village>> villages = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Stations.Village village : stations.villages(contest.election().id(), contest.area())) {
            names.put(village.district().digits(), village.districtName());
            villages.computeIfAbsent(village.district().digits(), code -> new ArrayList<>())
                    .add(new RoundsPage.Village(village.code().digits(), village.name()));
        }
        return villages.entrySet().stream()
                .map(entry -> new RoundsPage.District(
                        entry.getKey(), names.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
    }

    private static RoundsPage.Form blank(List<Choice> ballot) {
        return new RoundsPage.Form(
                "",
                "",
                "",
                "",
                Set.of(),
                false,
                Stream.concat(
                                ballot.stream()
                                        .map(choice ->
                                                new RoundsPage.Line(String.valueOf(choice.number()), choice.name())),
                                Stream.generate(() -> new RoundsPage.Line("", ""))
                                        .limit(SPARE_LINES))
                        .toList());
    }

    private static RoundsPage.Form form(MultiValueMap<String, String> parameters, String moreCodes) {
        List<String> numbers = parameters.getOrDefault(NUMBER, List.of());
        List<String> names = parameters.getOrDefault(NAME, List.of());
        List<RoundsPage.Line> ballot = new ArrayList<>();
        for (int i = 0; i < Math.min(numbers.size(), names.size()); i++) {
            ballot.add(new RoundsPage.Line(numbers.get(i).strip(), names.get(i).strip()));
        }
        return new RoundsPage.Form(
                text(parameters, "kind"),
                text(parameters, "date"),
                text(parameters, "reason"),
                (text(parameters, "codes") + "\n" + moreCodes).strip(),
                new TreeSet<>(parameters.getOrDefault("regions", List.of())),
                parameters.containsKey("changed"),
                ballot);
    }

    private static String text(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static RoundOrder order(RoundsPage.Form form) {
        return new RoundOrder(
                Arrays.stream(RoundKind.values())
                        .filter(kind -> kind.name().equals(form.kind()))
                        .findFirst()
                        .orElse(null),
                date(form.date()),
                form.reason(),
                Stream.of(form.codes().split(BETWEEN_CODES))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                List.copyOf(form.regions()),
                form.changed()
                        ? form.ballot().stream()
                                .filter(line ->
                                        !line.number().isEmpty() || !line.name().isEmpty())
                                .map(line -> Choice.of(number(line.number()), line.name()))
                                .toList()
                        : List.of());
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    /** The first cell of each line; a header without a digit is left out. */
    private static String uploaded(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return "";
        }
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("[,;\t]", 2)[0].strip())
                    .filter(cell -> cell.chars().anyMatch(Character::isDigit))
                    .collect(Collectors.joining("\n"));
        } catch (IOException cutOff) {
            Refusal refusal = Refusal.invalid("UPLOAD_CUT_OFF", "file");
            refusal.initCause(cutOff);
            throw refusal;
        }
    }

    private static String base(Contest contest) {
        return "/admin/elections/" + contest.election().code() + "/contests/"
                + contest.type().slug() + "/rounds";
    }
}
