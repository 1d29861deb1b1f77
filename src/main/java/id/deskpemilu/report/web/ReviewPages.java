package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.BlindCheck;
import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.usecase.CheckBlind;
import id.deskpemilu.report.usecase.CloseReopening;
import id.deskpemilu.report.usecase.DecideCorrection;
import id.deskpemilu.report.usecase.DecideReopening;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RequestReopening;
import id.deskpemilu.shared.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The check beside the photo, what a supervisor settles, and opening an approved report again. */
@Controller
@RequestMapping("/reports/{election}/{contest}/{tps}")
class ReviewPages {

    private static final String KEYED = "key_";
    private static final String NOTICE = "notice";

    private final CheckBlind checkBlind;
    private final DecideCorrection decideCorrection;
    private final RequestReopening requestReopening;
    private final DecideReopening decideReopening;
    private final CloseReopening closeReopening;
    private final ReportView view;
    private final MessageSource messages;

    ReviewPages(
            CheckBlind checkBlind,
            DecideCorrection decideCorrection,
            RequestReopening requestReopening,
            DecideReopening decideReopening,
            CloseReopening closeReopening,
            ReportView view,
            MessageSource messages) {
        this.checkBlind = checkBlind;
        this.decideCorrection = decideCorrection;
        this.requestReopening = requestReopening;
        this.decideReopening = decideReopening;
        this.closeReopening = closeReopening;
        this.view = view;
        this.messages = messages;
    }

    @PostMapping("/blind-check")
    ModelAndView checkBlind(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        Map<String, String> keyed = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(KEYED)) {
                keyed.put(name.substring(KEYED.length()), value);
            }
        });
        try {
            BlindCheck check = checkBlind.execute(actor, address, keyed, version);
            if (check.agrees()) {
                redirect.addFlashAttribute(NOTICE, messages.getMessage("blind.agrees", null, locale));
            }
            return new ModelAndView("redirect:" + ReportView.base(address) + "#h-acts");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            var form = new ReportPage.CorrectionForm("blind", keyed, "", view.errors(refusal));
            return view.page(actor, address, form, locale);
        }
    }

    @PostMapping("/corrections/{number}/decision")
    String decide(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable int number,
            @RequestParam boolean upheld,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        decideCorrection.execute(actor, address, number, upheld, reason, version);
        return said(address, upheld ? "review.upheld" : "review.rejected", redirect, locale);
    }

    @PostMapping("/reopening")
    String requestReopening(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam Reopening.Cause cause,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        requestReopening.execute(actor, address, cause, reason, version);
        return said(address, "review.reopening-asked", redirect, locale);
    }

    @PostMapping("/reopening/decision")
    String decideReopening(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam boolean granted,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        decideReopening.execute(actor, address, granted, comment, version);
        return said(address, granted ? "review.reopened" : "review.reopening-refused", redirect, locale);
    }

    @PostMapping("/reopening/close")
    String closeReopening(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        closeReopening.execute(actor, address, version);
        return said(address, "review.closed", redirect, locale);
    }

    private String said(ReportAddress address, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute(NOTICE, messages.getMessage(message, null, locale));
        return "redirect:" + ReportView.base(address);
    }
}
