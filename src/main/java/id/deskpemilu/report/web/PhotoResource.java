package id.deskpemilu.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.report.evidence.Evidence;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A photo as the API shows it; {@code twins} are told to all but operators. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PhotoResource(
        UUID id,
        int page,
        int version,
        String receivedSha256,
        String storedSha256,
        int width,
        int height,
        int size,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason,
        List<TwinResource> twins,
        List<MoveResource> moves) {

    record TwinResource(String contest, String tps, int page, boolean exact) {}

    record MoveResource(
            String fromContest,
            String fromTps,
            String toContest,
            String toTps,
            String by,
            Instant at,
            @Nullable String reason) {}

    /** The photos of a report: those that count, the earlier ones, and those that went to another report. */
    record Album(
            PhotoState state,
            int pages,
            int expected,
            List<PhotoResource> photos,
            List<PhotoResource> earlier,
            List<PhotoResource> movedAway) {

        static Album of(Evidence evidence, boolean twins) {
            return new Album(
                    evidence.state(),
                    evidence.current().size(),
                    evidence.expected(),
                    resources(evidence.current(), twins),
                    resources(evidence.earlier(), twins),
                    resources(evidence.movedAway(), twins));
        }

        private static List<PhotoResource> resources(List<Photo> photos, boolean twins) {
            return photos.stream().map(photo -> PhotoResource.of(photo, twins)).toList();
        }
    }

    static PhotoResource of(Photo photo, boolean twins) {
        return new PhotoResource(
                photo.id(),
                photo.page(),
                photo.version(),
                photo.receivedSha256(),
                photo.storedSha256(),
                photo.width(),
                photo.height(),
                photo.size(),
                photo.uploaded().by(),
                photo.uploaded().at(),
                photo.withdrawn() == null ? null : photo.withdrawn().by(),
                photo.withdrawn() == null ? null : photo.withdrawn().at(),
                photo.withdrawn() == null ? null : photo.withdrawn().reason(),
                twins
                        ? photo.twins().stream()
                                .map(twin -> new TwinResource(
                                        twin.place().contest(),
                                        twin.place().station().digits(),
                                        twin.page(),
                                        twin.exact()))
                                .toList()
                        : List.of(),
                photo.moves().stream()
                        .map(move -> new MoveResource(
                                move.from().contest(),
                                move.from().station().digits(),
                                move.to().contest(),
                                move.to().station().digits(),
                                move.act().by(),
                                move.act().at(),
                                move.act().reason()))
                        .toList());
    }
}
