package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Somebody else's clock: a timestamp server (RFC 3161). */
final class TimestampServer {

    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int NONCE_BITS = 63;
    private static final int OK = 200;

    private final URI url;
    private final Exchange exchange = new Exchange(TO_ANSWER, MOST_BYTES);
    private final SecureRandom chance = new SecureRandom();

    TimestampServer(String url) {
        this.url = URI.create(url);
    }

    /**
     * A token over these bytes.
     *
     * @throws Refusal {@code TIMESTAMP_FAILED} if the server gives none that is about them
     */
    byte[] stamp(byte[] content) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true); // a check years later has nobody to ask
            TimeStampRequest request = generator.generate(
                    NISTObjectIdentifiers.id_sha256, Sha256.digest(content), new BigInteger(NONCE_BITS, chance));
            Exchange.Answer answer = exchange.send(HttpRequest.newBuilder(url)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded())));
            byte[] body = answer.body();
            if (answer.status() != OK || body == null) {
                throw Refusal.unavailable("TIMESTAMP_FAILED");
            }
            TimeStampResponse response = new TimeStampResponse(body);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw Refusal.unavailable("TIMESTAMP_FAILED");
            }
            return response.getTimeStampToken().getEncoded();
        } catch (IOException | TSPException e) {
            throw Refusal.unavailable("TIMESTAMP_FAILED");
        }
    }
}
