package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of attempts to have a letter signed by somebody else's service, whatever becomes of the transaction that asked
 * for it: a second click must not sign twice.
 */
interface AttemptLog {

    /**
     * What an earlier attempt left.
     *
     * @param document how the service calls the signed file, which was not fetched; null if it did not say
     * @param signed the signed file; null if there is none yet
     */
    record Left(@Nullable String document, byte @Nullable [] signed) {}

    /**
     * Begins an attempt, or finds what an earlier one of the same official over the same file has left.
     *
     * @param pdfHash the SHA-256 of the file to sign
     * @param lease how long the attempt may take
     * @throws Refusal {@code SIGNING_UNDER_WAY} while another one runs; {@code SIGN_OUTCOME_UNKNOWN} for a while after one whose
     *     outcome nobody knows
     */
    Left begin(UUID letter, String pdfHash, String signer, Duration lease);

    /** The service has signed, and named the signed file. */
    void named(UUID letter, String document);

    /** The signed file is here. */
    void signed(UUID letter, byte[] pdf);

    /** The service has not signed. */
    void failed(UUID letter);

    /** Nobody knows whether the service has signed; until then it is not asked again. */
    void unknown(UUID letter, Duration wait);
}
