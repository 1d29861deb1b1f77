package id.deskpemilu.dispatch.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.deskpemilu.dispatch.receiving.Receipts;
import id.deskpemilu.dispatch.receiving.ReceiptsMother;
import id.deskpemilu.dispatch.sending.Road.Outcome;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.dispatch.signature.SealMother;
import id.deskpemilu.shared.RegionCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk makes of every answer of another desk. */
class DeskRoadTest {

    private static final Instant NOW = Instant.parse("2024-11-27T11:05:00Z");

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Seal seal;
    private Receipts receipts;
    private volatile int tokenStatus = 200;
    private volatile int status = 200;
    private volatile byte[] body = {};

    @BeforeEach
    void another_desk() throws Exception {
        seal = SealMother.seal(folder);
        receipts = ReceiptsMother.with(seal);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        tokenStatus,
                        "{\"access_token\":\"kunci\",\"expires_in\":300}".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/api", exchange -> answer(exchange, status, body));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int code, byte[] content) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            if (code == 429) {
                exchange.getResponseHeaders().set("Retry-After", "40");
            }
            exchange.sendResponseHeaders(code, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private DeskRoad road(String sealCertificate) {
        String address = "http://localhost:" + server.getAddress().getPort();
        return new DeskRoad(
                new Receiver.Desk(address, address + "/token", "desk-3517", "rahasia", sealCertificate),
                receipts,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private byte[] receipt(UUID letter, String sha256) {
        return receipts.seal(new Receipts.Receipt(letter, sha256, "Desk Provinsi", new RegionCode("3517"), NOW));
    }

    @Test
    void a_sealed_receipt_for_this_very_file_is_kept_and_the_token_is_asked_for_once() {
        body = receipt(ParcelMother.NAME, ParcelMother.letter().sha256());
        DeskRoad road = road(seal.certificateHash());
        for (int time = 0; time < 2; time++) {
            Outcome.Arrived arrived = (Outcome.Arrived) road.carry(ParcelMother.letter());
            assertThat(arrived.receipt()).isEqualTo(body);
            assertThat(arrived.answer()).isEqualTo("Desk Provinsi");
            assertThat(arrived.sealedBy()).isEqualTo("Bakesbangpol Uji");
        }
        String put = "PUT /api/v1/received-letters/" + ParcelMother.NAME + "?";
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0)).startsWith("POST /token");
        assertThat(asked.get(1))
                .startsWith(put)
                .contains("kind=FULL", "200.2.1%2F014")
                .endsWith(" Bearer kunci");
        assertThat(asked.get(2)).startsWith(put);
    }

    @Test
    void a_receipt_for_anything_else_is_none() {
        body = receipt(ParcelMother.NAME, "0".repeat(64));
        assertThat(road("").carry(ParcelMother.letter())).isEqualTo(Outcome.tryLater("RECEIPT_OTHER", null));
        body = receipt(UUID.randomUUID(), ParcelMother.letter().sha256());
        assertThat(road("").carry(ParcelMother.letter())).isEqualTo(Outcome.tryLater("RECEIPT_OTHER", null));
        body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
        assertThat(road("").carry(ParcelMother.letter())).isEqualTo(Outcome.tryLater("RECEIPT_INVALID", null));
        body = receipt(ParcelMother.NAME, ParcelMother.letter().sha256());
        assertThat(road("f".repeat(64)).carry(ParcelMother.letter()))
                .isEqualTo(Outcome.tryLater("RECEIPT_SIGNER_UNKNOWN", "Bakesbangpol Uji"));
    }

    @ParameterizedTest
    @CsvSource({"403,LETTER_REGION_FOREIGN", "404,LETTER_UNKNOWN", "409,LETTER_OTHER_FILE", "422,LETTER_BROKEN"})
    void a_refusal_with_a_code_is_final(int code, String reason) {
        status = code;
        body = "{\"code\":\"%s\",\"detail\":\"Sebabnya.\"}".formatted(reason).getBytes(StandardCharsets.UTF_8);
        assertThat(road("").carry(ParcelMother.letter())).isEqualTo(new Outcome.Refused(reason, "Sebabnya."));
    }

    @ParameterizedTest
    @CsvSource({"404,0", "413,0", "500,0", "503,0", "429,40"})
    void without_a_code_it_may_be_anybody_on_the_way(int code, int wait) {
        status = code;
        body = "<html>proxy</html>".getBytes(StandardCharsets.UTF_8);
        assertThat(road("").carry(ParcelMother.letter()))
                .isEqualTo(new Outcome.TryLater("HTTP_" + code, null, Duration.ofSeconds(wait)));
    }

    @Test
    void a_refusal_because_two_requests_met_over_there_is_not_final() {
        status = 409;
        body = "{\"code\":\"STALE\",\"detail\":\"Muat ulang.\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(road("").carry(ParcelMother.letter())).isEqualTo(Outcome.tryLater("HTTP_409", "Muat ulang."));
    }

    @Test
    void a_token_that_is_not_taken_is_asked_for_anew() {
        DeskRoad road = road("");
        status = 401;
        body = "{\"code\":\"SIGN_IN\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(road.carry(ParcelMother.letter())).isEqualTo(Outcome.tryLater("HTTP_401", null));
        road.carry(ParcelMother.letter());
        assertThat(asked).filteredOn(line -> line.startsWith("POST /token")).hasSize(2);
    }

    @Test
    void no_token_and_no_server_may_be_otherwise_later() {
        tokenStatus = 401;
        assertThat(road("").carry(ParcelMother.letter())).isEqualTo(Outcome.tryLater("TOKEN_401", null));
        DeskRoad road = road("");
        server.stop(0);
        assertThat(road.carry(ParcelMother.letter())).isEqualTo(Outcome.tryLater("NO_CONNECTION", null));
    }

    @Test
    void a_withdrawal_is_sealed_and_needs_no_receipt() {
        status = 204;
        assertThat(road("").carry(ParcelMother.withdrawal())).isEqualTo(new Outcome.Arrived("HTTP 204", null, null));
        assertThat(asked.get(1)).startsWith("POST /api/v1/received-letters/" + ParcelMother.NAME + "/withdrawal");
    }
}
