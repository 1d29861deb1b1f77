package id.deskpemilu.report.evidence;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps pictures in a bucket of an S3-compatible server, addressed by path. */
final class S3Store implements PhotoStore {

    private static final Logger LOG = LoggerFactory.getLogger(S3Store.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final PhotoSettings.S3 settings;
    private final S3Signature signature;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    S3Store(PhotoSettings.S3 settings, Clock clock) {
        this.settings = settings;
        this.signature = new S3Signature(settings.region(), settings.accessKey(), settings.secretKey());
        this.clock = clock;
    }

    @Override
    public void put(String sha256, byte[] content) {
        send("PUT", sha256, content);
    }

    @Override
    public byte[] get(String sha256) {
        byte[] content = send("GET", sha256, new byte[0]);
        if (!Sha256.of(content).equals(sha256)) {
            LOG.error("The bucket holds other bytes under {}", sha256);
            throw Refusal.unavailable("PHOTO_STORE_DOWN");
        }
        return content;
    }

    /** Tries again where the server or the way to it failed; what it refuses, it would refuse again. */
    private byte[] send(String method, String sha256, byte[] body) {
        String problem = "";
        @Nullable Exception cause = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                HttpResponse<byte[]> answer =
                        http.send(request(method, sha256, body), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == OK) {
                    return answer.body();
                }
                problem = "status " + answer.statusCode();
                if (answer.statusCode() < SERVER_ERROR) {
                    break;
                }
            } catch (IOException e) {
                cause = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cause = e;
                break;
            }
        }
        LOG.error("{} of photo {} failed at {}: {}", method, sha256, settings.endpoint(), problem, cause);
        throw Refusal.unavailable("PHOTO_STORE_DOWN");
    }

    private HttpRequest request(String method, String sha256, byte[] body) {
        // nothing in it needs percent-encoding: the bucket's name is checked at the start
        URI address = URI.create(
                settings.endpoint() + "/" + settings.bucket() + "/" + sha256.substring(0, 2) + "/" + sha256 + ".jpg");
        SortedMap<String, String> headers = signature.sign(
                method, address.getRawPath(), Map.of("host", address.getAuthority()), Sha256.of(body), clock.instant());
        headers.remove("host"); // the client writes it itself
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }
}
