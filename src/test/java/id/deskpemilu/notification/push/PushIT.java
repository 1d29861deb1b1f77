package id.deskpemilu.notification.push;

import static id.deskpemilu.notification.MessageSettingsMother.cloud;
import static id.deskpemilu.notification.MessageSettingsMother.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.MessageSettings.Push;
import id.deskpemilu.notification.MessageSettingsMother;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import id.deskpemilu.notification.channel.Http;
import id.deskpemilu.notification.channel.StubProvider;
import id.deskpemilu.notification.channel.StubProvider.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pushes from the permission of a browser to the words that it shows, with a push service on this machine. */
class PushIT extends RunningDesk {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PushKeys keys;

    @Autowired
    private WebApplicationContext context;

    private final String user = "uji." + UUID.randomUUID().toString().substring(0, 8);
    private StubProvider service;
    private PushChannel channel;

    @BeforeEach
    void a_push_service() throws Exception {
        service = new StubProvider(201, "");
        MessageSettings settings = settings(60);
        channel = new PushChannel(
                new PushSubscriptions(jdbc, settings, Clock.systemUTC()),
                new PushKeys(settings, jdbc, Clock.systemUTC()),
                new Http(Duration.ofSeconds(3)),
                address -> true);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private String allow(TestBrowser browser, String name) {
        String endpoint = service.address() + "/push/" + user + "/" + name;
        jdbc.sql("""
                        insert into desk.push_subscription (endpoint, username, p256dh, auth, created_at)
                        values (?, ?, ?, ?, now())
                        """).params(endpoint, user, browser.p256dh(), browser.auth()).update();
        return endpoint;
    }

    private long browsers() {
        return testElections.count("select count(*) from desk.push_subscription where username = ?", user);
    }

    private OutgoingMessage message() {
        OutgoingMessage some = MessageSettingsMother.message("STAGE_REMINDER", true, user);
        assertThat(some.address()).isEqualTo(user);
        return some;
    }

    @Test
    void a_push_is_read_by_the_browser_that_allowed_it_and_signed_by_the_desk() throws Exception {
        TestBrowser browser = new TestBrowser();
        allow(browser, "hp");
        assertThat(channel.channel()).isEqualTo(Channel.PUSH);
        assertThat(channel.send(message())).isEqualTo(new Outcome.Sent(null));
        StubProvider.Request request = service.request();
        assertThat(request.header("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(request.header("TTL")).isEqualTo("14400");
        assertThat(request.header("Urgency")).isEqualTo("high");
        assertThat(request.header("Topic")).matches("[\\w-]{32}");
        JsonNode shown = JSON.readTree(browser.read(request.content()));
        assertThat(shown).isEqualTo(JSON.readTree("""
                {"title":"SIMULASI – Belum lapor","text":"Desa Sukamaju:\\n3 TPS belum lapor & ditunggu.","link":"/tasks",
                 "tag":"stage:1:990101"}"""));
        JsonNode claims = JSON.readTree(TestBrowser.claims(request.header("Authorization"), keys.publicKey()));
        assertThat(claims.path("aud").asString()).isEqualTo(service.address());
        assertThat(claims.path("sub").asString()).isEqualTo("mailto:desk@example.go.id");
        assertThat(Instant.ofEpochSecond(claims.path("exp").asLong()))
                .isBetween(Instant.now().plusSeconds(3_600), Instant.now().plusSeconds(24 * 3_600));
    }

    @Test
    void a_browser_that_its_service_no_longer_knows_is_forgotten() throws Exception {
        for (int status : new int[] {404, 410}) {
            allow(new TestBrowser(), "lama");
            service.reply(status, "");
            assertThat(channel.send(message())).isEqualTo(new Outcome.Refused("NO_BROWSER"));
            assertThat(browsers()).isZero();
        }
        assertThat(channel.send(message())).as("no browser left").isEqualTo(new Outcome.Refused("NO_BROWSER"));
    }

    @Test
    void one_browser_that_took_it_is_enough() throws Exception {
        allow(new TestBrowser(), "hp");
        allow(new TestBrowser(), "laptop");
        service.reply(request -> Reply.of(request.path().endsWith("hp") ? 201 : 503, ""));
        assertThat(channel.send(message())).isEqualTo(new Outcome.Sent(null));
        service.reply(request -> Reply.of(request.path().endsWith("hp") ? 410 : 503, ""));
        assertThat(channel.send(message())).isEqualTo(Outcome.tryLater("HTTP_503"));
        assertThat(browsers()).isEqualTo(1);
    }

    @Test
    void what_a_push_service_answers_decides() throws Exception {
        allow(new TestBrowser(), "hp");
        service.reply(request -> new Reply(429, "", Map.of("Retry-After", "60"), Duration.ZERO));
        assertThat(channel.send(message())).isEqualTo(new Outcome.TryLater("HTTP_429", Duration.ofSeconds(60)));
        for (int status : new int[] {400, 401, 403, 413}) {
            service.reply(status, "");
            assertThat(channel.send(message())).isEqualTo(new Outcome.Refused("HTTP_" + status));
        }
        assertThat(browsers()).as("a refusal is no farewell").isEqualTo(1);
        service.close();
        assertThat(channel.send(message())).isEqualTo(Outcome.tryLater("NO_CONNECTION"));
    }

    @Test
    void an_address_that_leads_into_the_own_network_is_not_called() throws Exception {
        allow(new TestBrowser(), "hp");
        MessageSettings settings = settings(60);
        PushChannel careful = new PushChannel(
                new PushSubscriptions(jdbc, settings, Clock.systemUTC()),
                new PushKeys(settings, jdbc, Clock.systemUTC()),
                new Http());
        assertThat(careful.send(message())).isEqualTo(new Outcome.Refused("NOT_PUBLIC"));
        assertThat(service.requests).isEmpty();
    }

    @Test
    void however_many_nodes_ask_first_there_is_one_pair_of_keys() throws Exception {
        jdbc.sql("delete from desk.push_key").update();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> nodes = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(
                            node -> () -> new PushKeys(settings(60), jdbc, Clock.systemUTC()).publicKey())
                    .toList();
            String first = null;
            for (Future<String> node : pool.invokeAll(nodes)) {
                first = first == null ? node.get() : first;
                assertThat(node.get()).isEqualTo(first);
            }
        } finally {
            pool.shutdownNow();
            // the running desk has its own in mind
            jdbc.sql("delete from desk.push_key").update();
        }
    }

    @Test
    void a_pair_in_the_settings_is_used_and_none_is_kept() throws Exception {
        var pair = P256.newPair();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String publicKey = base64.encodeToString(P256.bytes((ECPublicKey) pair.getPublic()));
        String privateKey = base64.encodeToString(P256.bytes((ECPrivateKey) pair.getPrivate()));
        MessageSettings own =
                settings(60, new Push(List.of("localhost"), "", publicKey, privateKey), cloud("http://localhost"));
        PushKeys set = new PushKeys(own, jdbc, Clock.systemUTC());
        assertThat(set.publicKey()).isEqualTo(publicKey);
        assertThat(JSON.readTree(TestBrowser.claims(set.authorization("https://x.example"), publicKey))
                        .path("sub")
                        .asString())
                .isEqualTo("https://desk.example.go.id");
        assertThat(own.push().toString()).doesNotContain(privateKey);
        MessageSettings wrong = settings(60, new Push(List.of(), "", "AAAA", privateKey), cloud("http://localhost"));
        assertThatThrownBy(() -> new PushKeys(wrong, jdbc, Clock.systemUTC()).publicKey())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_person_allows_pushes_on_the_page_and_stops_them_again() throws Exception {
        MockHttpServletResponse offer = ask(HttpMethod.GET, user, null);
        assertThat(offer.getStatus()).isEqualTo(200);
        assertThat(JSON.readTree(offer.getContentAsString()).path("open").asBoolean())
                .isTrue();
        assertThat(PushKeys.decode(
                        JSON.readTree(offer.getContentAsString()).path("key").asString()))
                .hasSize(65);

        TestBrowser browser = new TestBrowser();
        String endpoint = "https://fcm.googleapis.com/fcm/send/" + user;
        Map<String, String> said = Map.of("endpoint", endpoint, "p256dh", browser.p256dh(), "auth", browser.auth());
        assertThat(ask(HttpMethod.POST, user, said).getStatus()).isEqualTo(204);
        assertThat(ask(HttpMethod.POST, user, said).getStatus()).isEqualTo(204);
        assertThat(browsers()).isEqualTo(1);

        assertThat(ask(HttpMethod.DELETE, "orang.lain", Map.of("endpoint", endpoint))
                        .getStatus())
                .isEqualTo(204);
        assertThat(browsers()).as("nobody stops another's").isEqualTo(1);
        assertThat(ask(HttpMethod.POST, "orang.lain", said).getStatus()).isEqualTo(204);
        assertThat(browsers()).as("a browser is whose hand it is in").isZero();
        assertThat(ask(HttpMethod.DELETE, "orang.lain", Map.of("endpoint", endpoint))
                        .getStatus())
                .isEqualTo(204);
        assertThat(testElections.count("select count(*) from desk.push_subscription where endpoint = ?", endpoint))
                .isZero();
    }

    @Test
    void an_address_that_is_none_of_a_push_service_is_refused() throws Exception {
        TestBrowser browser = new TestBrowser();
        for (Map<String, String> said : List.of(
                Map.<String, String>of(),
                Map.of("endpoint", "https://169.254.169.254/x", "p256dh", browser.p256dh(), "auth", browser.auth()),
                Map.of("endpoint", "http://fcm.googleapis.com/x", "p256dh", browser.p256dh(), "auth", browser.auth()),
                Map.of("endpoint", "https://fcm.googleapis.com/x", "p256dh", "AAAA", "auth", browser.auth()),
                Map.of("endpoint", "https://fcm.googleapis.com/x", "p256dh", browser.p256dh(), "auth", "AAAA"),
                Map.of("endpoint", "https://fcm.googleapis.com/x", "p256dh", "***", "auth", browser.auth()))) {
            MockHttpServletResponse answer = ask(HttpMethod.POST, user, said);
            assertThat(answer.getStatus()).as(said.toString()).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains("PUSH_ADDRESS_INVALID");
        }
        assertThat(ask(HttpMethod.DELETE, user, Map.of()).getStatus()).isEqualTo(422);
    }

    @Test
    void a_person_has_eight_browsers_at_most_and_the_oldest_go() throws Exception {
        TestBrowser browser = new TestBrowser();
        for (int i = 0; i < 10; i++) {
            ask(
                    HttpMethod.POST,
                    user,
                    Map.of(
                            "endpoint", "https://fcm.googleapis.com/" + user + "/" + i,
                            "p256dh", browser.p256dh(),
                            "auth", browser.auth()));
        }
        assertThat(browsers()).isEqualTo(8);
        assertThat(testElections.count(
                        "select count(*) from desk.push_subscription where username = ? and endpoint ~ '/[01]$'", user))
                .isZero();
    }

    private MockHttpServletResponse ask(HttpMethod method, String username, Object body) throws Exception {
        MockMvc desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var asked = request(method, "/me/push")
                .with(csrf())
                .with(oidcLogin().oidcUser(signedIn(username)))
                .accept(MediaType.APPLICATION_JSON);
        if (body != null) {
            asked.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        return desk.perform(asked).andReturn().getResponse();
    }

    private static DefaultOidcUser signedIn(String username) {
        Instant now = Instant.now();
        return new DefaultOidcUser(
                List.of(new SimpleGrantedAuthority("ROLE_OPERATOR")),
                new OidcIdToken(
                        "token", now, now.plusSeconds(300), Map.of("sub", username, "preferred_username", username)),
                "preferred_username");
    }

    @Test
    void the_script_that_shows_pushes_is_served_to_everybody_from_the_root_with_a_strict_policy() throws Exception {
        HttpResponse<String> script = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/push.js"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(script.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(script.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
        assertThat(script.body()).contains("notificationclick");
    }
}
