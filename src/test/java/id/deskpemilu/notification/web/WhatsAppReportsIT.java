package id.deskpemilu.notification.web;

import static id.deskpemilu.notification.MessageSettingsMother.cloud;
import static id.deskpemilu.notification.MessageSettingsMother.settings;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.notification.DeliveryReports;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.MessageSettings.Cloud;
import id.deskpemilu.notification.channel.Hmac;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

/** Meta's reports of delivery: only what Meta signed counts. */
class WhatsAppReportsIT extends RunningDesk {

    private static TestElection election;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DeliveryReports reports;

    private final String wamid = "wamid." + UUID.randomUUID();
    private MockMvc door;

    @BeforeEach
    void a_message_that_meta_took() {
        if (election == null) {
            election = testElections.running(ContestType.BUPATI, 1);
        }
        door = door(cloud("http://localhost"));
        jdbc.sql("""
                        with new as (
                            insert into desk.notice (key, election_id, region, template, values, link, name, in_app, created_at)
                            select ?, id, ?, 'UJI', '[]', '/', 'Siti', false, now() from desk.election where code = ?
                            returning id, election_id, region)
                        insert into desk.delivery (notice_id, channel, election_id, region, address, state, attempts,
                                                   reference, sent_at)
                        select id, 'CHAT', election_id, region, '6281234567890', 'SENT', 1, ?, now() from new
                        """).params(wamid, election.district(), election.code(), wamid).update();
    }

    private MockMvc door(Cloud cloud) {
        MessageSettings settings = settings(60, settings(60).push(), cloud);
        return MockMvcBuilders.standaloneSetup(
                        new WhatsAppReports(settings, reports, new JsonMapper(), Clock.systemUTC()))
                .build();
    }

    private static Cloud withoutSecret() {
        Cloud full = cloud("http://localhost");
        return new Cloud(full.url(), "1", "t", "x", "", "id", "", "");
    }

    private String body(String status, String reference, String errors, long at) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                 "messaging_product":"whatsapp","metadata":{"phone_number_id":"1098"},
                 "statuses":[{"id":"%s","status":"%s","timestamp":"%d","recipient_id":"6281234567890"%s}]}}]}]}""".formatted(reference, status, at, errors);
    }

    private int report(String body) throws Exception {
        return report(body, "sha256=" + Hmac.sign("rahasia-app", body.getBytes(StandardCharsets.UTF_8)));
    }

    private int report(String body, String signature) throws Exception {
        return door.perform(MockMvcRequestBuilders.post("/webhooks/whatsapp")
                        .header("X-Hub-Signature-256", signature)
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String state() {
        return jdbc.sql("select state || ' ' || coalesce(error, '-') from desk.delivery where reference = ?")
                .param(wamid)
                .query(String.class)
                .single();
    }

    @Test
    void a_message_is_sent_then_delivered_and_stays_so_when_it_is_read() throws Exception {
        assertThat(report(body("sent", wamid, "", 1_700_000_000L))).isEqualTo(200);
        assertThat(state()).isEqualTo("SENT -");
        assertThat(report(body("delivered", wamid, "", 1_700_000_000L))).isEqualTo(200);
        assertThat(state()).isEqualTo("DELIVERED -");
        assertThat(report(body("read", wamid, "", 1_700_000_000L))).isEqualTo(200);
        assertThat(state()).isEqualTo("DELIVERED -");
    }

    @Test
    void a_message_that_could_not_be_delivered_is_given_up_or_tried_again_by_its_code() throws Exception {
        String never = ",\"errors\":[{\"code\":131026,\"title\":\"Message undeliverable\"}]";
        String later = ",\"errors\":[{\"code\":131056,\"title\":\"Pair rate limit\"}]";
        assertThat(report(body("failed", wamid, never, 1_700_000_000L))).isEqualTo(200);
        assertThat(state()).isEqualTo("GIVEN_UP META_131026");
        jdbc.sql("update desk.delivery set state = 'SENT', error = null where reference = ?")
                .param(wamid)
                .update();
        assertThat(report(body("failed", wamid, later, 1_700_000_000L))).isEqualTo(200);
        assertThat(state()).isEqualTo("FAILED META_131056");
        jdbc.sql("delete from desk.delivery where reference = ?").param(wamid).update();
    }

    @Test
    void what_meta_did_not_sign_changes_nothing() throws Exception {
        String body = body("delivered", wamid, "", 1_700_000_000L);
        String right = "sha256=" + Hmac.sign("rahasia-app", body.getBytes(StandardCharsets.UTF_8));
        for (String signature : new String[] {
            "",
            "sha256=",
            right.substring(7),
            right.toUpperCase(),
            right + "0",
            "sha1=" + right.substring(7),
            "sha256=" + Hmac.sign("lain", body.getBytes(StandardCharsets.UTF_8))
        }) {
            assertThat(report(body, signature)).as(signature).isEqualTo(403);
        }
        assertThat(report(body + " ", right)).isEqualTo(403);
        assertThat(report("x".repeat(600_000))).isEqualTo(413);
        assertThat(state()).isEqualTo("SENT -");
    }

    @Test
    void a_report_that_overtakes_our_own_record_comes_again_and_an_old_stranger_does_not() throws Exception {
        long now = System.currentTimeMillis() / 1000;
        assertThat(report(body("delivered", "wamid.belum", "", now))).isEqualTo(503);
        assertThat(report(body("delivered", "wamid.lain", "", now - 3_600))).isEqualTo(200);
        assertThat(report("{\"object\":\"whatsapp_business_account\",\"entry\":[]}"))
                .isEqualTo(200);
        assertThat(report("{}")).isEqualTo(200);
    }

    @Test
    void meta_asks_whether_the_address_is_ours_and_needs_the_right_word() throws Exception {
        MockHttpServletResponse ours = ask("subscribe", "kata-uji", "1158201444");
        assertThat(ours.getStatus()).isEqualTo(200);
        assertThat(ours.getContentAsString()).isEqualTo("1158201444");
        assertThat(ours.getContentType()).startsWith("text/plain");
        assertThat(ask("subscribe", "kata-lain", "1").getStatus()).isEqualTo(403);
        assertThat(ask("unsubscribe", "kata-uji", "1").getStatus()).isEqualTo(403);
        assertThat(ask("subscribe", "kata-uji", "<script>").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse ask(String mode, String word, String challenge) throws Exception {
        return door.perform(MockMvcRequestBuilders.get("/webhooks/whatsapp")
                        .param("hub.mode", mode)
                        .param("hub.verify_token", word)
                        .param("hub.challenge", challenge))
                .andReturn()
                .getResponse();
    }

    @Test
    void without_the_secret_of_the_app_the_door_is_closed() throws Exception {
        door = door(withoutSecret());
        assertThat(ask("subscribe", "", "1").getStatus()).isEqualTo(404);
        String body = body("delivered", wamid, "", 1_700_000_000L);
        assertThat(report(body, "sha256=" + Hmac.sign("x", body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(404);
    }

    @Test
    void nobody_has_to_sign_in_or_carry_the_token_of_a_form_to_knock_there() throws Exception {
        HttpRequest knock = HttpRequest.newBuilder(URI.create(address() + "/webhooks/whatsapp"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(knock, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .as("closed in the running desk, not forbidden")
                .isEqualTo(404);
    }
}
