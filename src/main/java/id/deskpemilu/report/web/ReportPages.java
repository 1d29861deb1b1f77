package id.deskpemilu.report.web;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.Revision;
import id.deskpemilu.report.TallyReader.FieldError;
import id.deskpemilu.report.usecase.AnswerCorrection;
import id.deskpemilu.report.usecase.ApplyCorrection;
import id.deskpemilu.report.usecase.ApproveReport;
import id.deskpemilu.report.usecase.ClaimReport;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.report.usecase.ReleaseReport;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RequestCorrection;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Problems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a report, and what can be done there. */
@Controller
@RequestMapping("/reports/{election}/{contest}/{tps}")
class ReportPages {

    private static final String NEW_FIGURE = "new_";
    private static final String NOTICE = "notice";

    private final ReadReport readReport;
    private final ClaimReport claimReport;
    private final ReleaseReport releaseReport;
    private final ApproveReport approveReport;
    private final RequestCorrection requestCorrection;
    private final AnswerCorrection answerCorrection;
    private final ApplyCorrection applyCorrection;
    private final Regions regions;
    private final Accounts accounts;
    private final Zones zones;
    private final Problems problems;
    private final MessageSource messages;

    ReportPages(
            ReadReport readReport,
            ClaimReport claimReport,
            ReleaseReport releaseReport,
            ApproveReport approveReport,
            RequestCorrection requestCorrection,
            AnswerCorrection answerCorrection,
            ApplyCorrection applyCorrection,
            Regions regions,
            Accounts accounts,
            Zones zones,
            Problems problems,
            MessageSource messages) {
        this.readReport = readReport;
        this.claimReport = claimReport;
        this.releaseReport = releaseReport;
        this.approveReport = approveReport;
        this.requestCorrection = requestCorrection;
        this.answerCorrection = answerCorrection;
        this.applyCorrection = applyCorrection;
        this.regions = regions;
        this.accounts = accounts;
        this.zones = zones;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            Locale locale) {
        return page(actor, ReportAddress.of(election, contest, tps, round), null, locale);
    }

    @PostMapping("/claim")
    String claim(Actor actor, @PathVariable String election, @PathVariable String contest, @PathVariable String tps) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        claimReport.execute(actor, address, null);
        return back(address);
    }

    @PostMapping("/claim/release")
    String release(Actor actor, @PathVariable String election, @PathVariable String contest, @PathVariable String tps) {
        releaseReport.execute(actor, ReportAddress.of(election, contest, tps));
        return "redirect:/inbox";
    }

    @PostMapping("/claim/takeover")
    String takeOver(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam String reason) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        claimReport.execute(actor, address, reason);
        return back(address);
    }

    @PostMapping("/approval")
    String approve(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect,
            Locale locale) {
        Report report = approveReport.execute(actor, ReportAddress.of(election, contest, tps), version);
        return next(report.approvedBy() != null ? "inbox.approved" : "inbox.checked-once", report, redirect, locale);
    }

    @PostMapping("/corrections")
    ModelAndView request(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        Map<String, String> changes = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(NEW_FIGURE) && !value.isBlank()) {
                changes.put(name.substring(NEW_FIGURE.length()), value);
            }
        });
        String reason = parameters.getOrDefault("reason", "");
        try {
            Report report = requestCorrection.execute(actor, address, changes, reason, version);
            return new ModelAndView(next("inbox.correction-requested", report, redirect, locale));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            var form = new ReportPage.CorrectionForm(changes, reason, errors(refusal));
            return page(actor, address, form, locale);
        }
    }

    @PostMapping("/corrections/{number}/confirmation")
    String answer(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable int number,
            @RequestParam boolean confirmed,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable Integer version) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        answerCorrection.execute(actor, address, number, confirmed, comment, version);
        return back(address);
    }

    @PostMapping("/corrections/{number}/application")
    String apply(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect,
            Locale locale) {
        Report report = applyCorrection.execute(actor, ReportAddress.of(election, contest, tps), number, version);
        return next("inbox.correction-applied", report, redirect, locale);
    }

    private String next(String message, Report report, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute(
                NOTICE,
                messages.getMessage(
                        message, new Object[] {"%03d".formatted(report.station().number())}, locale));
        return "redirect:/inbox/next";
    }

    private static String back(ReportAddress address) {
        return "redirect:" + base(address);
    }

    private static String base(ReportAddress address) {
        return "/reports/" + address.election() + "/" + address.contest() + "/" + address.station();
    }

    private List<String> errors(Refusal refusal) {
        List<String> errors = new ArrayList<>();
        if (refusal.details().get("errors") instanceof Collection<?> list) {
            for (Object error : list) {
                if (error instanceof FieldError wrong) {
                    errors.add(problems.reason(wrong.code()));
                }
            }
        }
        return errors.isEmpty() ? List.of(problems.reason(refusal.code(), refusal.arguments())) : errors;
    }

    private ModelAndView page(
            Actor actor, ReportAddress address, ReportPage.@Nullable CorrectionForm form, Locale locale) {
        ReadReport.Dossier dossier = readReport.execute(actor, address);
        Report report = dossier.report();
        People people = new People(accounts.find(usernames(dossier)), zones.of(report.station()));
        Paper paper = new Paper(dossier.form(), dossier.ballot());
        @Nullable Revision current = report.revision() == 0 ? null : report.current();
        List<Correction> all = report.corrections();
        boolean underWay = !all.isEmpty() && isUnderWay(all.get(all.size() - 1));
        List<ReportPage.Correction> corrections = IntStream.range(0, all.size())
                .mapToObj(i -> correction(i + 1, all.get(i), paper, people))
                .toList();
        List<ReportPage.Correction> earlier =
                new ArrayList<>(underWay ? corrections.subList(0, corrections.size() - 1) : corrections);
        java.util.Collections.reverse(earlier);
        var page = new ModelAndView(
                "report/view",
                "page",
                new ReportPage(
                        Paper.station(dossier),
                        dossier.contest().type().slug(),
                        dossier.contest().election().code(),
                        base(address),
                        report.status().name(),
                        holder(report, actor, people),
                        report.version(),
                        report.receipt(),
                        report.submittedBy() == null || report.lockedAt() == null
                                ? null
                                : people.act(report.submittedBy(), report.lockedAt()),
                        current == null
                                ? List.of()
                                : paper.toRead(current.tally(), replaced(report), Paper.marked(current.findings())),
                        current == null
                                ? List.of()
                                : FindingView.of(current.findings(), current.explanations(), Map.of()),
                        dossier.actions().stream().map(Action::name).toList(),
                        blocked(actor, report),
                        underWay ? corrections.get(corrections.size() - 1) : null,
                        earlier,
                        revisions(report, paper, people),
                        dossier.history().stream()
                                .filter(event -> !event.type().equals("Locked")) // one line with Submitted
                                .map(event -> event(event, paper, people))
                                .toList(),
                        dossier.step(),
                        dossier.step() == null ? null : messages.getMessage("step." + dossier.step(), null, locale),
                        crumbs(actor, dossier),
                        actor.may(Role.OPERATOR, report.station()) ? "/tasks" : "/inbox",
                        form,
                        ReportRounds.of(dossier, base(address), people.zone())));
        if (form != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private static boolean isUnderWay(Correction correction) {
        return correction.state() == Correction.State.REQUESTED || correction.state() == Correction.State.CONFIRMED;
    }

    /** Why a verifier of the region cannot act on a report that waits for one. */
    private @Nullable String blocked(Actor actor, Report report) {
        if (!actor.may(Role.VERIFIER, report.station())
                || !Action.APPROVE.from().contains(report.status())) {
            return null;
        }
        boolean involved = Stream.concat(Stream.ofNullable(report.submittedBy()), report.verifiedBy().stream())
                .anyMatch(actor::is);
        return involved ? problems.reason("FOUR_EYES", actor.username()) : null;
    }

    private static ReportPage.@Nullable Holder holder(Report report, Actor actor, People people) {
        return report.holder() == null || report.heldSince() == null
                ? null
                : new ReportPage.Holder(
                        people.name(report.holder()),
                        report.heldSince().atZone(people.zone()),
                        actor.is(report.holder()));
    }

    /** The figures of the first revision where the one in force has others. */
    private static Map<String, Integer> replaced(Report report) {
        Map<String, Integer> first = report.revisions().get(0).tally().fields();
        Map<String, Integer> now = report.current().tally().fields();
        Map<String, Integer> replaced = new TreeMap<>(first);
        replaced.entrySet().removeIf(entry -> entry.getValue().equals(now.get(entry.getKey())));
        return replaced;
    }

    private static ReportPage.Correction correction(int number, Correction correction, Paper paper, People people) {
        return new ReportPage.Correction(
                number,
                correction.state().name(),
                correction.reason(),
                changes(correction.changes(), paper),
                people.act(correction.requestedBy(), correction.requestedAt()),
                correction.answeredBy() == null || correction.answeredAt() == null
                        ? null
                        : people.act(correction.answeredBy(), correction.answeredAt()),
                correction.comment());
    }

    private static List<ReportPage.Change> changes(List<Correction.Change> changes, Paper paper) {
        return changes.stream()
                .map(change ->
                        new ReportPage.Change(change.field(), paper.place(change.field()), change.from(), change.to()))
                .toList();
    }

    private static List<ReportPage.Revision> revisions(Report report, Paper paper, People people) {
        List<Revision> revisions = report.revisions();
        List<ReportPage.Revision> shown = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            List<ReportPage.Change> changes = new ArrayList<>();
            if (i > 0) {
                Map<String, Integer> before = revisions.get(i - 1).tally().fields();
                revision.tally().fields().forEach((field, value) -> {
                    int old = Objects.requireNonNull(before.get(field));
                    if (old != value) {
                        changes.add(new ReportPage.Change(field, paper.place(field), old, value));
                    }
                });
            }
            shown.add(new ReportPage.Revision(
                    i + 1,
                    revision.origin().name(),
                    people.act(revision.author(), revision.at()),
                    revision.sha256(),
                    changes));
        }
        return shown;
    }

    private static ReportPage.Event event(AuditEvent event, Paper paper, People people) {
        List<ReportPage.Change> changes = StreamSupport.stream(
                        event.data().path("changes").spliterator(), false)
                .map(change -> new ReportPage.Change(
                        change.path("field").asText(),
                        paper.place(change.path("field").asText()),
                        change.path("from").asInt(),
                        change.path("to").asInt()))
                .toList();
        String text = Stream.of("reason", "comment")
                .map(event.data()::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse(null);
        return new ReportPage.Event(
                event.type(), people.name(event.actor()), event.at().atZone(people.zone()), text, changes);
    }

    private List<Crumb> crumbs(Actor actor, ReadReport.Dossier dossier) {
        String query = "/progress?election=" + dossier.contest().election().code() + "&contest="
                + dossier.contest().type().slug() + "&region=";
        return regions.path(dossier.report().station().village()).stream()
                .filter(region -> region.code().level() != RegionCode.Level.PROVINCE)
                .filter(region -> actor.maySee(region.code()))
                .map((Region region) -> new Crumb(region.name(), query + region.code()))
                .toList();
    }

    private static Set<String> usernames(ReadReport.Dossier dossier) {
        Set<String> usernames = new HashSet<>();
        dossier.history().forEach(event -> usernames.add(event.actor()));
        if (dossier.report().holder() != null) {
            usernames.add(dossier.report().holder());
        }
        return usernames;
    }

    /** The names of those who had to do with a report, and its local time. */
    private record People(Map<String, Account> accounts, ZoneId zone) {

        String name(String username) {
            Account account = accounts.get(username);
            return account == null ? username : account.name();
        }

        ReportPage.Act act(String username, Instant at) {
            return new ReportPage.Act(name(username), at.atZone(zone));
        }
    }
}
