package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;

/** Puts an electronic signature (PAdES) under a PDF. */
public interface Signer {

    /** Whether NIK and passphrase are typed by the official. */
    boolean asksForCredentials();

    /** Whether the signature is worth nothing outside a rehearsal: made with a certificate of our own. */
    boolean isSelfMade();

    /**
     * The signed file: the bytes of the request and a signature behind them.
     *
     * @throws Refusal {@code SIGN_NIK_INVALID}, {@code SIGN_PASSPHRASE_MISSING}, {@code SIGN_PASSPHRASE_WRONG},
     *     {@code SIGNER_UNREGISTERED}, {@code SIGNER_CERTIFICATE_EXPIRED}, {@code SIGNER_NOT_ALLOWED},
     *     {@code SIGN_SERVICE_UNREACHABLE}, {@code SIGN_SERVICE_REFUSED_US}, {@code SIGN_SERVICE_FAILED},
     *     {@code SIGN_ANSWER_INVALID}, {@code SIGN_OUTCOME_UNKNOWN}, {@code SIGNING_UNDER_WAY}, {@code TIMESTAMP_FAILED}
     */
    byte[] sign(SigningRequest request);
}
