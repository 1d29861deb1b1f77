package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoEvent;
import id.deskpemilu.report.evidence.PhotoLog;
import id.deskpemilu.report.evidence.Photos;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.UseCase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a photo that was sent for the wrong report to the one of the same election that it shows. */
@UseCase
public class MovePhoto {

    private final ReportsInHand reports;
    private final Photos photos;
    private final PhotoLog log;

    MovePhoto(ReportsInHand reports, Photos photos, PhotoLog log) {
        this.reports = reports;
        this.photos = photos;
        this.log = log;
    }

    /**
     * Where it goes.
     *
     * @param tps the polling station's code
     * @param contest the slug of the contest's type; null for the same contest
     * @param page the page of the form; null for the same page
     * @param reason why; needed
     */
    public record Command(
            String tps, @Nullable String contest, @Nullable Integer page, String reason) {}

    /**
     * Moves it.
     *
     * @throws Refusal {@code PHOTO_UNKNOWN}, {@code PHOTO_WITHDRAWN}, {@code PHOTO_STAYS}, {@code PHOTO_PAGE},
     *     {@code REASON_MISSING}, and those of {@link ReportsInHand#take} for both reports
     */
    public Photo execute(Actor actor, ReportAddress from, UUID id, Command command) {
        actor.require(role(actor, from.station()), from.station());
        ReportAddress to = ReportAddress.of(
                from.election(),
                command.contest() == null || command.contest().isBlank() ? from.contest() : command.contest(),
                command.tps());
        actor.require(role(actor, to.station()), to.station());
        if (to.equals(from)) {
            throw Refusal.invalid("PHOTO_STAYS");
        }
        boolean forward =
                key(from).compareTo(key(to)) < 0; // always locked in the same order: no two movers wait in a ring
        Report first = take(actor, forward ? from : to);
        Report second = take(actor, forward ? to : from);
        Report origin = forward ? first : second;
        Report target = forward ? second : first;
        Photo photo = photos.get(origin.id(), id);
        if (!photo.stands()) {
            throw Refusal.conflict("PHOTO_WITHDRAWN");
        }
        int page = command.page() == null ? photo.page() : command.page();
        AddPhoto.requirePage(page);
        String reason = PhotoReason.of(command.reason());
        photos.move(photo, target.id(), page, actor, reports.now(), reason);
        log.record(
                actor,
                origin.id(),
                new PhotoEvent.PhotoMovedAway(
                        photo.id(), photo.page(), to.station().digits(), to.contest(), reason));
        log.record(
                actor,
                target.id(),
                new PhotoEvent.PhotoMovedHere(photo.id(), page, from.station().digits(), from.contest(), reason));
        return photos.get(target.id(), id);
    }

    private Report take(Actor actor, ReportAddress address) {
        return reports.take(actor, role(actor, address.station()), address, null);
    }

    private static Role role(Actor actor, StationCode station) {
        return actor.may(Role.SUPERVISOR, station) ? Role.SUPERVISOR : Role.VERIFIER;
    }

    private static String key(ReportAddress address) {
        return address.contest() + "/" + address.station();
    }
}
