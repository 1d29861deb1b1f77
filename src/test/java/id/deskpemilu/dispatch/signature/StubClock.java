package id.deskpemilu.dispatch.signature;

import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp server on this machine. */
final class StubClock implements AutoCloseable {

    enum Mood {
        RIGHT,
        DOWN,
        /** Stamps, but something else. */
        ABOUT_ANOTHER
    }

    volatile Mood mood = Mood.RIGHT;
    private final HttpServer server;

    StubClock(AgencyKey key, Instant at) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] asked = exchange.getRequestBody().readAllBytes();
                if (mood == Mood.DOWN) {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                byte[] answer = answer(key, at, asked);
                exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    private byte[] answer(AgencyKey key, Instant at, byte[] asked) {
        try {
            TimeStampRequest request = new TimeStampRequest(asked);
            if (mood == Mood.ABOUT_ANOTHER) {
                org.bouncycastle.tsp.TimeStampRequestGenerator other =
                        new org.bouncycastle.tsp.TimeStampRequestGenerator();
                other.setCertReq(true);
                request = other.generate(TSPAlgorithms.SHA256, new byte[32], request.getNonce());
            }
            DigestCalculator digest = new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256));
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", key.key(), key.certificate()),
                    digest,
                    new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(new JcaCertStore(key.chain()));
            return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()))
                    .generate(request, BigInteger.valueOf(System.nanoTime()), Date.from(at))
                    .getEncoded();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/tsa";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
