package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.usecase.AddPhoto;
import id.deskpemilu.report.usecase.MovePhoto;
import id.deskpemilu.report.usecase.ReadPhotos;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.WithdrawPhoto;
import id.deskpemilu.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos in the API; the pictures themselves and uploads in pieces are {@link PhotoTransfer}'s. */
@RestController
@RequestMapping("/api/v1/elections/{election}/contests/{contest}/reports/{tps}/photos")
@Tag(name = "photos", description = "Foto C.Hasil: unggah, lihat, pindahkan, tarik")
class PhotoApi {

    private final ReadPhotos readPhotos;
    private final AddPhoto addPhoto;
    private final MovePhoto movePhoto;
    private final WithdrawPhoto withdrawPhoto;

    PhotoApi(ReadPhotos readPhotos, AddPhoto addPhoto, MovePhoto movePhoto, WithdrawPhoto withdrawPhoto) {
        this.readPhotos = readPhotos;
        this.addPhoto = addPhoto;
        this.movePhoto = movePhoto;
        this.withdrawPhoto = withdrawPhoto;
    }

    /** Where a photo goes; contest and page left out, they stay. */
    record Move(
            @Nullable String tps,
            @Nullable String contest,
            @Nullable Integer page,
            @Nullable String reason) {}

    /** Why a photo does not count. */
    record Withdrawal(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Photos of the report: current, earlier, moved away")
    PhotoResource.Album list(
            Actor actor, @PathVariable String election, @PathVariable String contest, @PathVariable String tps) {
        ReadPhotos.Album album = readPhotos.execute(actor, ReportAddress.of(election, contest, tps));
        return PhotoResource.Album.of(album.evidence(), PhotoViews.seesTwins(actor, album.report()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a page in one request (multipart: photo, page); the same file again is the same photo")
    PhotoResource add(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile file) {
        Photo photo = addPhoto.execute(actor, ReportAddress.of(election, contest, tps), page, bytes(file));
        return PhotoResource.of(photo, false);
    }

    @PostMapping("/{photo}/move")
    @Operation(summary = "Give a photo to the report of the same election that it shows")
    PhotoResource move(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable UUID photo,
            @RequestBody Move move) {
        var command = new MovePhoto.Command(
                Objects.requireNonNullElse(move.tps(), ""),
                move.contest(),
                move.page(),
                Objects.requireNonNullElse(move.reason(), ""));
        return PhotoResource.of(
                movePhoto.execute(actor, ReportAddress.of(election, contest, tps), photo, command), true);
    }

    @PostMapping("/{photo}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that a photo does not count; it stays readable")
    void withdraw(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable UUID photo,
            @RequestBody Withdrawal withdrawal) {
        withdrawPhoto.execute(
                actor,
                ReportAddress.of(election, contest, tps),
                photo,
                Objects.requireNonNullElse(withdrawal.reason(), ""));
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw Refusal.invalid("PHOTO_UNREADABLE");
        }
    }
}
