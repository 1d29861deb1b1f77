package id.deskpemilu.report.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** What happened to a photo, as the history of its report tells it. */
public sealed interface PhotoEvent {

    /** What happened, as the log names it. */
    @JsonIgnore
    default String type() {
        return getClass().getSimpleName();
    }

    /** A photo was added, as a version of a page. */
    record PhotoAdded(UUID photo, int page, int version, String receivedSha256, String storedSha256)
            implements PhotoEvent {

        static PhotoAdded of(Photo photo) {
            return new PhotoAdded(
                    photo.id(), photo.page(), photo.version(), photo.receivedSha256(), photo.storedSha256());
        }
    }

    /** A photo went to the report that it belongs to. */
    record PhotoMovedAway(UUID photo, int page, String to, String toContest, String reason) implements PhotoEvent {}

    /** A photo came from a report that it did not belong to. */
    record PhotoMovedHere(UUID photo, int page, String from, String fromContest, String reason) implements PhotoEvent {}

    /** A photo does not count any more; it stays readable. */
    record PhotoWithdrawn(UUID photo, int page, int version, String reason) implements PhotoEvent {}
}
