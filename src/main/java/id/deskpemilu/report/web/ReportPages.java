package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.usecase.AnswerCorrection;
import id.deskpemilu.report.usecase.ApplyCorrection;
import id.deskpemilu.report.usecase.ApproveReport;
import id.deskpemilu.report.usecase.ClaimReport;
import id.deskpemilu.report.usecase.ReleaseReport;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RequestCorrection;
import id.deskpemilu.shared.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

    private final ClaimReport claimReport;
    private final ReleaseReport releaseReport;
    private final ApproveReport approveReport;
    private final RequestCorrection requestCorrection;
    private final AnswerCorrection answerCorrection;
    private final ApplyCorrection applyCorrection;
    private final ReportView view;
    private final MessageSource messages;

    ReportPages(
            ClaimReport claimReport,
            ReleaseReport releaseReport,
            ApproveReport approveReport,
            RequestCorrection requestCorrection,
            AnswerCorrection answerCorrection,
            ApplyCorrection applyCorrection,
            ReportView view,
            MessageSource messages) {
        this.claimReport = claimReport;
        this.releaseReport = releaseReport;
        this.approveReport = approveReport;
        this.requestCorrection = requestCorrection;
        this.answerCorrection = answerCorrection;
        this.applyCorrection = applyCorrection;
        this.view = view;
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
        return view.page(actor, ReportAddress.of(election, contest, tps, round), null, locale);
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
            Report report = requestCorrection.execute(actor, address, changes, reason, spot(parameters), version);
            return new ModelAndView(next("inbox.correction-requested", report, redirect, locale));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            var form = new ReportPage.CorrectionForm("correct", changes, reason, view.errors(refusal));
            return view.page(actor, address, form, locale);
        }
    }

    @PostMapping("/corrections/{number}/confirmation")
    String answer(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable int number,
            @RequestParam Correction.Answer answer,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable Integer version) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        answerCorrection.execute(actor, address, number, answer, comment, version);
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
        return "redirect:" + ReportView.base(address);
    }

    /** The part of a photo that the verifier has marked, if any. */
    private static Correction.@Nullable Spot spot(Map<String, String> parameters) {
        String spot = parameters.getOrDefault("spot", "");
        if (spot.isBlank()) {
            return null;
        }
        String[] parts = spot.split(",");
        try {
            return new Correction.Spot(
                    UUID.fromString(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Integer.parseInt(parts[4]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("SPOT_INVALID");
        }
    }
}
