package id.deskpemilu.dispatch.signature;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a file is worth.
 *
 * @param readable whether it is a PDF that can be read
 * @param signatures its signatures, the first one first
 * @param letter the letter that it says it is; null if it says nothing
 * @param printedHash the SHA-256 that it says its snapshot has; null if it says nothing
 * @param snapshot the bytes of the attached snapshot; null if there is none
 * @param snapshotHash the SHA-256 of those bytes; null if there is none
 */
public record Verdict(
        boolean readable,
        List<Signature> signatures,
        @Nullable UUID letter,
        @Nullable String printedHash,
        byte @Nullable [] snapshot,
        @Nullable String snapshotHash) {

    /** Whose word the certificate rests on. */
    public enum Trust {
        /** It leads to a certificate that this desk trusts. */
        TRUSTED,
        /** It leads to none that this desk knows. */
        UNKNOWN,
        /** It was made by the desk itself, for rehearsals. */
        SELF_MADE
    }

    /**
     * A signature.
     *
     * @param signer the name in the certificate
     * @param organisation the organisation in the certificate; null if it has none
     * @param issuer who issued the certificate
     * @param at when it was signed, as the file says; by the timestamp if it has one
     * @param timestamped whether a timestamp vouches for the time
     * @param intact whether the bytes that it covers are those that were signed
     * @param whole whether nothing was added behind it but further signatures
     * @param inForce whether the certificate was valid at that time
     * @param trust whose word it rests on
     * @param certificateHash the SHA-256 of the certificate
     */
    public record Signature(
            String signer,
            @Nullable String organisation,
            String issuer,
            @Nullable Instant at,
            boolean timestamped,
            boolean intact,
            boolean whole,
            boolean inForce,
            Trust trust,
            String certificateHash) {

        public boolean isGood() {
            return intact && whole && inForce;
        }
    }

    /** Whether it is a letter whose signatures hold and whose snapshot is the one that it names. */
    public boolean isIntact() {
        return readable
                && !signatures.isEmpty()
                && signatures.stream().allMatch(Signature::isGood)
                && printedHash != null
                && printedHash.equals(snapshotHash);
    }

    /** Whether it is intact and every signature leads to a trusted certificate. */
    public boolean isTrusted() {
        return isIntact() && signatures.stream().allMatch(one -> one.trust() == Trust.TRUSTED);
    }
}
