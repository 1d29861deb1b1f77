package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.dispatch.signature.Credentials;
import java.time.Instant;

/**
 * The wish to sign a letter.
 *
 * @param version of the letter that was read
 * @param code what was read, see {@link id.deskpemilu.dispatch.Letter#confirmationCode}
 * @param credentials what the signature is made with
 * @param authenticatedAt when the person last logged in
 */
public record SignatureOrder(int version, String code, Credentials credentials, Instant authenticatedAt) {}
