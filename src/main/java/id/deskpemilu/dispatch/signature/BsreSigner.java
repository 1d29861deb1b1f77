package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the official sign at BSrE's service. NIK and passphrase go there and nowhere else. What comes back is looked at as if
 * a stranger had sent it, and kept at once: a service that was asked must not be asked again only because something here failed.
 */
final class BsreSigner implements Signer {

    private static final Logger LOG = LoggerFactory.getLogger(BsreSigner.class);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final BsreProtocol protocol;
    private final Duration timeout;
    private final AttemptLog attempts;
    private final Inspector inspector;

    BsreSigner(BsreProtocol protocol, Duration timeout, AttemptLog attempts, Inspector inspector) {
        this.protocol = protocol;
        this.timeout = timeout;
        this.attempts = attempts;
        this.inspector = inspector;
    }

    @Override
    public boolean asksForCredentials() {
        return true;
    }

    @Override
    public boolean isSelfMade() {
        return false;
    }

    @Override
    public byte[] sign(SigningRequest request) {
        Credentials credentials = request.credentials();
        if (!credentials.nik().matches("\\d{16}")) {
            throw Refusal.invalid("SIGN_NIK_INVALID");
        }
        if (credentials.passphrase().length == 0) {
            throw Refusal.invalid("SIGN_PASSPHRASE_MISSING");
        }
        UUID letter = request.letter();
        // the state, the signature, the fetching: three questions at most
        Duration lease = timeout.multipliedBy(2).plus(MARGIN);
        AttemptLog.Left left = attempts.begin(letter, Sha256.of(request.pdf()), request.signer(), lease);
        if (left.signed() != null) {
            LOG.info("letter {} was signed before, the service is not asked again", letter);
            return left.signed();
        }
        try {
            return left.document() == null ? fresh(request) : fetchOrSign(request, left.document());
        } catch (Refusal refusal) {
            if (refusal.code().equals("SIGN_OUTCOME_UNKNOWN")) {
                attempts.unknown(letter, timeout);
            } else {
                attempts.failed(letter);
            }
            LOG.warn("letter {} is not signed: {}", letter, refusal.code());
            throw refusal;
        } catch (RuntimeException unexpected) {
            attempts.unknown(letter, timeout);
            throw unexpected;
        }
    }

    /** Signed by an earlier attempt and never fetched; a file that the service does not give any more is signed anew. */
    private byte[] fetchOrSign(SigningRequest request, String document) {
        BsreProtocol.Answer fetched = protocol.fetch(document);
        if (fetched.pdf() != null) {
            return checked(request, fetched.pdf());
        }
        if (fetched.refusal() == null) {
            throw Refusal.unavailable("SIGN_OUTCOME_UNKNOWN");
        }
        LOG.warn("letter {} was signed before, but the service does not give the file any more", request.letter());
        return fresh(request);
    }

    private byte[] fresh(SigningRequest request) {
        mustBeAllowed(protocol.status(request.credentials().nik()));
        BsreProtocol.Answer answer = protocol.sign(request);
        String document = answer.document();
        if (document != null) {
            attempts.named(request.letter(), document);
            answer = protocol.fetch(document);
            if (answer.pdf() == null) {
                // it has signed, and keeps the file under a name that is known now
                throw Refusal.unavailable("SIGN_OUTCOME_UNKNOWN");
            }
        }
        if (answer.refusal() != null) {
            throw answer.refusal();
        }
        if (answer.pdf() == null) {
            throw Refusal.unavailable("SIGN_OUTCOME_UNKNOWN");
        }
        return checked(request, answer.pdf());
    }

    private static void mustBeAllowed(@Nullable String status) {
        if (status == null) {
            return;
        }
        switch (status) {
            case "ISSUE" -> {}
            case "NOT_REGISTERED" -> throw Refusal.conflict("SIGNER_UNREGISTERED");
            case "EXPIRED" -> throw Refusal.conflict("SIGNER_CERTIFICATE_EXPIRED");
            case "RENEW", "WAITING_FOR_VERIFICATION", "NEW", "NO_CERTIFICATE", "SUSPEND", "REVOKE" ->
                throw Refusal.conflict("SIGNER_NOT_ALLOWED", status);
            default -> LOG.info("the signing service knows a state that the desk does not: {}", status);
        }
    }

    /** The file that was sent, one more signature behind it, which covers all of it and holds; and the earlier ones hold still. */
    private byte[] checked(SigningRequest request, byte[] signed) {
        byte[] sent = request.pdf();
        List<Verdict.Signature> now = inspector.inspect(signed).signatures();
        int before = inspector.inspect(sent).signatures().size();
        boolean appended = signed.length > sent.length && Arrays.equals(signed, 0, sent.length, sent, 0, sent.length);
        if (!appended || now.size() != before + 1 || !now.stream().allMatch(Verdict.Signature::isGood)) {
            throw Refusal.unavailable("SIGN_ANSWER_INVALID");
        }
        attempts.signed(request.letter(), signed);
        return signed;
    }
}
