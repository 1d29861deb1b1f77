package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.usecase.PreviewLetter;
import id.deskpemilu.dispatch.usecase.ReadLetter;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a letter looks like: its pages, and its files. */
@Controller
@RequestMapping("/letters/{id}")
class PreviewPages {

    private static final int SHOWN = 40;

    private final ReadLetter readLetter;
    private final PreviewLetter previewLetter;
    private final PagePictures pictures;
    private final LetterFiles files;
    private final LetterNames names;
    private final LetterView view;

    PreviewPages(
            ReadLetter readLetter,
            PreviewLetter previewLetter,
            PagePictures pictures,
            LetterFiles files,
            LetterNames names,
            LetterView view) {
        this.readLetter = readLetter;
        this.previewLetter = previewLetter;
        this.pictures = pictures;
        this.files = files;
        this.names = names;
        this.view = view;
    }

    @GetMapping("/preview")
    ModelAndView preview(Actor actor, @PathVariable("id") String id, HttpServletRequest request, Locale locale) {
        Letter letter = readLetter.execute(actor, LetterId.of(id));
        request.setAttribute(Frames.ELECTION, letter.election().code());
        int pages = pictures.count(previewLetter.execute(actor, letter.id()));
        return new ModelAndView(
                "dispatch/preview",
                "page",
                new PreviewPage(
                        LetterNames.address(letter),
                        view.crumbs(letter, "letter.paper", locale),
                        names.region(letter.region()),
                        letter.kind().name(),
                        names.cutAt(letter),
                        !letter.status().isSigned(),
                        Integer.toString(letter.version()),
                        pages,
                        Math.min(pages, SHOWN)));
    }

    @GetMapping("/pages/{number}.png")
    ResponseEntity<byte[]> page(Actor actor, @PathVariable("id") String id, @PathVariable("number") int number) {
        byte[] pdf = previewLetter.execute(actor, LetterId.of(id));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(pictures.draw(pdf, number));
    }

    @GetMapping("/file.{kind}")
    ResponseEntity<byte[]> file(
            Actor actor,
            @PathVariable("id") String id,
            @PathVariable("kind") String kind,
            @RequestParam(name = "view", defaultValue = "false") boolean shown) {
        return files.file(actor, id, kind, shown);
    }
}
