package id.deskpemilu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.Quietly;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3StoreTest implements PhotoStoreContract {

    private static final byte[] CONTENT = {5, 4, 3};

    private BucketServer server;

    @BeforeEach
    void start() throws IOException {
        server = new BucketServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    public PhotoStore store() {
        return store(BucketServer.SECRET, Clock.systemUTC());
    }

    private PhotoStore store(String secret, Clock clock) {
        return new S3Store(
                new PhotoSettings.S3(
                        server.address(), BucketServer.REGION, BucketServer.BUCKET, BucketServer.ACCESS, secret),
                clock);
    }

    @Test
    void a_server_that_fails_twice_is_asked_a_third_time() {
        server.failures.set(2);
        store().put(Sha256.of(CONTENT), CONTENT);
        assertThat(store().get(Sha256.of(CONTENT))).isEqualTo(CONTENT);
    }

    @Test
    void a_server_that_is_down_a_wrong_secret_and_a_wrong_clock_are_out_of_reach() throws Exception {
        assertThat(refused(store("lain", Clock.systemUTC()))).isEqualTo("PHOTO_STORE_DOWN");
        assertThat(refused(store(BucketServer.SECRET, Clock.offset(Clock.systemUTC(), Duration.ofHours(-7)))))
                .isEqualTo("PHOTO_STORE_DOWN");
        server.failures.set(3);
        assertThat(refused(store())).isEqualTo("PHOTO_STORE_DOWN");
        server.close();
        assertThat(refused(store())).isEqualTo("PHOTO_STORE_DOWN");
    }

    @Test
    void no_log_ever_holds_the_secret() {
        assertThat(new PhotoSettings.S3("http://x", "r", "b", "a", "geheim").toString())
                .doesNotContain("geheim");
    }

    private static String refused(PhotoStore store) throws Exception {
        return Quietly.call(
                        List.of("id.deskpemilu.report.evidence"),
                        () -> catchThrowableOfType(Refusal.class, () -> store.put(Sha256.of(CONTENT), CONTENT)))
                .code();
    }
}
