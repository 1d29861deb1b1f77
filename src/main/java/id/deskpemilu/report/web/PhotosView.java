package id.deskpemilu.report.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The photos of a report as a reader sees them; for the fragments of {@code report/photos.html}.
 *
 * @param href the page of the photos
 * @param state {@code NONE SOME COMPLETE}; message {@code photos.<state>} with {@code count} and {@code expected}
 * @param count of how many pages there is a photo
 * @param expected how many pages the form has
 * @param photos those that count, by page
 * @param earlier those that were replaced or withdrawn
 * @param movedAway those that turned out to belong to another report
 * @param uploads whether the reader may add photos now
 * @param moves whether the reader may move photos to another report now
 */
public record PhotosView(
        String href,
        String state,
        int count,
        int expected,
        List<Shown> photos,
        List<Shown> earlier,
        List<Gone> movedAway,
        boolean uploads,
        boolean moves) {

    /**
     * One photo.
     *
     * @param id names it
     * @param href its picture
     * @param thumbnail its small picture
     * @param uploaded who sent it, when
     * @param receivedSha256 the hash of the file as it was sent
     * @param storedSha256 the hash of the picture as it is kept
     * @param withdrawn who withdrew it; null if it was not
     * @param twins photos of other reports that show the same; empty for those who need not know
     * @param moves where it came from
     * @param withdrawable whether the reader may withdraw it now
     */
    public record Shown(
            String id,
            int page,
            int version,
            String href,
            String thumbnail,
            int width,
            int height,
            Act uploaded,
            String receivedSha256,
            String storedSha256,
            @Nullable Act withdrawn,
            List<Twin> twins,
            List<Move> moves,
            boolean withdrawable) {}

    /** Somebody did something at some time, perhaps for a reason. */
    public record Act(String by, ZonedDateTime at, @Nullable String reason) {}

    /**
     * Another report.
     *
     * @param contest names the message {@code contest.<contest>}
     * @param href its page; null if the reader may not see it
     */
    public record Place(
            String contest,
            String number,
            String desa,
            String kecamatan,
            @Nullable String href) {}

    /**
     * A photo of another report that shows the same.
     *
     * @param exact the same to the last bit; otherwise nearly
     */
    public record Twin(Place place, int page, boolean exact) {}

    /** It was moved from one report to another. */
    public record Move(Place from, Place to, Act act) {}

    /** A photo that was sent here and belongs elsewhere. */
    public record Gone(int page, Move move) {}

    /** Whether any photo that counts stands under another report too. */
    public boolean flagged() {
        return photos.stream().anyMatch(photo -> !photo.twins().isEmpty());
    }
}
