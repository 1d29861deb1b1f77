package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoSettings;
import id.deskpemilu.report.evidence.PhotoStore;
import id.deskpemilu.report.usecase.FindPhoto;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.UploadPhoto;
import id.deskpemilu.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Pictures on their way in and out: the same for programs with a token and for the script of a page with its session.
 */
@RestController
@RequestMapping({
    "/api/v1/elections/{election}/contests/{contest}/reports/{tps}/photos",
    "/reports/{election}/{contest}/{tps}/photos"
})
@Tag(name = "photos")
class PhotoTransfer {

    private static final String OFFSET = "Upload-Offset";

    private final FindPhoto findPhoto;
    private final UploadPhoto uploadPhoto;
    private final PhotoStore store;
    private final PhotoSettings settings;

    PhotoTransfer(FindPhoto findPhoto, UploadPhoto uploadPhoto, PhotoStore store, PhotoSettings settings) {
        this.findPhoto = findPhoto;
        this.uploadPhoto = uploadPhoto;
        this.store = store;
        this.settings = settings;
    }

    /** A file that is about to come: of which page, how large, and its SHA-256 in hexadecimal digits. */
    record Announcement(
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable String sha256) {}

    /** How far an upload is; {@code photo} once all is there, {@code upload} until then. */
    record UploadResource(
            @Nullable UUID upload,
            int offset,
            int size,
            long piece,
            @Nullable PhotoResource photo) {

        static ResponseEntity<UploadResource> of(UploadPhoto.Progress progress, HttpStatus status) {
            return ResponseEntity.status(status)
                    .header(OFFSET, String.valueOf(progress.offset()))
                    .cacheControl(CacheControl.noStore())
                    .body(new UploadResource(
                            progress.upload(),
                            progress.offset(),
                            progress.size(),
                            progress.piece(),
                            progress.photo() == null ? null : PhotoResource.of(progress.photo(), false)));
        }
    }

    @GetMapping("/{photo}")
    @Operation(summary = "The picture, a JPEG")
    ResponseEntity<byte[]> picture(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable UUID photo) {
        Photo found = findPhoto.execute(actor, ReportAddress.of(election, contest, tps), photo);
        return jpeg(found.storedSha256(), "c-hasil-%s-%d-v%d.jpg".formatted(tps, found.page(), found.version()));
    }

    @GetMapping("/{photo}/thumbnail")
    @Operation(summary = "The small picture, a JPEG")
    ResponseEntity<byte[]> thumbnail(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable UUID photo) {
        Photo found = findPhoto.execute(actor, ReportAddress.of(election, contest, tps), photo);
        return jpeg(found.thumbnailSha256(), "c-hasil-%s-%d-v%d-s.jpg".formatted(tps, found.page(), found.version()));
    }

    @PostMapping("/uploads")
    @Operation(summary = "Announce a file; an unfinished upload of the same file goes on")
    ResponseEntity<UploadResource> begin(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestBody Announcement file) {
        UploadPhoto.Progress progress = uploadPhoto.begin(
                actor,
                ReportAddress.of(election, contest, tps),
                Objects.requireNonNullElse(file.page(), 1),
                Objects.requireNonNullElse(file.size(), 0),
                Objects.requireNonNullElse(file.sha256(), ""));
        return UploadResource.of(progress, progress.photo() == null ? HttpStatus.CREATED : HttpStatus.OK);
    }

    @GetMapping("/uploads/{upload}")
    @Operation(summary = "How far an upload is; HEAD tells it in the header Upload-Offset")
    ResponseEntity<UploadResource> progress(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable UUID upload) {
        return UploadResource.of(
                uploadPhoto.read(actor, ReportAddress.of(election, contest, tps), upload), HttpStatus.OK);
    }

    @PatchMapping("/uploads/{upload}")
    @Operation(summary = "The next piece, from Upload-Offset on; with the last one the photo is there")
    ResponseEntity<UploadResource> piece(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable UUID upload,
            @RequestHeader(OFFSET) int offset,
            InputStream body) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        return UploadResource.of(uploadPhoto.execute(actor, address, upload, offset, bytes(body)), HttpStatus.OK);
    }

    private ResponseEntity<byte[]> jpeg(String sha256, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(store.get(sha256));
    }

    /** One byte more than a piece may have is enough to see that it has too many. */
    private byte[] bytes(InputStream body) {
        try {
            return body.readNBytes((int) settings.piece().toBytes() + 1);
        } catch (IOException e) {
            throw Refusal.invalid("UPLOAD_PIECE", settings.piece().toKilobytes());
        }
    }
}
