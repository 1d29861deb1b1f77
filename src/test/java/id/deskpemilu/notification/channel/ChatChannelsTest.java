package id.deskpemilu.notification.channel;

import static id.deskpemilu.notification.MessageSettingsMother.cloud;
import static id.deskpemilu.notification.MessageSettingsMother.message;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import id.deskpemilu.notification.channel.StubProvider.Reply;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three roads to WhatsApp, against a server that answers as theirs do. */
class ChatChannelsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NUMBER = "6281234567890";
    private static final String TAKEN_BY_META = """
            {"messaging_product":"whatsapp","contacts":[{"input":"6281234567890","wa_id":"6281234567890"}],
             "messages":[{"id":"wamid.HBgN","message_status":"accepted"}]}""";

    private StubProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = new StubProvider(200, TAKEN_BY_META);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private MessageChannel meta() {
        return new CloudChannel(cloud(provider.address() + "/v23.0"), http());
    }

    private Duration patience = Duration.ofSeconds(20);

    private MessageChannel fonnte() {
        return new FonnteChannel(new MessageSettings.Fonnte(provider.address(), "token-fonnte"), http());
    }

    private MessageChannel wablas() {
        return new WablasChannel(new MessageSettings.Wablas(provider.address(), "token.rahasia"), http());
    }

    private Http http() {
        return new Http(patience);
    }

    private static OutgoingMessage reminder() {
        return message("STAGE_REMINDER", false, NUMBER);
    }

    @Test
    void all_of_them_are_the_channel_chat() {
        assertThat(meta().channel()).isEqualTo(Channel.CHAT);
        assertThat(fonnte().channel()).isEqualTo(Channel.CHAT);
        assertThat(wablas().channel()).isEqualTo(Channel.CHAT);
    }

    @Test
    void meta_gets_a_template_with_the_values_of_the_notice() throws Exception {
        assertThat(meta().send(reminder())).isEqualTo(new Outcome.Sent("wamid.HBgN"));
        StubProvider.Request request = provider.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v23.0/1098/messages");
        assertThat(request.header("Authorization")).isEqualTo("Bearer token-cloud");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"6281234567890","type":"template",
                 "template":{"name":"desk_pengingat","language":{"code":"id"},"components":[{"type":"body","parameters":[
                   {"type":"text","text":"Desa Sukamaju"},{"type":"text","text":"3 TPS"},
                   {"type":"text","text":"https://desk.example.go.id/tasks"}]}]}}"""));
    }

    @Test
    void a_notice_without_a_template_of_its_own_and_any_rehearsal_take_the_common_one() throws Exception {
        meta().send(message("BROADCAST", false, NUMBER));
        JsonNode common = JSON.readTree(provider.request().body()).path("template");
        assertThat(common.path("name").asString()).isEqualTo("desk_pemilu");
        JsonNode parameters = common.path("components").path(0).path("parameters");
        assertThat(parameters.findValuesAsString("text"))
                .as("no line breaks: Meta refuses them")
                .containsExactly(
                        "Belum lapor",
                        "Desa Sukamaju: 3 TPS belum lapor & ditunggu.",
                        "https://desk.example.go.id/tasks");

        provider.requests.clear();
        meta().send(message("STAGE_REMINDER", true, NUMBER));
        JsonNode rehearsal = JSON.readTree(provider.request().body()).path("template");
        assertThat(rehearsal.path("name").asString()).isEqualTo("desk_pemilu");
        assertThat(rehearsal.findValuesAsString("text").get(0)).isEqualTo("SIMULASI – Belum lapor");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 131026, REFUSED", // cannot be delivered
        "400, 132001, REFUSED", // no such template
        "400, 100, REFUSED", // parameter
        "400, 131047, REFUSED",
        "401, 190, LATER", // the token has expired
        "400, 130429, LATER", // too fast
        "400, 131056, LATER", // too fast to this number
        "429, 80007, LATER",
        "500, 131000, LATER",
        "500, 2, LATER"
    })
    void what_meta_refuses_is_told_by_its_code(int status, int code, String kind) {
        provider.reply(status, """
                {"error":{"message":"(#%d) to 6281234567890 failed","type":"OAuthException","code":%d,"fbtrace_id":"A"}}""".formatted(code, code));
        assertThat(meta().send(reminder()))
                .isEqualTo(
                        kind.equals("LATER") ? Outcome.tryLater("META_" + code) : new Outcome.Refused("META_" + code));
    }

    @Test
    void fonnte_gets_a_form_and_a_token_without_a_word_before_it() {
        provider.reply(200, """
                {"detail":"success! message in queue","id":["80367170"],"process":"pending","status":true,
                 "target":["6281234567890"]}""");
        assertThat(fonnte().send(reminder())).isEqualTo(new Outcome.Sent("80367170"));
        StubProvider.Request request = provider.request();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /send");
        assertThat(request.header("Authorization")).isEqualTo("token-fonnte");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        Map<String, String> form = Arrays.stream(request.body().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        assertThat(form)
                .containsOnly(
                        Map.entry("target", NUMBER),
                        Map.entry("countryCode", "62"),
                        Map.entry(
                                "message",
                                "Belum lapor\n\nDesa Sukamaju:\n3 TPS belum lapor & ditunggu.\n\n"
                                        + "https://desk.example.go.id/tasks"));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid token, LATER, TOKEN",
        "token invalid, LATER, TOKEN",
        "request invalid on disconnected device, LATER, DISCONNECTED",
        "insufficient quota, LATER, QUOTA",
        "package expired, LATER, QUOTA",
        "target 6281234567890 invalid, REFUSED, NO_SUCH_NUMBER",
        "not registered on whatsapp, REFUSED, NO_SUCH_NUMBER",
        "unknown reason with 6281234567890, LATER, REJECTED"
    })
    void fonnte_refuses_with_status_200_and_its_sentence_is_not_kept(String reason, String kind, String code) {
        provider.reply(200, "{\"status\":false,\"reason\":\"" + reason + "\"}");
        assertThat(fonnte().send(reminder()))
                .isEqualTo(kind.equals("LATER") ? Outcome.tryLater(code) : new Outcome.Refused(code));
    }

    @Test
    void wablas_gets_json_with_one_message_in_a_list() throws Exception {
        provider.reply(200, """
                {"status":true,"message":"Message is pending and waiting to be processed","data":{"device_id":"X","quota":9,
                 "messages":[{"id":"4a72-11","phone":"6281234567890","message":"…","status":"pending"}]}}""");
        assertThat(wablas().send(reminder())).isEqualTo(new Outcome.Sent("4a72-11"));
        StubProvider.Request request = provider.request();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /api/v2/send-message");
        assertThat(request.header("Authorization")).isEqualTo("token.rahasia");
        JsonNode data = JSON.readTree(request.body()).path("data");
        assertThat(data).hasSize(1);
        assertThat(data.path(0).path("phone").asString()).isEqualTo(NUMBER);
        assertThat(data.path(0).path("message").asString()).startsWith("Belum lapor\n\nDesa Sukamaju:");
        assertThat(data.path(0).path("isGroup").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200, token invalid, LATER, TOKEN",
        "500, 'authorization failed', LATER, TOKEN",
        "200, device disconnected please scan, LATER, DISCONNECTED",
        "200, quota habis, LATER, QUOTA",
        "400, phone number is required, REFUSED, NO_SUCH_NUMBER"
    })
    void what_wablas_refuses_is_told_by_its_sentence_whatever_its_status(
            int status, String sentence, String kind, String code) {
        provider.reply(status, "{\"status\":false,\"message\":\"" + sentence + "\"}");
        assertThat(wablas().send(reminder()))
                .isEqualTo(kind.equals("LATER") ? Outcome.tryLater(code) : new Outcome.Refused(code));
    }

    @Test
    void wablas_may_take_the_request_and_not_the_message() {
        provider.reply(200, """
                {"status":true,"message":"ok","data":{"messages":[{"id":"4a72-11","status":"reject"}]}}""");
        assertThat(wablas().send(reminder())).isEqualTo(new Outcome.Refused("REJECTED"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, LATER",
        "502, LATER",
        "503, LATER",
        "429, LATER",
        "401, LATER",
        "403, LATER",
        "404, REFUSED",
        "302, REFUSED"
    })
    void where_only_a_status_comes_it_decides(int status, String kind) {
        for (MessageChannel road : new MessageChannel[] {meta(), fonnte(), wablas()}) {
            provider.reply(status, "<html>gateway</html>");
            assertThat(road.send(reminder()))
                    .as(road.getClass().getSimpleName())
                    .isEqualTo(
                            kind.equals("LATER")
                                    ? Outcome.tryLater("HTTP_" + status)
                                    : new Outcome.Refused("HTTP_" + status));
        }
    }

    @Test
    void an_answer_that_is_none_is_no_success() {
        for (MessageChannel road : new MessageChannel[] {meta(), fonnte(), wablas()}) {
            for (String body : new String[] {"", "OK", "[]", "{}", "null"}) {
                provider.reply(200, body);
                assertThat(road.send(reminder()))
                        .as(road.getClass().getSimpleName() + " " + body)
                        .isEqualTo(Outcome.tryLater("NO_ANSWER"));
            }
        }
    }

    @Test
    void a_provider_says_how_long_it_wants_to_be_left_alone() {
        provider.reply(request -> new Reply(429, "", Map.of("Retry-After", "90"), Duration.ZERO));
        assertThat(fonnte().send(reminder())).isEqualTo(new Outcome.TryLater("HTTP_429", Duration.ofSeconds(90)));
        provider.reply(
                request -> new Reply(503, "", Map.of("Retry-After", "Fri, 29 Nov 2024 09:00:00 GMT"), Duration.ZERO));
        assertThat(fonnte().send(reminder())).isEqualTo(Outcome.tryLater("HTTP_503"));
    }

    @Test
    void a_provider_that_is_slow_or_gone_is_asked_again_later() {
        patience = Duration.ofMillis(300);
        provider.reply(request -> new Reply(200, TAKEN_BY_META, Map.of(), Duration.ofSeconds(3)));
        assertThat(meta().send(reminder())).isEqualTo(Outcome.tryLater("TIMEOUT"));
        provider.close();
        assertThat(meta().send(reminder())).isEqualTo(Outcome.tryLater("NO_CONNECTION"));
    }

    @Test
    void an_answer_that_points_elsewhere_is_not_followed() throws Exception {
        try (StubProvider elsewhere = new StubProvider(200, TAKEN_BY_META)) {
            provider.reply(request -> new Reply(
                    307, "", Map.of("Location", elsewhere.address() + "/v23.0/1098/messages"), Duration.ZERO));
            assertThat(meta().send(reminder())).isEqualTo(new Outcome.Refused("HTTP_307"));
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void an_endless_answer_is_read_only_at_its_beginning() {
        provider.reply(200, TAKEN_BY_META + " ".repeat(5_000_000));
        assertThat(meta().send(reminder())).isEqualTo(new Outcome.Sent("wamid.HBgN"));
    }

    @Test
    void no_log_ever_holds_a_token() {
        assertThat(cloud("u").toString()).doesNotContain("token", "rahasia");
        assertThat(new MessageSettings.Fonnte("u", "geheim").toString()).doesNotContain("geheim");
        assertThat(new MessageSettings.Wablas("u", "geheim").toString()).doesNotContain("geheim");
        assertThat(new MessageSettings.Webhook("u", "geheim").toString()).doesNotContain("geheim");
    }
}
