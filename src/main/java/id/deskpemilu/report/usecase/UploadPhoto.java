package id.deskpemilu.report.usecase;

import static java.util.Objects.requireNonNull;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoReader;
import id.deskpemilu.report.evidence.PhotoSettings;
import id.deskpemilu.report.evidence.Upload;
import id.deskpemilu.report.evidence.Uploads;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a photo piece by piece, so that a phone that loses its network goes on where it stopped, and does not begin again.
 */
@Component
public class UploadPhoto {

    private final ReportsInHand reports;
    private final Uploads uploads;
    private final AddPhoto addPhoto;
    private final PhotoReader reader;
    private final PhotoSettings settings;
    private final TransactionTemplate transaction;

    UploadPhoto(
            ReportsInHand reports,
            Uploads uploads,
            AddPhoto addPhoto,
            PhotoReader reader,
            PhotoSettings settings,
            PlatformTransactionManager transactions) {
        this.reports = reports;
        this.uploads = uploads;
        this.addPhoto = addPhoto;
        this.reader = reader;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How far an upload is.
     *
     * @param upload names it; null if nothing need be sent any more
     * @param offset where the next piece begins
     * @param size how large the file is
     * @param piece how many bytes a piece may have
     * @param photo the photo, once it is there
     */
    public record Progress(
            @Nullable UUID upload,
            int offset,
            int size,
            long piece,
            @Nullable Photo photo) {}

    /**
     * Begins, or goes on where the same person stopped with the same file.
     *
     * @param size of the file in bytes
     * @param sha256 its hash
     * @throws Refusal {@code UPLOAD_INVALID}, {@code PHOTO_EMPTY}, {@code PHOTO_TOO_BIG}, and those of {@link AddPhoto}
     *     that the hash alone tells
     */
    public Progress begin(Actor operator, ReportAddress address, int page, int size, String sha256) {
        AddPhoto.requirePage(page);
        return requireNonNull(transaction.execute(status -> {
            Report report = reports.takeForPhotos(operator, address);
            if (!Sha256.isValid(sha256)) {
                throw Refusal.invalid("UPLOAD_INVALID");
            }
            if (size <= 0) {
                throw Refusal.invalid("PHOTO_EMPTY");
            }
            reader.requireSize(size);
            Optional<Photo> known = addPhoto.admit(operator, address, page, sha256);
            if (known.isPresent()) {
                return new Progress(null, size, size, settings.piece().toBytes(), known.get());
            }
            return progress(uploads.begin(report.id(), page, sha256, size, operator, reports.now()));
        }));
    }

    /**
     * Says how far it is.
     *
     * @throws Refusal {@code UPLOAD_UNKNOWN} if it was never begun, has ended, or was left for too long
     */
    public Progress read(Actor operator, ReportAddress address, UUID id) {
        return requireNonNull(transaction.execute(status -> {
            Report report = reports.takeForPhotos(operator, address);
            return progress(uploads.get(id, report.id(), operator));
        }));
    }

    /**
     * Takes the next piece; with the last one the photo is there.
     *
     * @param offset where the piece begins
     * @throws Refusal {@code UPLOAD_UNKNOWN}, {@code UPLOAD_OFFSET} if the piece begins elsewhere, {@code UPLOAD_PIECE} if it
     *     is empty or too large, {@code UPLOAD_HASH} if the whole is another file than was announced, and those of
     *     {@link AddPhoto}
     */
    public Progress execute(Actor operator, ReportAddress address, UUID id, int offset, byte[] piece) {
        Upload upload = requireNonNull(transaction.execute(status -> append(operator, address, id, offset, piece)));
        if (!upload.isWhole()) {
            return progress(upload);
        }
        byte[] file = uploads.content(upload);
        if (file.length < upload.size()) { // another request of the same phone has just ended it
            throw Refusal.notFound("UPLOAD_UNKNOWN");
        }
        try {
            if (!Sha256.of(file).equals(upload.sha256())) {
                throw Refusal.invalid("UPLOAD_HASH");
            }
            Photo photo = addPhoto.execute(operator, address, upload.page(), file);
            uploads.drop(upload);
            return new Progress(
                    null, upload.size(), upload.size(), settings.piece().toBytes(), photo);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.UNAVAILABLE) { // then the last piece can be asked for again
                uploads.drop(upload);
            }
            throw refusal;
        }
    }

    private Upload append(Actor operator, ReportAddress address, UUID id, int offset, byte[] piece) {
        Report report = reports.takeForPhotos(operator, address);
        Upload upload = uploads.lock(id, report.id(), operator);
        if (upload.isWhole() && piece.length == 0 && offset == upload.size()) {
            return upload; // all is there, and only the end failed
        }
        if (offset != upload.received()) {
            throw Refusal.conflict("UPLOAD_OFFSET").with("offset", upload.received());
        }
        if (piece.length == 0
                || piece.length > settings.piece().toBytes()
                || upload.received() + piece.length > upload.size()) {
            throw Refusal.invalid("UPLOAD_PIECE", settings.piece().toKilobytes());
        }
        return uploads.append(upload, piece, reports.now());
    }

    private Progress progress(Upload upload) {
        return new Progress(
                upload.id(), upload.received(), upload.size(), settings.piece().toBytes(), null);
    }
}
