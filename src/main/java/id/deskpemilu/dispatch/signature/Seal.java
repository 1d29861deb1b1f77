package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Signs what one desk tells another, a receipt above all, with the key of the agency; the content travels inside the signature
 * (CMS).
 */
@Component
public class Seal {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final AgencyKeys keys;
    private final SignatureCheck check;
    private final Clock clock;

    Seal(AgencyKeys keys, SignatureCheck check, Clock clock) {
        this.keys = keys;
        this.check = check;
        this.clock = clock;
    }

    /**
     * What was sealed.
     *
     * @param content what was signed
     * @param signer the name in the certificate
     * @param certificateHash the SHA-256 of the certificate, 64 hexadecimal digits in lower case
     * @param trust whose word it rests on, now
     */
    public record Opened(byte[] content, String signer, String certificateHash, Verdict.Trust trust) {}

    /** The content with the agency's signature around it. */
    public byte[] seal(byte[] content) {
        return SignedMessage.sign(keys.key(), content, true, null);
    }

    /**
     * What is in a seal that is not broken; whether its maker is believed is told, not judged.
     *
     * @param sealed whose size the caller has limited
     * @throws Refusal {@code SEAL_BROKEN} if it is none, or the content is not what was signed
     */
    public Opened open(byte[] sealed) {
        try {
            SignedMessage message = SignedMessage.read(sealed, null);
            byte[] content = message.content();
            if (!message.intact() || content == null) {
                throw Refusal.invalid("SEAL_BROKEN");
            }
            X509Certificate certificate = message.certificate();
            return new Opened(
                    content,
                    Names.common(Names.subject(certificate)),
                    Names.hash(certificate),
                    check.trusted().judge(certificate, message.others(), clock.instant()));
        } catch (GeneralSecurityException | StackOverflowError e) {
            throw Refusal.invalid("SEAL_BROKEN");
        }
    }

    /** The agency's certificate in PEM, for another desk to put among those that it trusts. */
    public String certificate() {
        try {
            byte[] encoded = keys.key().certificate().getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + new String(LINES.encode(encoded), StandardCharsets.US_ASCII)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was read from bytes", e);
        }
    }

    /** The hash of that certificate, as {@link Opened#certificateHash()} has it. */
    public String certificateHash() {
        return Names.hash(keys.key().certificate());
    }
}
