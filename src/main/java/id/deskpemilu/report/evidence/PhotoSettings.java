package id.deskpemilu.report.evidence;

import id.deskpemilu.election.ContestType;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What photos may be and where they are kept.
 *
 * @param store which store keeps them
 * @param folder where the folder store keeps them; empty with another store
 * @param maxSize how large a file may be
 * @param maxMegapixels how many million pixels a photo may have
 * @param longestSide the longer side of a kept photo, in pixels
 * @param thumbnailSide the longer side of its small picture, in pixels
 * @param perReport how many photos a report may have, the replaced and the withdrawn ones too
 * @param piece how much of a file one request of an upload may carry
 * @param keepUploads how long an unfinished upload is kept after its last piece
 * @param pages how many pages the form has, by the slug of the contest's type
 * @param s3 the S3-compatible store
 */
@ConfigurationProperties("desk.photos")
public record PhotoSettings(
        Store store,
        String folder,
        DataSize maxSize,
        int maxMegapixels,
        int longestSide,
        int thumbnailSide,
        int perReport,
        DataSize piece,
        Duration keepUploads,
        Map<String, Integer> pages,
        S3 s3) {

    private static final int PAGES_OF_A_FORM = 3;

    /** The stores that there are. */
    public enum Store {
        DATABASE,
        FOLDER,
        S3
    }

    /**
     * An S3-compatible server.
     *
     * @param endpoint its address without a slash at the end
     * @param region the region that requests are signed for
     * @param bucket the bucket, which must exist
     * @param accessKey who the desk is there
     * @param secretKey how it proves that
     */
    public record S3(String endpoint, String region, String bucket, String accessKey, String secretKey) {

        /** Without the secret, so that no log ever holds it. */
        @Override
        public String toString() {
            return "S3[" + endpoint + ", " + region + ", " + bucket + ", " + accessKey + "]";
        }
    }

    /** How many pages the form of the contest has. */
    public int pages(ContestType contest) {
        return pages.getOrDefault(contest.slug(), PAGES_OF_A_FORM);
    }
}
