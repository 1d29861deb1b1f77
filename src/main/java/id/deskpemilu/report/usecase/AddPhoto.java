package id.deskpemilu.report.usecase;

import static java.util.Objects.requireNonNull;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoLog;
import id.deskpemilu.report.evidence.PhotoReader;
import id.deskpemilu.report.evidence.PhotoSettings;
import id.deskpemilu.report.evidence.PhotoStore;
import id.deskpemilu.report.evidence.Photos;
import id.deskpemilu.report.evidence.PreparedPhoto;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds a photo of a page, before the figures or after them. The same file again is the same photo. The picture is drawn
 * anew between two short transactions: that work and the store take their time, and hold no row.
 */
@Component
public class AddPhoto {

    private static final int LAST_PAGE = 99;

    private final ReportsInHand reports;
    private final Photos photos;
    private final PhotoReader reader;
    private final PhotoStore store;
    private final PhotoLog log;
    private final PhotoSettings settings;
    private final TransactionTemplate transaction;
    private final Timer prepare;

    AddPhoto(
            ReportsInHand reports,
            Photos photos,
            PhotoReader reader,
            PhotoStore store,
            PhotoLog log,
            PhotoSettings settings,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.reports = reports;
        this.photos = photos;
        this.reader = reader;
        this.store = store;
        this.log = log;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.prepare = meters.timer("desk.photos.prepare");
    }

    /**
     * Adds it.
     *
     * @param page the page of the form, from 1
     * @param file a JPEG or PNG
     * @throws Refusal {@code PHOTO_PAGE}, {@code PHOTO_OTHER_PAGE}, {@code PHOTO_LIMIT}, {@code PHOTO_STORE_DOWN}, and those
     *     of {@link PhotoReader#read} and {@link ReportsInHand#take}
     */
    public Photo execute(Actor operator, ReportAddress address, int page, byte[] file) {
        requirePage(page);
        String sha256 = Sha256.of(file);
        Optional<Photo> known = requireNonNull(transaction.execute(status -> admit(operator, address, page, sha256)));
        if (known.isPresent()) {
            return known.get();
        }
        PreparedPhoto photo = requireNonNull(prepare.record(() -> reader.read(file)));
        store.put(photo.sha256(), photo.jpeg());
        store.put(photo.thumbnailSha256(), photo.thumbnail());
        return requireNonNull(transaction.execute(status -> {
            Optional<Photo> meanwhile = admit(operator, address, page, sha256);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            ReportId report = reports.takeForPhotos(operator, address).id();
            Photo added = photos.add(report, page, photo, operator, reports.now());
            log.added(operator, added);
            return added;
        }));
    }

    /**
     * Passes if the form may have such a page.
     *
     * @throws Refusal {@code PHOTO_PAGE}
     */
    static void requirePage(int page) {
        if (page < 1 || page > LAST_PAGE) {
            throw Refusal.invalid("PHOTO_PAGE", LAST_PAGE);
        }
    }

    /**
     * Passes if the person may add this file to the report as this page.
     *
     * @return the photo, if it was added before
     */
    Optional<Photo> admit(Actor operator, ReportAddress address, int page, String sha256) {
        Report report = reports.takeForPhotos(operator, address);
        Optional<Photo> known = photos.withContent(report.id(), sha256);
        if (known.isPresent() && known.get().page() != page) {
            throw Refusal.conflict("PHOTO_OTHER_PAGE", known.get().page());
        }
        if (known.isEmpty() && photos.count(report.id()) >= settings.perReport()) {
            throw Refusal.conflict("PHOTO_LIMIT", settings.perReport());
        }
        return known;
    }
}
