package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.usecase.AddPhoto;
import id.deskpemilu.report.usecase.MovePhoto;
import id.deskpemilu.report.usecase.ReadPhotos;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.WithdrawPhoto;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.web.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a report's photos. */
@Controller
@RequestMapping("/reports/{election}/{contest}/{tps}/photos")
class PhotoPages {

    private static final String NOTICE = "notice";

    private final ReadPhotos readPhotos;
    private final AddPhoto addPhoto;
    private final MovePhoto movePhoto;
    private final WithdrawPhoto withdrawPhoto;
    private final PhotoViews views;
    private final Problems problems;
    private final MessageSource messages;

    PhotoPages(
            ReadPhotos readPhotos,
            AddPhoto addPhoto,
            MovePhoto movePhoto,
            WithdrawPhoto withdrawPhoto,
            PhotoViews views,
            Problems problems,
            MessageSource messages) {
        this.readPhotos = readPhotos;
        this.addPhoto = addPhoto;
        this.movePhoto = movePhoto;
        this.withdrawPhoto = withdrawPhoto;
        this.views = views;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            Model model) {
        return page(actor, ReportAddress.of(election, contest, tps), List.of(), (String) model.getAttribute(NOTICE));
    }

    /** Without JavaScript: the files as they are, the pages counted on from the chosen one. */
    @PostMapping
    ModelAndView add(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        List<MultipartFile> chosen = Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                .filter(file -> !file.isEmpty())
                .toList();
        return act(actor, address, "photos.added", redirect, locale, () -> {
            if (chosen.isEmpty()) {
                addPhoto.execute(actor, address, Math.max(1, page), new byte[0]); // says what is wrong, rights first
            }
            for (int i = 0; i < chosen.size(); i++) {
                addPhoto.execute(actor, address, page + i, bytes(chosen.get(i)));
            }
        });
    }

    @PostMapping("/{photo}/move")
    ModelAndView move(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable("tps") String from,
            @PathVariable UUID photo,
            @RequestParam(name = "tps", defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, from);
        return act(
                actor,
                address,
                "photos.moved",
                redirect,
                locale,
                () -> movePhoto.execute(actor, address, photo, new MovePhoto.Command(to, null, null, reason)));
    }

    @PostMapping("/{photo}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable UUID photo,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        return act(
                actor,
                address,
                "photos.withdrawn",
                redirect,
                locale,
                () -> withdrawPhoto.execute(actor, address, photo, reason));
    }

    /** Does it and goes back to the page; what is wrong with the request is told there. */
    private ModelAndView act(
            Actor actor,
            ReportAddress address,
            String done,
            RedirectAttributes redirect,
            Locale locale,
            Runnable request) {
        try {
            request.run();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            String error = problems.reason(refusal.code(), refusal.arguments()) + " "
                    + problems.next(refusal.code(), refusal.arguments());
            ModelAndView page = page(actor, address, List.of(error), null);
            page.setStatus(HttpStatusCode.valueOf(refusal.kind().status()));
            return page;
        }
        redirect.addFlashAttribute(NOTICE, messages.getMessage(done, null, locale));
        return new ModelAndView("redirect:" + base(address) + "/photos");
    }

    private ModelAndView page(Actor actor, ReportAddress address, List<String> errors, @Nullable String notice) {
        ReadPhotos.Album album = readPhotos.execute(actor, address);
        int next = album.evidence().nextPage();
        int last = Math.max(
                Math.max(album.evidence().expected(), next),
                album.evidence().current().stream().mapToInt(Photo::page).max().orElse(1));
        return new ModelAndView(
                "report/evidence",
                "page",
                new PhotosPage(
                        Paper.station(album.station()),
                        address.contest(),
                        address.election(),
                        base(address),
                        album.report().status().isReported(),
                        views.of(album.report(), album.evidence(), actor),
                        next,
                        IntStream.rangeClosed(1, last).boxed().toList(),
                        errors,
                        notice));
    }

    private static String base(ReportAddress address) {
        return "/reports/" + address.election() + "/" + address.contest() + "/" + address.station();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw Refusal.invalid("PHOTO_UNREADABLE");
        }
    }
}
