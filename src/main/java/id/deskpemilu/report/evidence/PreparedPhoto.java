package id.deskpemilu.report.evidence;

/**
 * A photo as it will be kept: upright, of a moderate size, and with nothing in it but the picture.
 *
 * @param receivedSha256 the hash of the file as it came
 * @param jpeg the picture
 * @param sha256 its hash
 * @param thumbnail the small picture, a JPEG too
 * @param thumbnailSha256 its hash
 * @param fingerprint by which pictures that show nearly the same are found
 * @param width in pixels
 * @param height in pixels
 */
public record PreparedPhoto(
        String receivedSha256,
        byte[] jpeg,
        String sha256,
        byte[] thumbnail,
        String thumbnailSha256,
        long fingerprint,
        int width,
        int height) {}
