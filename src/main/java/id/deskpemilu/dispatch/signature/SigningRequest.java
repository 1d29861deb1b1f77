package id.deskpemilu.dispatch.signature;

import java.time.Instant;
import java.util.UUID;

/**
 * A file to sign.
 *
 * @param letter whose file it is: the key by which a repeated request is known
 * @param pdf the file; a signed one gets a further signature
 * @param box where its block stands; the signature itself draws nothing there
 * @param signer the official, as the certificate or the service is asked for
 * @param reason why it is signed
 * @param place where
 * @param at when
 * @param credentials what the official typed
 */
public record SigningRequest(
        UUID letter,
        byte[] pdf,
        SignatureBox box,
        String signer,
        String reason,
        String place,
        Instant at,
        Credentials credentials) {}
