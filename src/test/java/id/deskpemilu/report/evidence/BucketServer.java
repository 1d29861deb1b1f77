package id.deskpemilu.report.evidence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A server with one bucket that lets in only what is signed by AWS Signature Version 4. It reads the signature as the
 * document of AWS describes it and shares no line with the code that signs.
 */
final class BucketServer implements AutoCloseable {

    static final String REGION = "id-jakarta-1";
    static final String BUCKET = "foto-desk";
    static final String ACCESS = "AKIDESKUJI";
    static final String SECRET = "rahasia/untuk+uji";

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

    final AtomicInteger failures = new AtomicInteger();
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final HttpServer server;

    BucketServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            byte[] content = new byte[0];
            int status;
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                status = 503;
            } else if (!isSigned(exchange, body) || !path.startsWith("/" + BUCKET + "/")) {
                status = 403;
            } else if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(path, body);
                status = 200;
            } else if (objects.containsKey(path)) {
                content = objects.get(path);
                status = 200;
            } else {
                status = 404;
            }
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        Matcher said = AUTHORIZATION.matcher(
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (!said.matches() || !said.group(1).equals(ACCESS) || !said.group(3).equals(REGION)) {
            return false;
        }
        List<String> names = Arrays.asList(said.group(4).split(";"));
        List<String> request = new ArrayList<>(
                List.of(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), ""));
        for (String name : names) {
            request.add(name + ":" + exchange.getRequestHeaders().getFirst(name));
        }
        String payload = hex(MessageDigest.getInstance("SHA-256").digest(body));
        request.addAll(List.of("", said.group(4), payload));
        String date = exchange.getRequestHeaders().getFirst("x-amz-date");
        Instant at = Instant.from(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .parse(date));
        byte[] key = mac(
                mac(mac(mac(("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8), said.group(2)), REGION), "s3"),
                "aws4_request");
        String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + said.group(2) + "/" + REGION + "/s3/aws4_request\n"
                + hex(MessageDigest.getInstance("SHA-256")
                        .digest(String.join("\n", request).getBytes(StandardCharsets.UTF_8)));
        return names.containsAll(List.of("host", "x-amz-content-sha256", "x-amz-date"))
                && payload.equals(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"))
                && date.startsWith(said.group(2))
                && Duration.between(at, Instant.now()).abs().toMinutes() < 15
                && hex(mac(key, toSign)).equals(said.group(5));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return "%064x".formatted(new BigInteger(1, bytes));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
