package id.deskpemilu.report.web;

import id.deskpemilu.election.Contest;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Draft;
import id.deskpemilu.report.Drafts;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportList;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.TallyReader.FieldError;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.SaveDraft;
import id.deskpemilu.report.usecase.SubmitReport;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.web.Problems;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final String READBACK = "readback";
    private static final String ZEROED = "zeroed";
    private static final int LAST = 999;

    private final ReadReport readReport;
    private final SubmitReport submitReport;
    private final SaveDraft saveDraft;
    private final Drafts drafts;
    private final Figures figures;
    private final ReportList reports;
    private final Accounts accounts;
    private final Zones zones;
    private final Problems problems;

    EntryPages(
            ReadReport readReport,
            SubmitReport submitReport,
            SaveDraft saveDraft,
            Drafts drafts,
            Figures figures,
            ReportList reports,
            Accounts accounts,
            Zones zones,
            Problems problems) {
        this.readReport = readReport;
        this.submitReport = submitReport;
        this.saveDraft = saveDraft;
        this.drafts = drafts;
        this.figures = figures;
        this.reports = reports;
        this.accounts = accounts;
        this.zones = zones;
        this.problems = problems;
    }

    /**
     * The form, or the step of it; {@code step=readback} reads back what is kept.
     *
     * @param check whether to show what is missing, too
     */
    @GetMapping("/entry")
    ModelAndView form(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(defaultValue = "false") boolean check,
            Map<String, Object> model,
            Locale locale) {
        ReadReport.Dossier dossier = read(actor, ReportAddress.of(election, contest, tps));
        Optional<Draft> draft = drafts.find(dossier.report().id(), actor);
        Typed typed = draft.map(Typed::of).orElseGet(Typed::nothing);
        Map<String, String> errors = READBACK.equals(step) || check ? errors(dossier, typed) : Map.of();
        if (READBACK.equals(step) && draft.isPresent() && errors.isEmpty()) {
            return readBack(dossier, actor, typed, false, false, locale);
        }
        if (READBACK.equals(step)) {
            return redirect(dossier, "?check=true");
        }
        return form(dossier, actor, typed, errors, step, zeroed(model), check);
    }

    /** Keeps what was typed and leads on: to another step, or to the read-back. */
    @PostMapping("/entry")
    ModelAndView keep(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round(parameters));
        ReadReport.Dossier dossier = read(actor, address);
        Map<String, String> posted = paper(dossier).posted(parameters);
        if (parameters.containsKey("back")) {
            // the boxes are those that were read back; what another phone has changed since stays
            drafts.find(dossier.report().id(), actor)
                    .ifPresent(
                            draft -> posted.keySet().removeAll(draft.figures().keySet()));
            save(actor, address, parameters, posted);
            return redirect(dossier, dossier.ballot().hasLists() ? "?step=" + LAST : "");
        }
        boolean stepwise = dossier.ballot().hasLists() && parameters.containsKey("step");
        List<String> zeroed = stepwise ? zeros(dossier, parameters, posted) : List.of();
        Typed typed = save(actor, address, parameters, posted);
        return stepwise ? leave(dossier, actor, parameters, typed, zeroed, redirect) : readBack(dossier, actor, typed);
    }

    private ModelAndView readBack(ReadReport.Dossier dossier, Actor actor, Typed typed) {
        Map<String, String> errors = errors(dossier, typed);
        return errors.isEmpty()
                ? redirect(dossier, "?step=" + READBACK)
                : refused(form(dossier, actor, typed, errors, null, List.of(), true));
    }

    /** From a step to the one that was asked for; only the way ahead is barred by what can be no figure. */
    private ModelAndView leave(
            ReadReport.Dossier dossier,
            Actor actor,
            Map<String, String> parameters,
            Typed typed,
            List<String> zeroed,
            RedirectAttributes redirect) {
        Map<String, String> errors = errors(dossier, typed);
        EntrySteps steps = new EntrySteps(paper(dossier).toFill(typed.figures(), errors));
        int current = steps.number(parameters.get("step"));
        boolean checking = parameters.containsKey("check");
        String check = checking ? "&check=true" : "";
        String go = parameters.getOrDefault("go", "next");
        if (parameters.containsKey("unzero") || go.equals("zeros")) {
            redirect.addFlashAttribute(ZEROED, zeroed);
            return redirect(dossier, "?step=" + current + check);
        }
        if (go.equals("next") || go.equals(READBACK)) {
            Map<String, String> wrong = new HashMap<>();
            steps.cells(current).stream()
                    .filter(cell -> cell.error() != null && !cell.value().isEmpty())
                    .forEach(cell -> wrong.put(cell.field(), cell.error()));
            if (!wrong.isEmpty()) {
                return refused(form(dossier, actor, typed, wrong, String.valueOf(current), List.of(), false));
            }
        }
        if (go.equals(READBACK)) {
            return errors.isEmpty()
                    ? redirect(dossier, "?step=" + READBACK)
                    : redirect(dossier, "?step=" + steps.firstWrong() + "&check=true");
        }
        int next = go.equals("next") ? Math.min(current + 1, steps.count()) : steps.number(go);
        return redirect(dossier, "?step=" + next + check);
    }

    /** Fills the empty boxes of the step with 0, or empties those that were filled so; the fields that it filled. */
    private static List<String> zeros(
            ReadReport.Dossier dossier, Map<String, String> parameters, Map<String, String> posted) {
        EntrySteps steps = new EntrySteps(paper(dossier).toFill(posted, Map.of()));
        List<String> fields = steps.cells(steps.number(parameters.get("step"))).stream()
                .map(Section.Cell::field)
                .filter(posted::containsKey)
                .toList();
        String undo = parameters.get("unzero");
        if (undo != null) {
            List<String> undone = Arrays.asList(undo.split(" "));
            fields.stream()
                    .filter(field -> undone.contains(field) && "0".equals(posted.get(field)))
                    .forEach(field -> posted.put(field, ""));
            return List.of();
        }
        if (!"zeros".equals(parameters.get("go"))) {
            return List.of();
        }
        List<String> empty =
                fields.stream().filter(field -> posted.get(field).isEmpty()).toList();
        empty.forEach(field -> posted.put(field, "0"));
        return empty;
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
        Paper paper = paper(dossier);
        // what is sent is what was read back and stands in the request, whatever the draft holds by now
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
                            explanations(parameters),
                            isOnBehalf(dossier, actor)
                                    ? parameters.getOrDefault(EXPLANATION + Draft.ON_BEHALF, "")
                                    : null));
            redirect.addFlashAttribute(REPEATED, dossier.report().status().isReported());
            return new ModelAndView("redirect:" + base(dossier) + "/receipt");
        } catch (Refusal refusal) {
            switch (refusal.code()) {
                case "FIGURES_INVALID" -> {
                    Typed kept = save(actor, address, parameters, paper.posted(parameters));
                    return refused(form(dossier, actor, kept, errors(refusal), null, List.of(), true));
                }
                case "CONFIRMATION_MISSING", "EXPLANATION_MISSING", "ON_BEHALF_REASON_MISSING" -> {
                    Typed kept = save(actor, address, parameters, paper.posted(parameters));
                    return refused(readBack(dossier, actor, kept, true, parameters.containsKey("confirmed"), locale));
                }
                case "KEY_REUSED" ->
                    // the same form on two phones, and the other one was quicker
                    requireSending(readReport.execute(actor, address).report(), actor);
                default -> {}
            }
            throw refusal;
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
                        next(actor, dossier),
                        report.onBehalf() != null,
                        actor.may(Role.OPERATOR, report.station())));
    }

    /** The round whose form was filled in: one that was superseded meanwhile takes nothing any more. */
    private static @Nullable Integer round(Map<String, String> parameters) {
        String round = parameters.getOrDefault("round", "");
        return round.matches("\\d{1,4}") ? Integer.valueOf(round) : null;
    }

    private ReadReport.Dossier read(Actor actor, ReportAddress address) {
        actor.requireAny(Action.sending(), address.station().village());
        ReadReport.Dossier dossier = readReport.execute(actor, address);
        requireSending(dossier.report(), actor);
        if (!dossier.contest().takesReports()) {
            throw dossier.contest().refusal();
        }
        return dossier;
    }

    private static void requireSending(Report report, Actor actor) {
        report.require(report.sendingBy(actor), actor);
    }

    private static boolean isOnBehalf(ReadReport.Dossier dossier, Actor actor) {
        return dossier.report().sendingBy(actor) == Action.SUBMIT_ON_BEHALF;
    }

    /** Keeps what was posted; a text that no draft keeps is only shown again, it can be no figure. */
    private Typed save(Actor actor, ReportAddress address, Map<String, String> parameters, Map<String, String> posted) {
        Map<String, String> texts = new HashMap<>(posted);
        texts.values().removeIf(text -> !Draft.isText(text));
        Map<String, String> reasons = explanations(parameters);
        reasons.entrySet().removeIf(reason -> !Draft.isCode(reason.getKey()) || !Draft.isReason(reason.getValue()));
        Typed kept =
                Typed.of(saveDraft.execute(actor, address, new SaveDraft.Command(parameters.get(KEY), texts, reasons)));
        kept.figures().putAll(posted);
        return kept;
    }

    private ModelAndView form(
            ReadReport.Dossier dossier,
            Actor actor,
            Typed typed,
            Map<String, String> errors,
            @Nullable String step,
            List<String> zeroed,
            boolean checking) {
        List<Section> sections = paper(dossier).toFill(typed.figures(), errors);
        EntryPage.@Nullable Steps page = null;
        if (dossier.ballot().hasLists()) {
            EntrySteps steps = new EntrySteps(sections);
            int current = step != null ? steps.number(step) : checking ? steps.firstWrong() : steps.firstOpen();
            sections = steps.of(current);
            page = steps.page(current, zeroed, checking);
        }
        return new ModelAndView(
                "report/entry",
                "page",
                new EntryPage(
                        Paper.station(dossier),
                        dossier.contest().type().slug(),
                        dossier.contest().election().code(),
                        base(dossier),
                        typed.key(),
                        draftKey(dossier, actor),
                        savedAt(dossier, typed),
                        sections,
                        page,
                        isOnBehalf(dossier, actor)));
    }

    private ModelAndView readBack(
            ReadReport.Dossier dossier, Actor actor, Typed typed, boolean refused, boolean confirmed, Locale locale) {
        Contest contest = dossier.contest();
        Paper paper = paper(dossier);
        Tally tally = figures.read(
                contest,
                dossier.report().round(),
                dossier.report().station(),
                paper.figures(typed.figures()),
                paper.votes(typed.figures()));
        List<Finding> findings = figures.judge(contest, dossier.report().station(), tally);
        Map<String, String> errors = new HashMap<>();
        if (refused) {
            Finding.unexplained(findings, typed.explanations())
                    .forEach(code -> errors.put(code, problems.reason("EXPLANATION_MISSING", code)));
        }
        return new ModelAndView(
                "report/readback",
                "page",
                new ReadBackPage(
                        Paper.station(dossier),
                        contest.type().slug(),
                        contest.election().code(),
                        base(dossier),
                        typed.key(),
                        draftKey(dossier, actor),
                        savedAt(dossier, typed),
                        paper.toReadBack(tally, Paper.marked(findings), figure -> NumberWords.of(figure, locale)),
                        FindingView.of(dossier.form(), paper, tally, findings, typed.explanations(), errors),
                        confirmed,
                        refused && !confirmed ? problems.reason("CONFIRMATION_MISSING") : null,
                        isOnBehalf(dossier, actor) ? onBehalf(typed, refused) : null));
    }

    private ReadBackPage.OnBehalf onBehalf(Typed typed, boolean refused) {
        String reason = typed.explanations().getOrDefault(Draft.ON_BEHALF, "");
        return new ReadBackPage.OnBehalf(
                reason, refused && reason.isBlank() ? problems.reason("ON_BEHALF_REASON_MISSING") : null);
    }

    /**
     * What was typed for a report.
     *
     * @param figures the texts of the boxes; what is not there is empty
     */
    private record Typed(
            String key, @Nullable Instant savedAt, Map<String, String> figures, Map<String, String> explanations) {

        static Typed of(Draft draft) {
            return new Typed(
                    draft.key(),
                    draft.isEmpty() ? null : draft.savedAt(),
                    new HashMap<>(draft.figures()),
                    draft.explanations());
        }

        static Typed nothing() {
            return new Typed(UUID.randomUUID().toString(), null, new HashMap<>(), Map.of());
        }
    }

    private @Nullable ZonedDateTime savedAt(ReadReport.Dossier dossier, Typed typed) {
        return typed.savedAt() == null
                ? null
                : typed.savedAt().atZone(zones.of(dossier.report().station()));
    }

    private static Paper paper(ReadReport.Dossier dossier) {
        return new Paper(dossier.form(), dossier.ballot());
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView redirect(ReadReport.Dossier dossier, String query) {
        return new ModelAndView("redirect:" + base(dossier) + "/entry" + query);
    }

    private static List<String> zeroed(Map<String, Object> model) {
        return model.get(ZEROED) instanceof List<?> fields
                ? fields.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** What is wrong with the boxes, the empty ones too. */
    private Map<String, String> errors(ReadReport.Dossier dossier, Typed typed) {
        Paper paper = paper(dossier);
        Map<String, String> texts = paper.typed(typed.figures());
        try {
            figures.read(
                    dossier.contest(),
                    dossier.report().round(),
                    dossier.report().station(),
                    paper.figures(texts),
                    paper.votes(texts));
            return Map.of();
        } catch (Refusal refusal) {
            return errors(refusal);
        }
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
