package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.LetterCheck;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Where anybody checks a letter: by its file, by its QR code, or by what is printed beside that. Nobody signs in. */
@Controller
@RequestMapping("/check")
class CheckPages {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

    private final LetterCheck check;
    private final CheckGate gate;
    private final Problems problems;

    CheckPages(LetterCheck check, CheckGate gate, Problems problems) {
        this.check = check;
        this.gate = gate;
        this.problems = problems;
    }

    @GetMapping
    ModelAndView ask(
            @RequestParam(required = false) @Nullable String letter, @RequestParam(defaultValue = "") String h) {
        if (letter == null) {
            return view(HttpStatus.OK, "", "", null, null);
        }
        Optional<LetterId> id = id(letter);
        if (id.isEmpty()) {
            return unknown(letter, h);
        }
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/check/{letter}")
                        .queryParam("h", "{h}")
                        .encode()
                        .buildAndExpand(id.get(), h.strip())
                        .toUriString());
    }

    @PostMapping
    ModelAndView file(@RequestParam(required = false) @Nullable MultipartFile pdf, HttpServletRequest request) {
        try {
            gate.pass(request.getRemoteAddr(), CheckGate.FILE);
            byte[] bytes = pdf == null ? new byte[0] : pdf.getBytes();
            LetterCheck.Answer said = gate.inTurn(() -> check.check(bytes));
            return view(HttpStatus.OK, "", "", null, CheckView.answer(said, true));
        } catch (Refusal refusal) {
            return refused(refusal, "", "");
        } catch (IOException e) {
            return refused(Refusal.invalid("CHECK_FILE_MISSING"), "", "");
        }
    }

    @GetMapping("/{letter}")
    ModelAndView known(
            @PathVariable String letter, @RequestParam(defaultValue = "") String h, HttpServletRequest request) {
        try {
            gate.pass(request.getRemoteAddr(), 1);
            return id(letter)
                    .flatMap(id -> check.known(id, h))
                    .map(said -> view(HttpStatus.OK, letter, h, null, CheckView.answer(said, false)))
                    .orElseGet(() -> unknown(letter, h));
        } catch (Refusal refusal) {
            return refused(refusal, letter, h);
        }
    }

    /** The same for a letter that is not there and a hash that is not its own. */
    private ModelAndView unknown(String letter, String h) {
        return refused(Refusal.notFound("CHECK_UNKNOWN"), letter, h);
    }

    private ModelAndView refused(Refusal refusal, String letter, String h) {
        return view(
                HttpStatusCode.valueOf(refusal.kind().status()),
                letter,
                h,
                problems.reason(refusal.code(), refusal.arguments()) + " "
                        + problems.next(refusal.code(), refusal.arguments()),
                null);
    }

    private static ModelAndView view(
            HttpStatusCode status,
            String letter,
            String h,
            @Nullable String problem,
            CheckPage.@Nullable Answer answer) {
        ModelAndView view = new ModelAndView(
                "dispatch/check", "page", new CheckPage(letter, h, LetterCheck.LARGEST / MEGABYTE, problem, answer));
        view.setStatus(status);
        return view;
    }

    /** A name as it is printed, or typed from paper. */
    static Optional<LetterId> id(String text) {
        String digits = text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(new LetterId(
                UUID.fromString(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))));
    }
}
