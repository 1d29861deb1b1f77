package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.evidence.Evidence;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoSettings;
import id.deskpemilu.report.evidence.Photos;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the photos of a report to a reader, with what that reader may know and do. */
@Component
class PhotoViews {

    private final Photos photos;
    private final PhotoSettings settings;
    private final Zones zones;

    PhotoViews(Photos photos, PhotoSettings settings, Zones zones) {
        this.photos = photos;
        this.settings = settings;
        this.zones = zones;
    }

    /** The photos of the report, read in one query; its contest must have been read. */
    PhotosView of(Report report, Actor actor) {
        return of(
                report,
                new Evidence(
                        report.id(),
                        photos.of(report.id()),
                        settings.pages(report.contest().type())),
                actor);
    }

    /** The photos of the report. */
    PhotosView of(Report report, Evidence evidence, Actor actor) {
        boolean runs = report.contest().election().phase().isRunning();
        var reader = new Reader(actor, report, zones.of(report.station()), runs);
        return new PhotosView(
                reader.base() + "/photos",
                evidence.state().name(),
                evidence.current().size(),
                evidence.expected(),
                evidence.current().stream().map(reader::shown).toList(),
                evidence.earlier().stream().map(reader::shown).toList(),
                evidence.movedAway().stream().map(reader::gone).toList(),
                runs && report.takesPhotosFrom(actor),
                runs && (actor.may(Role.VERIFIER, report.station()) || actor.may(Role.SUPERVISOR, report.station())));
    }

    /** Whether the reader is told which other reports have the same photo: everybody but the operator. */
    static boolean seesTwins(Actor actor, Report report) {
        return actor.roles().stream().anyMatch(role -> role != Role.OPERATOR && actor.may(role, report.station()));
    }

    private record Reader(Actor actor, Report report, ZoneId zone, boolean runs) {

        String base() {
            return base(report.contest().type().slug(), report.station().digits());
        }

        private String base(String contest, String station) {
            return "/reports/" + report.contest().election().code() + "/" + contest + "/" + station;
        }

        PhotosView.Shown shown(Photo photo) {
            String href = base() + "/photos/" + photo.id();
            return new PhotosView.Shown(
                    photo.id().toString(),
                    photo.page(),
                    photo.version(),
                    href,
                    href + "/thumbnail",
                    photo.width(),
                    photo.height(),
                    act(photo.uploaded()),
                    photo.receivedSha256(),
                    photo.storedSha256(),
                    photo.withdrawn() == null ? null : act(photo.withdrawn()),
                    seesTwins(actor, report)
                            ? photo.twins().stream()
                                    .map(twin -> new PhotosView.Twin(place(twin.place()), twin.page(), twin.exact()))
                                    .toList()
                            : List.of(),
                    photo.moves().stream().map(this::move).toList(),
                    isWithdrawable(photo));
        }

        private boolean isWithdrawable(Photo photo) {
            return runs
                    && photo.stands()
                    && (actor.may(Role.VERIFIER, report.station())
                            || actor.may(Role.OPERATOR, report.station()) && !report.hasBeenOpened());
        }

        PhotosView.Gone gone(Photo photo) {
            Photo.Move last = photo.moves().stream()
                    .filter(move -> move.from().station().equals(report.station())
                            && move.from()
                                    .contest()
                                    .equals(report.contest().type().slug()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            return new PhotosView.Gone(photo.page(), move(last));
        }

        private PhotosView.Move move(Photo.Move move) {
            return new PhotosView.Move(place(move.from()), place(move.to()), act(move.act()));
        }

        private PhotosView.Place place(Photo.Place place) {
            @Nullable
            String href = actor.maySee(place.station())
                    ? base(place.contest(), place.station().digits()) + "/photos"
                    : null;
            return new PhotosView.Place(
                    place.contest(),
                    "%03d".formatted(place.station().number()),
                    place.village(),
                    place.district(),
                    href);
        }

        private PhotosView.Act act(Photo.Act act) {
            return new PhotosView.Act(act.name(), act.at().atZone(zone), act.reason());
        }
    }
}
