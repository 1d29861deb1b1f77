package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoEvent;
import id.deskpemilu.report.evidence.PhotoLog;
import id.deskpemilu.report.evidence.Photos;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.UUID;

/**
 * Says that a photo does not count; it stays readable. The operator can until a verifier has begun to look, a verifier at
 * any time.
 */
@UseCase
public class WithdrawPhoto {

    private final ReportsInHand reports;
    private final Photos photos;
    private final PhotoLog log;

    WithdrawPhoto(ReportsInHand reports, Photos photos, PhotoLog log) {
        this.reports = reports;
        this.photos = photos;
        this.log = log;
    }

    /**
     * Withdraws it.
     *
     * @param reason why; needed
     * @throws Refusal {@code PHOTO_UNKNOWN}, {@code PHOTO_WITHDRAWN}, {@code PHOTO_UNDER_REVIEW}, {@code REASON_MISSING}, and
     *     those of {@link ReportsInHand#take}
     */
    public void execute(Actor actor, ReportAddress address, UUID id, String reason) {
        Role role = actor.may(Role.VERIFIER, address.station()) ? Role.VERIFIER : Role.OPERATOR;
        Report report = reports.take(actor, role, address, null);
        Photo photo = photos.get(report.id(), id);
        if (!photo.stands()) {
            throw Refusal.conflict("PHOTO_WITHDRAWN");
        }
        if (role == Role.OPERATOR && report.hasBeenOpened()) {
            throw Refusal.conflict("PHOTO_UNDER_REVIEW");
        }
        String why = PhotoReason.of(reason);
        photos.withdraw(photo, actor, reports.now(), why);
        log.record(actor, report.id(), new PhotoEvent.PhotoWithdrawn(photo.id(), photo.page(), photo.version(), why));
    }
}
