package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.usecase.EditProse;
import id.deskpemilu.dispatch.usecase.MakeLetter;
import id.deskpemilu.dispatch.usecase.ReadLetter;
import id.deskpemilu.dispatch.usecase.RefreezeLetter;
import id.deskpemilu.dispatch.usecase.SendAgain;
import id.deskpemilu.dispatch.usecase.WithdrawLetter;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Frames;
import id.deskpemilu.shared.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** The letters of a region and what is done with each before and after its signature. */
@Controller
@RequestMapping("/letters")
class LetterPages {

    private static final String PAGE = "page";
    private static final String NOTICE = "notice";
    private static final String CHANGES = "changes";
    private static final String REDIRECT = "redirect:";

    private final Elections elections;
    private final Stations stations;
    private final Regions regions;
    private final Letters letters;
    private final LetterPrinter printer;
    private final LetterNames names;
    private final LetterView view;
    private final ReadLetter readLetter;
    private final MakeLetter makeLetter;
    private final EditProse editProse;
    private final RefreezeLetter refreeze;
    private final SendAgain sendAgain;
    private final WithdrawLetter withdraw;
    private final Problems problems;
    private final MessageSource messages;

    LetterPages(
            Elections elections,
            Stations stations,
            Regions regions,
            Letters letters,
            LetterPrinter printer,
            LetterNames names,
            LetterView view,
            ReadLetter readLetter,
            MakeLetter makeLetter,
            EditProse editProse,
            RefreezeLetter refreeze,
            SendAgain sendAgain,
            WithdrawLetter withdraw,
            Problems problems,
            MessageSource messages) {
        this.elections = elections;
        this.stations = stations;
        this.regions = regions;
        this.letters = letters;
        this.printer = printer;
        this.names = names;
        this.view = view;
        this.readLetter = readLetter;
        this.makeLetter = makeLetter;
        this.editProse = editProse;
        this.refreeze = refreeze;
        this.sendAgain = sendAgain;
        this.withdraw = withdraw;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView all(
            Actor actor,
            @RequestParam(name = "election", required = false) @Nullable String code,
            HttpServletRequest request,
            Model model) {
        return list(actor, election(actor, code), null, null, request, (String) model.getAttribute(NOTICE));
    }

    @PostMapping
    ModelAndView make(
            Actor actor,
            @RequestParam("election") String code,
            @RequestParam("region") String region,
            @RequestParam(name = "kind", defaultValue = "FULL") LetterKind kind,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            LetterId made = makeLetter.execute(actor, code, RegionCode.of(region), kind);
            redirect.addFlashAttribute(NOTICE, text("letters.made", locale));
            return new ModelAndView(REDIRECT + "/letters/" + made);
        } catch (Refusal refusal) {
            if (!isTold(refusal)) {
                throw refusal;
            }
            ModelAndView page = list(actor, elections.get(code), region, told(refusal), request, null);
            page.setStatus(HttpStatus.valueOf(refusal.kind().status()));
            return page;
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Actor actor, @PathVariable("id") String id, HttpServletRequest request, Model model, Locale locale) {
        Letter letter = readLetter.execute(actor, LetterId.of(id));
        @SuppressWarnings("unchecked")
        List<LetterPage.Change> changes = (List<LetterPage.Change>) model.getAttribute(CHANGES);
        return page(
                actor, letter, LetterView.Said.notice(changes, (String) model.getAttribute(NOTICE)), request, locale);
    }

    @PostMapping("/{id}/prose")
    ModelAndView write(
            Actor actor,
            @PathVariable("id") String id,
            @RequestParam("version") int version,
            @RequestParam(name = "situation", defaultValue = "") String situation,
            @RequestParam(name = "problems", defaultValue = "") String trouble,
            @RequestParam(name = "suggestions", defaultValue = "") String suggestions,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        Prose typed = new Prose(lines(situation), lines(trouble), lines(suggestions));
        try {
            editProse.execute(actor, LetterId.of(id), version, typed);
        } catch (Refusal refusal) {
            return refused(refusal, actor, id, "prose", typed, "", request, locale);
        }
        return again(id, "letter.prose.saved", redirect, locale);
    }

    @PostMapping("/{id}/refreeze")
    ModelAndView refreeze(
            Actor actor,
            @PathVariable("id") String id,
            @RequestParam("version") int version,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        LetterId letter = readLetter.execute(actor, LetterId.of(id)).id();
        try {
            Snapshot before = printer.figures(letter).snapshot();
            refreeze.execute(actor, letter, version);
            redirect.addFlashAttribute(
                    CHANGES, FigureView.changes(before, printer.figures(letter).snapshot()));
        } catch (Refusal refusal) {
            return refused(refusal, actor, id, null, null, "", request, locale);
        }
        return new ModelAndView(REDIRECT + "/letters/" + id);
    }

    @PostMapping("/{id}/resend")
    ModelAndView resend(
            Actor actor,
            @PathVariable("id") String id,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            sendAgain.execute(actor, LetterId.of(id));
        } catch (Refusal refusal) {
            return refused(refusal, actor, id, null, null, "", request, locale);
        }
        return again(id, "letter.resent", redirect, locale);
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable("id") String id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            withdraw.execute(actor, LetterId.of(id), lines(reason));
        } catch (Refusal refusal) {
            boolean ofReason = refusal.kind() == Refusal.Kind.INVALID;
            return refused(refusal, actor, id, ofReason ? "withdrawal" : null, null, reason, request, locale);
        }
        return again(id, "letter.withdrawn", redirect, locale);
    }

    private ModelAndView again(String id, String notice, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute(NOTICE, text(notice, locale));
        return new ModelAndView(REDIRECT + "/letters/" + id);
    }

    /** The page again, with why and with what was typed; who may not act there at all gets a page of its own. */
    private ModelAndView refused(
            Refusal refusal,
            Actor actor,
            String id,
            @Nullable String wrong,
            @Nullable Prose typed,
            String reason,
            HttpServletRequest request,
            Locale locale) {
        if (!isTold(refusal)) {
            throw refusal;
        }
        Letter letter = readLetter.execute(actor, LetterId.of(id));
        boolean writable = letter.status() == LetterStatus.DRAFT;
        ModelAndView page = page(
                actor,
                letter,
                new LetterView.Said(
                        "prose".equals(wrong) && !writable ? null : wrong,
                        told(refusal),
                        writable ? typed : null,
                        reason,
                        null,
                        null),
                request,
                locale);
        page.setStatus(HttpStatus.valueOf(refusal.kind().status()));
        return page;
    }

    private ModelAndView page(
            Actor actor, Letter letter, LetterView.Said said, HttpServletRequest request, Locale locale) {
        request.setAttribute(Frames.ELECTION, letter.election().code());
        return new ModelAndView("dispatch/letter", PAGE, view.page(actor, letter, said, locale));
    }

    private ModelAndView list(
            Actor actor,
            Election election,
            @Nullable String region,
            @Nullable String error,
            HttpServletRequest request,
            @Nullable String notice) {
        request.setAttribute(Frames.ELECTION, election.code());
        List<Letter> found = letters.of(election.id(), actor.scopes()).stream()
                .sorted(Comparator.comparing(Letter::cutAt)
                        .reversed()
                        .thenComparing(letter -> letter.region().digits()))
                .toList();
        return new ModelAndView(
                "dispatch/list",
                PAGE,
                new LettersPage(
                        election.name(),
                        election.code(),
                        elections.findAllByOrderByHeldOnDescCodeAsc().stream()
                                .filter(one -> stations.anyIn(one.id(), actor.scopes()))
                                .map(one -> new Choice(
                                        one.code(), one.name(), null, one.code().equals(election.code())))
                                .toList(),
                        election.phase().isRunning() ? places(actor, election, region) : List.of(),
                        found.stream().map(this::row).toList(),
                        found.stream()
                                .filter(letter -> letter.status() == LetterStatus.PLANNED)
                                .min(Comparator.comparing(Letter::cutAt))
                                .map(names::cutAt)
                                .orElse(null),
                        error,
                        notice));
    }

    private LettersPage.Row row(Letter letter) {
        return new LettersPage.Row(
                LetterNames.address(letter),
                names.region(letter.region()),
                letter.kind().name(),
                names.cutAt(letter),
                letter.status().name(),
                letter.standing().name(),
                letter.number(),
                letter.withdrawnReason(),
                letter.status() == LetterStatus.DRAFT || letter.status().isSigned());
    }

    /** Where the person may make letters: own regions with what lies in them down to the kecamatan, where the election is held. */
    private List<Choice> places(Actor actor, Election election, @Nullable String chosen) {
        Map<RegionCode, Region> places = new LinkedHashMap<>();
        for (RegionCode scope : actor.scopes(Role.SUPERVISOR)) {
            regions.find(scope).ifPresent(region -> places.put(scope, region));
            if (scope.level().compareTo(RegionCode.Level.DISTRICT) < 0) {
                regions.below(scope).forEach(region -> places.put(region.code(), region));
            }
        }
        for (RegionCode scope : actor.scopes(Role.COORDINATOR)) {
            if (scope.level() == RegionCode.Level.DISTRICT) {
                regions.find(scope).ifPresent(region -> places.putIfAbsent(scope, region));
            }
        }
        List<Choice> choices = new ArrayList<>();
        places.forEach((code, region) -> {
            boolean large = code.level().compareTo(RegionCode.Level.DISTRICT) <= 0;
            if (large && stations.anyIn(election.id(), List.of(code))) {
                choices.add(new Choice(
                        code.digits(),
                        LetterNames.region(region),
                        null,
                        code.digits().equals(chosen)));
            }
        });
        return choices;
    }

    private Election election(Actor actor, @Nullable String code) {
        return elections.getOrRunning(code, election -> stations.anyIn(election.id(), actor.scopes()));
    }

    private static boolean isTold(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.INVALID
                || refusal.kind() == Refusal.Kind.CONFLICT
                || refusal.kind() == Refusal.Kind.UNAVAILABLE;
    }

    private String told(Refusal refusal) {
        return problems.reason(refusal.code(), refusal.arguments()) + " "
                + problems.next(refusal.code(), refusal.arguments());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, key, locale);
    }

    /** Browsers send the end of a line as two letters. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
