package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.dispatch.receiving.RefusedLetter;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.usecase.ReadReceivedLetter;
import id.deskpemilu.dispatch.usecase.ReviewReceivedLetter;
import id.deskpemilu.dispatch.usecase.WatchReceived;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters of the tier below: who has reported, what it says, and what is said of it. */
@Controller
@RequestMapping("/received")
class ReceivedPages {

    private static final String NOTICE = "notice";
    private static final double PERCENT = 100.0;

    private final WatchReceived watchReceived;
    private final ReadReceivedLetter readReceivedLetter;
    private final ReviewReceivedLetter reviewReceivedLetter;
    private final ReceivedLetters letters;
    private final Senders senders;
    private final Elections elections;
    private final Regions regions;
    private final Problems problems;
    private final MessageSource messages;

    ReceivedPages(
            WatchReceived watchReceived,
            ReadReceivedLetter readReceivedLetter,
            ReviewReceivedLetter reviewReceivedLetter,
            ReceivedLetters letters,
            Senders senders,
            Elections elections,
            Regions regions,
            Problems problems,
            MessageSource messages) {
        this.watchReceived = watchReceived;
        this.readReceivedLetter = readReceivedLetter;
        this.reviewReceivedLetter = reviewReceivedLetter;
        this.letters = letters;
        this.senders = senders;
        this.elections = elections;
        this.regions = regions;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView all(
            Actor actor,
            @RequestParam(name = "election", required = false) @Nullable String election,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byScript) {
        WatchReceived.Watched watched = watchReceived.execute(actor, election);
        Map<RegionCode, Region> known = regions.named(
                watched.lines().stream().map(line -> line.sender().region()).toList());
        List<ReceivedPage.Row> rows = watched.lines().stream()
                .map(line -> row(line, region(known, line.sender().region()), watched.now()))
                .toList();
        Zone zone = known.values().stream().findFirst().map(Region::zone).orElse(Zone.WIB);
        Election of = watched.election();
        ReceivedPage page = new ReceivedPage(
                of.code(),
                of.name(),
                elections.findAllByOrderByHeldOnDescCodeAsc().stream()
                        .filter(one -> one.phase().isRunning() || one.code().equals(of.code()))
                        .map(one -> new Choice(
                                one.code(), one.name(), null, one.code().equals(of.code())))
                        .toList(),
                watched.now().atZone(zone.id()),
                (int) rows.stream().filter(row -> row.letter() != null).count(),
                rows,
                watched.refused().stream()
                        .map(refused -> refused(refused, known))
                        .toList());
        return new ModelAndView(byScript == null ? "dispatch/received" : "dispatch/received :: list", "page", page);
    }

    private static ReceivedPage.Row row(WatchReceived.Line line, Region region, Instant now) {
        ReceivedLetter letter = line.inForce();
        return new ReceivedPage.Row(
                region.code().dotted(),
                region.name(),
                line.sender().name(),
                letter == null ? null : shown(letter, region, now),
                line.all().size(),
                line.refused());
    }

    private static ReceivedPage.Shown shown(ReceivedLetter letter, Region region, Instant now) {
        return new ReceivedPage.Shown(
                "/received/" + letter.id(),
                letter.number(),
                letter.kind().name(),
                letter.shownAt().atZone(region.zone().id()),
                letter.receivedAt().atZone(region.zone().id()),
                Math.max(0, Duration.between(letter.shownAt(), now).toMinutes()),
                letter.stations(),
                letter.reported(),
                letter.stations() == 0 ? 0 : PERCENT * letter.reported() / letter.stations(),
                letter.trust().name(),
                review(letter));
    }

    private ReceivedPage.Refused refused(RefusedLetter refused, Map<RegionCode, Region> known) {
        Region region = region(known, refused.region());
        return new ReceivedPage.Refused(
                refused.at().atZone(region.zone().id()),
                region.name(),
                problems.reason(refused.code(), refused.letter()),
                refused.letter().toString(),
                refused.fileHash());
    }

    @GetMapping("/{received}")
    ModelAndView one(Actor actor, @PathVariable("received") String id, Model model) {
        return page(actor, readReceivedLetter.execute(actor, LetterId.of(id)), "", null, (String)
                model.getAttribute(NOTICE));
    }

    @GetMapping("/{received}/file")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable("received") String id) {
        ReceivedLetter letter = readReceivedLetter.execute(actor, LetterId.of(id));
        return download(
                letters.pdf(letter.id()), MediaType.APPLICATION_PDF, letter.region() + "_" + letter.id() + ".pdf");
    }

    @GetMapping("/{received}/receipt")
    ResponseEntity<byte[]> receipt(Actor actor, @PathVariable("received") String id) {
        ReceivedLetter letter = readReceivedLetter.execute(actor, LetterId.of(id));
        return download(
                letters.receipt(letter.id()),
                ReceivedLetterApi.SEALED,
                letter.region() + "_" + letter.id() + "_tanda-terima.p7m");
    }

    @PostMapping("/{received}/review")
    ModelAndView review(
            Actor actor,
            @PathVariable("received") String id,
            @RequestParam("review") ReceivedLetter.Review review,
            @RequestParam(name = "note", defaultValue = "") String note,
            RedirectAttributes redirect,
            Locale language) {
        LetterId letter = LetterId.of(id);
        try {
            reviewReceivedLetter.execute(actor, letter, review, note);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            ModelAndView view = page(
                    actor,
                    readReceivedLetter.execute(actor, letter),
                    note,
                    problems.reason(refusal.code(), refusal.arguments()),
                    null);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute(NOTICE, messages.getMessage("received.notice." + review, null, language));
        return new ModelAndView("redirect:/received/" + letter);
    }

    static ResponseEntity<byte[]> download(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    private ModelAndView page(
            Actor actor, ReceivedLetter letter, String typed, @Nullable String error, @Nullable String notice) {
        Region region = region(regions.named(List.of(letter.region())), letter.region());
        List<ReceivedLetterPage.Other> all = letters.about(letter.electionId(), letter.region()).stream()
                .map(other -> other(other, region))
                .toList();
        String own = "/received/" + letter.id();
        LetterId successor = letter.supersededBy();
        return new ModelAndView(
                "dispatch/received-letter",
                "page",
                new ReceivedLetterPage(
                        own,
                        List.of(
                                new Crumb(messages.getMessage("received.title", null, locale()), back(letter)),
                                new Crumb(region.name(), null)),
                        region.name(),
                        senders.find(letter.region()).map(Sender::name).orElse(""),
                        letter.number(),
                        letter.kind().name(),
                        at(letter.shownAt(), region),
                        at(letter.receivedAt(), region),
                        letter.standing().name(),
                        all.stream()
                                .filter(other ->
                                        successor != null && other.href().endsWith(successor.toString()))
                                .findFirst()
                                .orElse(null),
                        letter.withdrawalReason(),
                        letter.signer(),
                        letter.trust().name(),
                        letter.signedAt() == null ? null : at(letter.signedAt(), region),
                        letter.fileHash(),
                        letter.snapshotHash(),
                        review(letter),
                        letter.reviewNote(),
                        letter.reviewedBy(),
                        letter.reviewedAt() == null ? null : at(letter.reviewedAt(), region),
                        actor.may(Role.SUPERVISOR, letter.region()),
                        letters.snapshot(letter).snapshot().contests().stream()
                                .map(contest -> contest(contest, at(letter.shownAt(), region)))
                                .toList(),
                        all.stream().filter(other -> !other.href().equals(own)).toList(),
                        error,
                        typed,
                        notice));
    }

    private static Locale locale() {
        return org.springframework.context.i18n.LocaleContextHolder.getLocale();
    }

    private String back(ReceivedLetter letter) {
        return "/received"
                + elections
                        .findById(letter.electionId())
                        .map(election -> "?election=" + election.code())
                        .orElse("");
    }

    private static ReceivedLetterPage.Other other(ReceivedLetter letter, Region region) {
        return new ReceivedLetterPage.Other(
                "/received/" + letter.id(),
                letter.number(),
                at(letter.shownAt(), region),
                letter.standing().name());
    }

    private static ReceivedLetterPage.Contest contest(Snapshot.OfContest contest, ZonedDateTime asOf) {
        Snapshot.Figures whole = contest.whole();
        long given = whole.given();
        return new ReceivedLetterPage.Contest(
                contest.type().slug(),
                contest.choices().stream()
                        .map(option -> {
                            long votes = whole.votes().getOrDefault(option.number(), 0L);
                            return new ReceivedLetterPage.Votes(
                                    option.number(), option.name(), votes, given == 0 ? 0 : PERCENT * votes / given);
                        })
                        .toList(),
                whole.valid(),
                whole.invalid(),
                new Coverage(
                        asOf,
                        whole.reported(),
                        whole.stations(),
                        whole.reported() == 0 ? 0 : PERCENT * (whole.reported() - whole.verified()) / whole.reported()),
                contest.parts().stream()
                        .map(part -> new ReceivedLetterPage.Part(
                                part.code().dotted(),
                                part.name(),
                                part.figures().stations(),
                                part.figures().reported(),
                                part.figures().valid(),
                                part.figures().invalid()))
                        .toList());
    }

    private static String review(ReceivedLetter letter) {
        ReceivedLetter.Review review = letter.review();
        return review == null ? "NONE" : review.name();
    }

    private static Region region(Map<RegionCode, Region> known, RegionCode code) {
        return known.getOrDefault(
                code,
                new Region(code, code.dotted(), Zone.ofProvince(code.digits().substring(0, 2))));
    }

    private static ZonedDateTime at(Instant instant, Region region) {
        return instant.atZone(region.zone().id());
    }
}
