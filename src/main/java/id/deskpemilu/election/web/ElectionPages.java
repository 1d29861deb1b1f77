package id.deskpemilu.election.web;

import id.deskpemilu.election.CaseCount;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Stations;
import id.deskpemilu.election.usecase.CreateElection;
import id.deskpemilu.election.usecase.EnterPhase;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

/** The administrator's pages about elections. */
@Controller
@RequestMapping("/admin")
class ElectionPages {

    private static final String NOTICE = "notice";

    private final Elections elections;
    private final Contests contests;
    private final Stations stations;
    private final Regions regions;
    private final Jurisdiction jurisdiction;
    private final CaseCount cases;
    private final CreateElection createElection;
    private final EnterPhase enterPhase;
    private final Problems problems;
    private final MessageSource messages;

    ElectionPages(
            Elections elections,
            Contests contests,
            Stations stations,
            Regions regions,
            Jurisdiction jurisdiction,
            CaseCount cases,
            CreateElection createElection,
            EnterPhase enterPhase,
            Problems problems,
            MessageSource messages) {
        this.elections = elections;
        this.contests = contests;
        this.stations = stations;
        this.regions = regions;
        this.jurisdiction = jurisdiction;
        this.cases = cases;
        this.createElection = createElection;
        this.enterPhase = enterPhase;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView all(Actor actor) {
        actor.requireAnywhere(Role.ADMIN);
        return all(Map.of(), Map.of());
    }

    @GetMapping("/elections")
    String again() {
        return "redirect:/admin";
    }

    @PostMapping("/elections")
    ModelAndView create(
            Actor actor,
            @RequestParam("code") String code,
            @RequestParam("name") String name,
            @RequestParam("date") String date,
            @RequestParam(name = "phase", defaultValue = "PREPARATION") Phase phase,
            RedirectAttributes redirect,
            Locale locale) {
        actor.requireAnywhere(Role.ADMIN);
        Map<String, String> form = Map.of("code", code, "name", name, "date", date, "phase", phase.name());
        try {
            Election election = createElection.execute(actor, code.strip(), name, LocalDate.parse(date.strip()), phase);
            redirect.addFlashAttribute(
                    NOTICE, messages.getMessage("admin.election-created", new Object[] {election.name()}, locale));
            return new ModelAndView("redirect:/admin/elections/" + election.code());
        } catch (DateTimeException noDate) {
            return refused(form, "date", messages.getMessage("form.date-invalid", null, locale));
        } catch (Refusal refusal) {
            return refused(form, fieldOf(refusal), problems.reason(refusal.code(), refusal.arguments()));
        }
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal.code()) {
            case "ELECTION_CODE_INVALID", "ELECTION_EXISTS" -> "code";
            case "ELECTION_NAME_INVALID" -> "name";
            default -> throw refusal;
        };
    }

    private ModelAndView refused(Map<String, String> form, String field, String why) {
        ModelAndView view = all(form, Map.of(field, why));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView all(Map<String, String> form, Map<String, String> errors) {
        List<ElectionsPage.Row> rows = elections.findAllByOrderByHeldOnDescCodeAsc().stream()
                .map(election -> new ElectionsPage.Row(
                        election.code(),
                        election.name(),
                        election.heldOn(),
                        election.phase().name(),
                        contests.of(election.id()).size(),
                        stations.count(election.id())))
                .toList();
        return new ModelAndView("admin/elections", "page", new ElectionsPage(rows, form, errors));
    }

    @GetMapping("/elections/{election}")
    String one(Actor actor, @PathVariable("election") String code, Model model) {
        actor.requireAnywhere(Role.ADMIN);
        Election election = elections.get(code);
        model.addAttribute("page", page(actor, election, model));
        return "admin/election";
    }

    /** How far a contest is open, asked again and again while its cases are begun. */
    @GetMapping("/elections/{election}/contests/{contest}/progress")
    String progress(
            Actor actor, @PathVariable("election") String code, @PathVariable("contest") String slug, Model model) {
        actor.requireAnywhere(Role.ADMIN);
        model.addAttribute("page", page(actor, elections.get(code), model));
        model.addAttribute("contest", contest(actor, contests.get(code, slug)));
        return "admin/election :: state";
    }

    private ElectionPage page(Actor actor, Election election, Model model) {
        Set<RegionCode> own = actor.scopes(Role.ADMIN);
        return new ElectionPage(
                election.code(),
                election.name(),
                election.heldOn(),
                election.phase().name(),
                Arrays.stream(Phase.values())
                        .filter(next -> election.phase().mayBecome(next))
                        .map(Phase::name)
                        .toList(),
                "/admin/elections/" + election.code(),
                regions.count(own, RegionCode.Level.DISTRICT),
                regions.count(own, RegionCode.Level.VILLAGE),
                stations.count(election.id()),
                contests.of(election.id()).stream()
                        .sorted(java.util.Comparator.comparing(Contest::type))
                        .map(contest -> contest(actor, contest))
                        .toList(),
                notice(model));
    }

    private ElectionPage.Contest contest(Actor actor, Contest contest) {
        boolean mine = jurisdiction.covers(actor, contest.election(), contest.area())
                && contest.election().phase().isRunning();
        int inArea = stations.count(contest.election().id(), contest.area());
        int begun = cases.of(contest.id());
        boolean incomplete = contest.state() != Contest.State.OPEN || begun < inArea;
        return new ElectionPage.Contest(
                contest.type().slug(),
                contest.state().name(),
                begun,
                inArea,
                contest.choices().stream()
                        .map(choice -> new ElectionPage.Candidate(choice.number(), choice.name()))
                        .toList(),
                mine && incomplete && contest.choices().size() > 1,
                mine && contest.state() == Contest.State.OPEN);
    }

    @PostMapping("/elections/{election}/phase")
    String enter(
            Actor actor,
            @PathVariable("election") String code,
            @RequestParam("phase") Phase phase,
            RedirectAttributes redirect,
            Locale locale) {
        enterPhase.execute(actor, code, phase);
        redirect.addFlashAttribute(NOTICE, messages.getMessage("admin.phase-entered", null, locale));
        return "redirect:/admin/elections/" + code;
    }

    private static @Nullable String notice(Model model) {
        return (String) model.getAttribute(NOTICE);
    }
}
