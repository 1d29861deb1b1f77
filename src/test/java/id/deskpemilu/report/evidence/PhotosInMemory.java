package id.deskpemilu.report.evidence;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Photos without a database; they know nothing of twins. */
public final class PhotosInMemory extends Photos {

    private final List<Photo> photos = new ArrayList<>();

    public PhotosInMemory() {
        super(null, null);
    }

    /** Writes what happens to photos into the log. */
    public static PhotoLog log(AuditLog log) {
        return new PhotoLog(log);
    }

    /** Three pages for every form. */
    public static PhotoSettings settings() {
        return new PhotoSettings(null, "", null, 0, 0, 0, 12, null, null, Map.of(), null);
    }

    /** Every photo, as it is. */
    public List<Photo> all() {
        return List.copyOf(photos);
    }

    /** A photo that the person has sent. */
    public Photo sent(ReportId report, int page, String content, Actor by, Instant at) {
        Photo photo = new Photo(
                UUID.randomUUID(),
                report,
                page,
                nextVersion(report, page),
                content,
                content,
                content,
                30,
                40,
                50,
                new Photo.Act(by.username(), by.name(), at, null),
                null,
                List.of(),
                List.of());
        photos.add(photo);
        return photo;
    }

    @Override
    public List<Photo> of(ReportId report) {
        return photos.stream()
                .filter(photo -> photo.report().equals(report))
                .sorted(Comparator.comparing(Photo::page).thenComparing(Photo::version, Comparator.reverseOrder()))
                .toList();
    }

    @Override
    public Photo get(ReportId report, UUID id) {
        return photos.stream()
                .filter(photo -> photo.report().equals(report) && photo.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PHOTO_UNKNOWN"));
    }

    @Override
    public int count(ReportId report) {
        return of(report).size();
    }

    @Override
    public Photo add(ReportId report, int page, PreparedPhoto photo, Actor by, Instant at) {
        return sent(report, page, photo.receivedSha256(), by, at);
    }

    @Override
    public void withdraw(Photo photo, Actor by, Instant at, String reason) {
        replace(
                photo,
                photo.report(),
                photo.page(),
                photo.version(),
                new Photo.Act(by.username(), by.name(), at, reason));
    }

    @Override
    public void move(Photo photo, ReportId to, int page, Actor by, Instant at, String reason) {
        replace(photo, to, page, nextVersion(to, page), null);
    }

    private void replace(Photo photo, ReportId report, int page, int version, Photo.Act withdrawn) {
        photos.set(
                photos.indexOf(photo),
                new Photo(
                        photo.id(),
                        report,
                        page,
                        version,
                        photo.receivedSha256(),
                        photo.storedSha256(),
                        photo.thumbnailSha256(),
                        photo.width(),
                        photo.height(),
                        photo.size(),
                        photo.uploaded(),
                        withdrawn,
                        photo.twins(),
                        photo.moves()));
    }

    private int nextVersion(ReportId report, int page) {
        return (int) photos.stream()
                        .filter(photo -> photo.report().equals(report) && photo.page() == page)
                        .count()
                + 1;
    }
}
