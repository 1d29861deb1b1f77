package id.deskpemilu.notification.channel;

import static id.deskpemilu.notification.MessageSettingsMother.message;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Outcome;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookChannelTest {

    private static final String SECRET = "rahasia-bersama-42";
    private static final Instant NOW = Instant.parse("2024-11-27T08:00:00Z");

    private static WebhookChannel channel(StubProvider receiver) {
        return new WebhookChannel(
                new MessageSettings.Webhook(receiver.address() + "/hook", SECRET),
                new Http(Duration.ofSeconds(2)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_receiver_can_check_who_says_what_and_when() throws Exception {
        try (StubProvider receiver = new StubProvider(204, "")) {
            assertThat(channel(receiver).channel()).isEqualTo(Channel.WEBHOOK);
            assertThat(channel(receiver).send(message("STAGE_REMINDER", true, "6281234567890")))
                    .isEqualTo(new Outcome.Sent(null));
            StubProvider.Request request = receiver.request();
            assertThat(request.path()).isEqualTo("/hook");
            String at = request.header("X-Desk-Timestamp");
            assertThat(at).isEqualTo("1732694400");
            assertThat(request.header("X-Desk-Notice")).isEqualTo("77");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal((at + "." + request.body()).getBytes(StandardCharsets.UTF_8));
            assertThat(request.header("X-Desk-Signature"))
                    .isEqualTo("sha256=%064x".formatted(new BigInteger(1, expected)));
            JsonNode body = new JsonMapper().readTree(request.body());
            assertThat(body).isEqualTo(new JsonMapper().readTree("""
                    {"id":77,"key":"stage:1:990101","election":"pilkada-2024","rehearsal":true,"region":"990101",
                     "template":"STAGE_REMINDER","values":["Desa Sukamaju","3 TPS"],"title":"SIMULASI – Belum lapor",
                     "text":"Desa Sukamaju:\\n3 TPS belum lapor & ditunggu.","link":"https://desk.example.go.id/tasks",
                     "recipient":{"username":"siti","name":"Siti Aminah","phone":"6281234567890"},
                     "createdAt":"2024-11-27T08:00:00Z"}"""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, SENT",
        "202, SENT",
        "400, REFUSED",
        "410, REFUSED",
        "422, REFUSED",
        "301, REFUSED",
        "401, LATER",
        "500, LATER"
    })
    void the_status_of_the_receiver_decides(int status, String kind) throws Exception {
        try (StubProvider receiver = new StubProvider(status, "")) {
            Outcome outcome = channel(receiver).send(message("X", false, null));
            assertThat(outcome)
                    .isEqualTo(
                            switch (kind) {
                                case "SENT" -> new Outcome.Sent(null);
                                case "LATER" -> Outcome.tryLater("HTTP_" + status);
                                default -> new Outcome.Refused("HTTP_" + status);
                            });
        }
    }
}
