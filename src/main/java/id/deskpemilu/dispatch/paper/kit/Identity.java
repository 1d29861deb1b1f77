package id.deskpemilu.dispatch.paper.kit;

import java.time.Instant;
import java.util.UUID;

/**
 * What a file says about itself.
 *
 * @param title its title
 * @param subject what it is about
 * @param author the agency
 * @param created when it was made
 * @param letter the letter that it is
 * @param snapshotSha256 of the figures that it says
 */
public record Identity(
        String title, String subject, String author, Instant created, UUID letter, String snapshotSha256) {

    /** The namespace of the two properties of our own in the metadata. */
    public static final String NAMESPACE = "https://desk-pemilu.id/ns/letter/";
}
