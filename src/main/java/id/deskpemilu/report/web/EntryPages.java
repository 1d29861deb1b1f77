package id.deskpemilu.report.web;

import id.deskpemilu.election.Contest;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportList;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.TallyReader.FieldError;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.SubmitReport;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.web.Problems;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's way: copy the paper, read it back, send it once, hold the receipt. */
@Controller
@RequestMapping("/reports/{election}/{contest}/{tps}")
class EntryPages {

    private static final String KEY = "idempotencyKey";
    private static final String EXPLANATION = "explanation_";
    private static final String REPEATED = "repeated";

    private final ReadReport readReport;
    private final SubmitReport submitReport;
    private final Figures figures;
    private final ReportList reports;
    private final Accounts accounts;
    private final Zones zones;
    private final Problems problems;

    EntryPages(
            ReadReport readReport,
            SubmitReport submitReport,
            Figures figures,
            ReportList reports,
            Accounts accounts,
            Zones zones,
            Problems problems) {
        this.readReport = readReport;
        this.submitReport = submitReport;
        this.figures = figures;
        this.reports = reports;
        this.accounts = accounts;
        this.zones = zones;
        this.problems = problems;
    }

    @GetMapping("/entry")
    ModelAndView form(
            Actor actor, @PathVariable String election, @PathVariable String contest, @PathVariable String tps) {
        ReadReport.Dossier dossier = read(actor, ReportAddress.of(election, contest, tps));
        return form(dossier, actor, Map.of(KEY, UUID.randomUUID().toString()), Map.of());
    }

    @PostMapping("/entry")
    ModelAndView readBack(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam Map<String, String> parameters,
            Locale locale) {
        ReadReport.Dossier dossier = read(actor, ReportAddress.of(election, contest, tps, round(parameters)));
        if (parameters.containsKey("back")) {
            return form(dossier, actor, parameters, Map.of());
        }
        return readBack(dossier, actor, parameters, false, locale);
    }

    @PostMapping("/submission")
    ModelAndView submit(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam Map<String, String> parameters,
            Locale locale,
            RedirectAttributes redirect) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round(parameters));
        ReadReport.Dossier dossier = readReport.execute(actor, address);
        Paper paper = new Paper(dossier.form(), dossier.ballot());
        Map<String, String> typed = paper.typed(parameters);
        try {
            submitReport.execute(
                    actor,
                    address,
                    parameters.getOrDefault(KEY, ""),
                    new SubmitReport.Command(
                            paper.figures(typed),
                            paper.votes(typed),
                            parameters.containsKey("confirmed"),
                            explanations(parameters)));
            redirect.addFlashAttribute(REPEATED, dossier.report().status().isReported());
            return new ModelAndView("redirect:" + base(dossier) + "/receipt");
        } catch (Refusal refusal) {
            return switch (refusal.code()) {
                case "FIGURES_INVALID" -> form(dossier, actor, parameters, errors(refusal));
                case "CONFIRMATION_MISSING", "EXPLANATION_MISSING" ->
                    readBack(dossier, actor, parameters, true, locale);
                default -> throw refusal;
            };
        }
    }

    @GetMapping("/receipt")
    ModelAndView receipt(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            Map<String, Object> model) {
        ReadReport.Dossier dossier = readReport.execute(actor, ReportAddress.of(election, contest, tps, round));
        Report report = dossier.report();
        if (!report.status().isReported()) {
            return new ModelAndView("redirect:" + base(dossier));
        }
        String submittedBy = Objects.requireNonNull(report.submittedBy());
        return new ModelAndView(
                "report/receipt",
                "page",
                new ReceiptPage(
                        Paper.station(dossier),
                        contest,
                        election,
                        base(dossier),
                        draftKey(dossier, actor),
                        Arrays.asList(Objects.requireNonNull(report.receipt()).split("-")),
                        Objects.requireNonNull(report.lockedAt()).atZone(zones.of(report.station())),
                        report.revisions().get(0).sha256(),
                        accounts.find(submittedBy).map(Account::name).orElse(submittedBy),
                        Boolean.TRUE.equals(model.get(REPEATED)),
                        next(actor, dossier)));
    }

    /** The round whose form was filled in: one that was superseded meanwhile takes nothing any more. */
    private static @Nullable Integer round(Map<String, String> parameters) {
        String round = parameters.getOrDefault("round", "");
        return round.matches("\\d{1,4}") ? Integer.valueOf(round) : null;
    }

    private ReadReport.Dossier read(Actor actor, ReportAddress address) {
        actor.require(Role.OPERATOR, address.station());
        ReadReport.Dossier dossier = readReport.execute(actor, address);
        dossier.report().require(Action.SUBMIT, actor);
        if (!dossier.contest().takesReports()) {
            throw Refusal.conflict("CONTEST_NOT_OPEN", address.contest());
        }
        return dossier;
    }

    private ModelAndView form(
            ReadReport.Dossier dossier, Actor actor, Map<String, String> parameters, Map<String, String> errors) {
        Paper paper = new Paper(dossier.form(), dossier.ballot());
        var page = new ModelAndView(
                "report/entry",
                "page",
                new EntryPage(
                        Paper.station(dossier),
                        dossier.contest().type().slug(),
                        dossier.contest().election().code(),
                        base(dossier),
                        parameters.getOrDefault(KEY, ""),
                        draftKey(dossier, actor),
                        paper.toFill(paper.typed(parameters), errors)));
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private ModelAndView readBack(
            ReadReport.Dossier dossier, Actor actor, Map<String, String> parameters, boolean refused, Locale locale) {
        Contest contest = dossier.contest();
        Paper paper = new Paper(dossier.form(), dossier.ballot());
        Map<String, String> typed = paper.typed(parameters);
        Tally tally;
        try {
            tally = figures.read(
                    contest,
                    dossier.report().round(),
                    dossier.report().station(),
                    paper.figures(typed),
                    paper.votes(typed));
        } catch (Refusal refusal) {
            return form(dossier, actor, parameters, errors(refusal));
        }
        List<Finding> findings = figures.judge(contest, tally);
        Map<String, String> explanations = explanations(parameters);
        Map<String, String> errors = new HashMap<>();
        if (refused) {
            Finding.unexplained(findings, explanations)
                    .forEach(code -> errors.put(code, problems.reason("EXPLANATION_MISSING", code)));
        }
        String confirmedError =
                refused && !parameters.containsKey("confirmed") ? problems.reason("CONFIRMATION_MISSING") : null;
        List<FindingView> views = FindingView.of(findings, explanations, errors);
        var page = new ModelAndView(
                "report/readback",
                "page",
                new ReadBackPage(
                        Paper.station(dossier),
                        contest.type().slug(),
                        contest.election().code(),
                        base(dossier),
                        parameters.getOrDefault(KEY, ""),
                        draftKey(dossier, actor),
                        paper.toReadBack(tally, Paper.marked(findings), figure -> NumberWords.of(figure, locale)),
                        views,
                        parameters.containsKey("confirmed"),
                        confirmedError));
        if (refused) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private Map<String, String> errors(Refusal refusal) {
        Map<String, String> errors = new HashMap<>();
        if (refusal.details().get("errors") instanceof Collection<?> list) {
            for (Object error : list) {
                if (error instanceof FieldError wrong) {
                    errors.put(wrong.field(), problems.reason(wrong.code()));
                }
            }
        }
        return errors;
    }

    private static Map<String, String> explanations(Map<String, String> parameters) {
        Map<String, String> explanations = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(EXPLANATION)) {
                explanations.put(name.substring(EXPLANATION.length()), value);
            }
        });
        return explanations;
    }

    private ReceiptPage.@Nullable Next next(Actor actor, ReadReport.Dossier done) {
        if (actor.scopes(Role.OPERATOR).isEmpty() || !done.contest().takesReports()) {
            return null;
        }
        return reports
                .find(
                        actor,
                        done.contest(),
                        ReportStatus.AWAITED,
                        done.report().station().village(),
                        null,
                        0)
                .reports()
                .stream()
                .findFirst()
                .map(row -> new ReceiptPage.Next(
                        Paper.station(new id.deskpemilu.election.Station(
                                row.tps(), row.village(), row.district(), null, null)),
                        done.contest().type().slug(),
                        base(done.contest(), row.tps()) + "/entry"))
                .orElse(null);
    }

    private static String draftKey(ReadReport.Dossier dossier, Actor actor) {
        return DraftKey.of(dossier.report().id(), actor);
    }

    private static String base(ReadReport.Dossier dossier) {
        return base(dossier.contest(), dossier.report().station());
    }

    private static String base(Contest contest, StationCode station) {
        return "/reports/" + contest.election().code() + "/" + contest.type().slug() + "/" + station;
    }
}
