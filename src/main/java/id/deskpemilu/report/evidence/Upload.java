package id.deskpemilu.report.evidence;

import id.deskpemilu.report.ReportId;
import java.util.UUID;

/**
 * A file on its way, piece by piece.
 *
 * @param id names it
 * @param report the report that the photo is for
 * @param page the page of the form
 * @param sha256 the hash of the whole file
 * @param size its size in bytes
 * @param received how many bytes are there; the next piece begins at this offset
 */
public record Upload(UUID id, ReportId report, int page, String sha256, int size, int received) {

    /** Whether all of it is there. */
    public boolean isWhole() {
        return received == size;
    }
}
