package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter of the tier below, verified and kept.
 *
 * @param id its name
 * @param electionId the election here
 * @param region whom it is about
 * @param kind how much it says
 * @param number as it is printed
 * @param frozenAt when its figures were frozen, real time
 * @param shownAt what the clock of its election showed then
 * @param stations stations that it is about, of all its contests the largest number
 * @param reported those that had reported in the contest that was furthest behind
 * @param fileHash the SHA-256 of the file
 * @param snapshotHash the SHA-256 of its figures
 * @param signer the name in the certificate
 * @param trust why the certificate counts
 * @param signedAt when it was signed, as the file says
 * @param sender the account that sent it
 * @param receivedAt when it came
 * @param supersededBy the later letter that took its place
 * @param withdrawnAt when it was withdrawn
 * @param withdrawalReason why
 * @param review what the supervisor here says of it; null as long as nobody has looked
 * @param reviewNote the note that goes back
 * @param reviewedBy the account
 * @param reviewedAt when
 */
public record ReceivedLetter(
        LetterId id,
        long electionId,
        RegionCode region,
        LetterKind kind,
        String number,
        Instant frozenAt,
        Instant shownAt,
        int stations,
        int reported,
        String fileHash,
        String snapshotHash,
        String signer,
        Trust trust,
        @Nullable Instant signedAt,
        String sender,
        Instant receivedAt,
        @Nullable LetterId supersededBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason,
        @Nullable Review review,
        @Nullable String reviewNote,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt) {

    /** Why the certificate of a letter counts. */
    public enum Trust {
        /** It leads to a certificate that this desk trusts. */
        TRUSTED,
        /** It is the one that an administrator has registered for the sender. */
        REGISTERED
    }

    /** What a supervisor of the receiving desk says of a letter. */
    public enum Review {
        /** Looked at, nothing to ask. */
        CHECKED,
        /** Something is to be explained. */
        QUESTIONED
    }

    /** Whether it counts. */
    public Standing standing() {
        if (withdrawnAt != null) {
            return Standing.WITHDRAWN;
        }
        return supersededBy == null ? Standing.IN_FORCE : Standing.SUPERSEDED;
    }
}
