package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.LetterSettings;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Offices;
import id.deskpemilu.dispatch.paper.Signatory;
import id.deskpemilu.dispatch.signature.Credentials;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.usecase.ReadLetter;
import id.deskpemilu.dispatch.usecase.SignLetter;
import id.deskpemilu.dispatch.usecase.SignatureOrder;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.web.FreshLogin;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.web.Frames;
import id.deskpemilu.shared.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

/** Reading a letter back and signing it, after a login of just now. */
@Controller
@RequestMapping("/letters/{id}/sign")
class SignPages {

    private final ReadLetter readLetter;
    private final SignLetter signLetter;
    private final LetterPrinter printer;
    private final LetterSettings settings;
    private final LetterNames names;
    private final LetterView view;
    private final Offices offices;
    private final Signer signer;
    private final FreshLogin freshLogin;
    private final Problems problems;
    private final MessageSource messages;

    SignPages(
            ReadLetter readLetter,
            SignLetter signLetter,
            LetterPrinter printer,
            LetterSettings settings,
            LetterNames names,
            LetterView view,
            Offices offices,
            Signer signer,
            FreshLogin freshLogin,
            Problems problems,
            MessageSource messages) {
        this.readLetter = readLetter;
        this.signLetter = signLetter;
        this.printer = printer;
        this.settings = settings;
        this.names = names;
        this.view = view;
        this.offices = offices;
        this.signer = signer;
        this.freshLogin = freshLogin;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView read(Actor actor, @PathVariable("id") String id, HttpServletRequest request, Locale locale) {
        Letter letter = author(actor, id);
        if (letter.status() != LetterStatus.DRAFT) {
            return new ModelAndView("redirect:" + LetterNames.address(letter));
        }
        offices.requireSignatory(letter.region(), actor);
        Instant at = freshLogin.authenticatedAt();
        return at == null || !freshLogin.isFresh(at, settings.freshLogin())
                ? again(actor, letter, request)
                : page(actor, letter, at, null, request, locale);
    }

    /** What is typed is passed on and never given back. */
    @PostMapping
    ModelAndView sign(
            Actor actor,
            @PathVariable("id") String id,
            @RequestParam("version") int version,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "nik", defaultValue = "") String nik,
            @RequestParam(name = "passphrase", defaultValue = "") String passphrase,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        Letter letter = author(actor, id);
        Instant at = freshLogin.authenticatedAt();
        if (at == null || !freshLogin.isFresh(at, settings.freshLogin())) {
            return again(actor, letter, request);
        }
        String notice;
        try {
            signLetter.execute(
                    actor,
                    letter.id(),
                    new SignatureOrder(
                            version,
                            code.replace(" ", ""),
                            new Credentials(nik.strip(), passphrase.toCharArray()),
                            at));
            notice = messages.getMessage("letter.signed", null, locale);
        } catch (Refusal refusal) {
            notice = pressedTwice(refusal, actor, letter.id(), locale);
            if (notice == null) {
                return refused(refusal, actor, letter.id(), at, request, locale);
            }
        }
        redirect.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:" + LetterNames.address(letter));
    }

    /** Whoever may sign it at all; others learn nothing of it. */
    private Letter author(Actor actor, String id) {
        Letter letter = readLetter.execute(actor, LetterId.of(id));
        Letter.requireAuthor(actor, letter.region());
        return letter;
    }

    private ModelAndView again(Actor actor, Letter letter, HttpServletRequest request) {
        return new ModelAndView(freshLogin.again(request, actor, LetterNames.address(letter) + "/sign"));
    }

    /** What is said to somebody who pressed the button twice: it is being signed, or is signed, once. */
    private @Nullable String pressedTwice(Refusal refusal, Actor actor, LetterId id, Locale locale) {
        if (refusal.code().equals("LETTER_BEING_SIGNED")) {
            return problems.reason(refusal.code(), refusal.arguments());
        }
        Letter now = readLetter.execute(actor, id);
        return now.status().isSigned() && now.signedBy() != null && actor.is(now.signedBy())
                ? messages.getMessage("letter.signed", null, locale)
                : null;
    }

    private ModelAndView refused(
            Refusal refusal, Actor actor, LetterId id, Instant at, HttpServletRequest request, Locale locale) {
        Letter letter = readLetter.execute(actor, id);
        if (refusal.kind() == Refusal.Kind.FORBIDDEN
                || refusal.kind() == Refusal.Kind.NOT_FOUND
                || letter.status() != LetterStatus.DRAFT) {
            throw refusal;
        }
        ModelAndView page = page(actor, letter, at, refusal, request, locale);
        page.setStatus(HttpStatus.valueOf(refusal.kind().status()));
        return page;
    }

    private ModelAndView page(
            Actor actor,
            Letter letter,
            Instant at,
            @Nullable Refusal refusal,
            HttpServletRequest request,
            Locale locale) {
        request.setAttribute(Frames.ELECTION, letter.election().code());
        Frozen figures = printer.figures(letter.id());
        Signatory signatory = offices.signatory(letter.region(), actor);
        List<String> under = new ArrayList<>(signatory.position());
        under.add(signatory.name());
        return new ModelAndView(
                "dispatch/sign",
                "page",
                new SignPage(
                        LetterNames.address(letter),
                        view.crumbs(letter, "letter.sign.confirm", locale),
                        names.region(letter.region()),
                        letter.kind().name(),
                        letter.number(),
                        offices.head(letter.region()).addressee(),
                        under,
                        names.cutAt(letter),
                        FigureView.readBack(figures.snapshot(), locale),
                        letter.confirmationCode(figures.sha256()),
                        letter.version(),
                        signer.asksForCredentials(),
                        signer.isSelfMade(),
                        at.atZone(names.zone(letter.region()).id()),
                        refusal == null
                                ? null
                                : problems.reason(refusal.code(), refusal.arguments()) + " "
                                        + problems.next(refusal.code(), refusal.arguments()),
                        refusal == null ? null : field(refusal.code()),
                        refusal != null && Objects.equals(refusal.code(), "LETTER_CHANGED")));
    }

    private static @Nullable String field(String code) {
        return switch (code) {
            case "CODE_WRONG" -> "code";
            case "SIGN_PASSPHRASE_WRONG" -> "passphrase";
            case "SIGNER_UNREGISTERED" -> "nik";
            default -> null;
        };
    }
}
