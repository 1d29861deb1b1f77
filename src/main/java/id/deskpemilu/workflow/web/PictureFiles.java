package id.deskpemilu.workflow.web;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.workflow.ProcessPictures;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out the pictures of the models. They hold nothing of a case; the page says at which step it is. */
@Controller
class PictureFiles {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml;charset=UTF-8");

    private final ProcessPictures pictures;

    /** Allows the one style that the pictures bring along, by its hash, and nothing else. */
    private final String policy;

    PictureFiles(ProcessPictures pictures) {
        this.pictures = pictures;
        this.policy = "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'; base-uri 'none'"
                .formatted(Base64.getEncoder().encodeToString(Sha256.digest(pictures.style())));
    }

    /** The picture, with the step {@code at} marked. */
    @GetMapping("/models/{model}.svg")
    ResponseEntity<String> picture(
            @PathVariable("model") String model, @RequestParam(required = false) @Nullable String at) {
        String svg = pictures.of(model, at).orElseThrow(() -> Refusal.notFound("NOT_FOUND"));
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .eTag(Sha256.of(svg))
                .header("Content-Security-Policy", policy)
                .body(svg);
    }
}
