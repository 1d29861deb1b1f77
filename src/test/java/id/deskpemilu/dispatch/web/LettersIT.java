package id.deskpemilu.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.deskpemilu.FreshToken;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.shared.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The road of a letter through the API and the pages, and each refusal on it. */
class LettersIT extends RunningDesk {

    private static final SimpleGrantedAuthority SUPERVISOR = new SimpleGrantedAuthority("ROLE_SUPERVISOR");

    @Autowired
    private WebApplicationContext context;

    private TestElection election;
    private String letters;

    @BeforeEach
    void a_report_is_in() {
        election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
        letters = "/elections/" + election.code() + "/letters";
        reports("operator.melati", election.station(1, 1));
    }

    @Test
    void a_letter_is_made_written_renewed_signed_read_and_withdrawn() throws Exception {
        Answer made = post("supervisor", letters, Map.of("region", election.regency()));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(made.at("status").asString()).isIn("PLANNED", "DRAFT");
        String id = made.at("id").asString();
        String letter = letters + "/" + id;
        LetterMother.review(context, LetterId.of(id));

        Answer draft = get("supervisor", letter);
        assertThat(draft.at("status").asString()).isEqualTo("DRAFT");
        assertThat(draft.at("code").asString()).matches("[0-9A-F]{6}");
        assertThat(draft.body().has("number")).isFalse();
        assertThat(get("auditor", letter).body().has("code"))
                .as("a reader signs nothing")
                .isFalse();
        assertThat(get("supervisor", letters).body()).hasSize(1);
        assertThat(get("koordinator", letters).body())
                .as("about more than a kecamatan")
                .isEmpty();

        Answer written = send("supervisor", "PUT", letter + "/prose", writing(draft, "Aman."), Map.of());
        assertThat(written.status()).as("%s", written.body()).isEqualTo(200);
        assertThat(written.at("prose").path("situation").asString()).isEqualTo("Aman.");
        assertThat(written.at("code")).isNotEqualTo(draft.at("code"));
        refused(send("supervisor", "PUT", letter + "/prose", writing(draft, "Lain."), Map.of()), 409, "LETTER_CHANGED");
        refused(
                send("supervisor", "PUT", letter + "/prose", writing(written, "x".repeat(4001)), Map.of()),
                422,
                "PROSE_TOO_LONG");

        reports("operator.kenanga", election.station(2, 1));
        refused(post("supervisor", letter + "/refreeze", Map.of()), 409, "LETTER_CHANGED");
        Answer renewed = post("supervisor", letter + "/refreeze", version(written));
        assertThat(renewed.status()).as("%s", renewed.body()).isEqualTo(200);
        assertThat(renewed.at("snapshotHash")).isNotEqualTo(written.at("snapshotHash"));
        assertThat(renewed.at("prose").path("situation").asString()).isEqualTo("Aman.");
        LetterMother.review(context, LetterId.of(id));
        draft = get("supervisor", letter);

        refused(post("supervisor", letter + "/withdrawal", Map.of("reason", "keliru")), 409, "LETTER_NOT_SIGNED");
        refused(post("supervisor", letter + "/resend", null), 409, "LETTER_NOT_UNDERWAY");
        refused(
                postFresh(
                        "supervisor",
                        letter + "/signature",
                        signature(written, written.at("code").asString())),
                409,
                "LETTER_CHANGED");
        refused(postFresh("supervisor", letter + "/signature", signature(draft, "XXXXXX")), 422, "CODE_WRONG");
        refused(
                post(
                        "supervisor",
                        letter + "/signature",
                        signature(draft, draft.at("code").asString())),
                403,
                "LOGIN_NOT_FRESH");
        Answer signed = postFresh(
                "supervisor",
                letter + "/signature",
                signature(draft, draft.at("code").asString()));
        assertThat(signed.status()).as("%s", signed.body()).isEqualTo(200);
        assertThat(signed.at("status").asString()).isIn("SIGNED", "SENT", "RECEIPTED");
        assertThat(signed.at("number").asString()).matches("200\\.2\\.1/001/\\d\\d\\.\\d\\d/\\d{4}");
        assertThat(signed.at("signedBy").asString()).isEqualTo("supervisor");
        refused(
                postFresh(
                        "supervisor",
                        letter + "/signature",
                        signature(draft, draft.at("code").asString())),
                409,
                "LETTER_NOT_DRAFT");
        refused(
                send("supervisor", "PUT", letter + "/prose", writing(signed, "Lain."), Map.of()),
                409,
                "LETTER_NOT_DRAFT");
        refused(post("supervisor", letter + "/refreeze", version(signed)), 409, "LETTER_NOT_DRAFT");

        HttpResponse<byte[]> pdf = file("auditor", id, "pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(new String(pdf.body(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .contains("/ByteRange");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"surat-" + election.regency() + "-")
                .endsWith(".pdf\"");
        assertThat(pdf.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(pdf.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        HttpResponse<byte[]> json = file("auditor", id, "json");
        assertThat(new String(json.body(), StandardCharsets.UTF_8)).startsWith("{\"format\":1");
        assertThat(Sha256.of(json.body())).isEqualTo(signed.at("snapshotHash").asString());
        assertThat(file("auditor", id, "csv").statusCode()).isEqualTo(200);
        assertThat(file("auditor", id, "xlsx").body()).startsWith('P', 'K');
        assertThat(file("auditor", id, "doc").statusCode()).isEqualTo(404);
        assertThat(file("operator.melati", id, "pdf").statusCode()).isEqualTo(403);

        refused(post("supervisor", letter + "/withdrawal", Map.of("reason", " ")), 422, "REASON_MISSING");
        Answer withdrawn = post("supervisor", letter + "/withdrawal", Map.of("reason", "Angka kecamatan keliru"));
        assertThat(withdrawn.at("standing").asString()).isEqualTo("WITHDRAWN");
        refused(post("supervisor", letter + "/withdrawal", Map.of("reason", "lagi")), 409, "LETTER_WITHDRAWN");
        assertThat(get("auditor", letter).at("withdrawnReason").asString()).isEqualTo("Angka kecamatan keliru");
    }

    @Test
    void letters_are_made_for_regions_of_ones_own_and_not_for_a_desa() {
        refused(post("koordinator", letters, Map.of("region", election.regency())), 403, "ROLE_MISSING");
        refused(post("supervisor", letters, Map.of("region", "3517")), 403, "REGION_FOREIGN");
        refused(post("supervisor", letters, Map.of("region", election.village(1))), 422, "LETTER_REGION_TOO_SMALL");
        refused(post("supervisor", letters, Map.of()), 422, "REQUEST_INVALID");
        refused(get("supervisor", letters + "/kosong"), 404, "LETTER_UNKNOWN");
        String id = LetterMother.draft(context, election, election.district()).toString();
        refused(get("supervisor", "/elections/lain/letters/" + id), 404, "LETTER_UNKNOWN");
    }

    @Test
    void a_coordinator_makes_and_signs_the_letter_of_the_own_kecamatan() {
        Answer made = post("koordinator", letters, Map.of("region", election.district(), "kind", "FLASH"));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        String letter = letters + "/" + made.at("id").asString();
        LetterMother.review(context, LetterId.of(made.at("id").asString()));
        Answer draft = get("koordinator", letter);
        assertThat(draft.at("actions")).extracting(action -> action.asString()).contains("SIGN", "EDIT", "REFREEZE");
        Answer signed = postFresh(
                "koordinator",
                letter + "/signature",
                signature(draft, draft.at("code").asString()));
        assertThat(signed.status()).as("%s", signed.body()).isEqualTo(200);
        assertThat(signed.at("kind").asString()).isEqualTo("FLASH");
    }

    @Test
    void pressed_twice_it_is_signed_once() throws Exception {
        String id = LetterMother.draft(context, election, election.regency()).toString();
        Answer draft = get("supervisor", letters + "/" + id);
        Map<String, Object> order = signature(draft, draft.at("code").asString());
        Map<String, String> fresh = Map.of("Authorization", "Bearer " + FreshToken.of("supervisor"));
        ExecutorService hands = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Answer>> presses = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                presses.add(() -> send(null, "POST", letters + "/" + id + "/signature", order, fresh));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> press : hands.invokeAll(presses)) {
                answers.add(press.get());
            }
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> assertThat(answer.code())
                            .isIn("LETTER_BEING_SIGNED", "LETTER_NOT_DRAFT", "LETTER_CHANGED", "STALE"));
        } finally {
            hands.shutdownNow();
        }
        assertThat(testElections.count(
                        "select count(*) from desk.audit_event where subject = ? and type = 'LetterSigned'",
                        "letter:" + id))
                .isEqualTo(1);
    }

    @Test
    void a_login_of_long_ago_signs_nothing() throws Exception {
        String id = LetterMother.draft(context, election, election.regency()).toString();
        Answer draft = get("supervisor", letters + "/" + id);
        MockMvc desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        String order = "{\"version\":%d,\"code\":\"%s\"}"
                .formatted(draft.at("version").asInt(), draft.at("code").asString());
        for (Instant at : new Instant[] {null, Instant.now().minusSeconds(301)}) {
            MockHttpServletResponse answer = perform(
                    desk,
                    form("/api/v1" + letters + "/" + id + "/signature")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(order)
                            .with(jwt().jwt(token -> {
                                        token.subject("supervisor").claim("preferred_username", "supervisor");
                                        if (at != null) {
                                            token.claim("auth_time", at.getEpochSecond());
                                        }
                                    })
                                    .authorities(SUPERVISOR)));
            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(answer.getContentAsString()).contains("LOGIN_NOT_FRESH");

            MockHttpServletResponse page = perform(
                    desk,
                    form("/letters/" + id + "/sign")
                            .param("version", draft.at("version").asString())
                            .param("code", draft.at("code").asString())
                            .param("passphrase", "rahasia")
                            .with(csrf())
                            .with(oidcLogin().oidcUser(supervisor(at))));
            assertThat(page.getStatus()).isEqualTo(302);
            assertThat(page.getRedirectedUrl()).isEqualTo("/oauth2/authorization/keycloak");
        }
        assertThat(get("supervisor", letters + "/" + id).at("status").asString())
                .isEqualTo("DRAFT");
    }

    @Test
    void the_page_keeps_both_texts_and_never_gives_a_passphrase_back() throws Exception {
        String id = LetterMother.draft(context, election, election.regency()).toString();
        Answer draft = get("supervisor", letters + "/" + id);
        send("supervisor", "PUT", letters + "/" + id + "/prose", writing(draft, "Yang tersimpan."), Map.of());
        MockMvc desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        MockHttpServletResponse stale = perform(
                desk,
                form("/letters/" + id + "/prose")
                        .param("version", draft.at("version").asString())
                        .param("situation", "Yang baru diketik.")
                        .with(csrf())
                        .with(oidcLogin().oidcUser(supervisor(null))));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString(StandardCharsets.UTF_8))
                .contains("Yang baru diketik.", "Yang tersimpan.", "berubah");

        MockHttpServletResponse unkeepable = perform(
                desk,
                form("/letters/" + id + "/prose")
                        .param(
                                "version",
                                get("supervisor", letters + "/" + id)
                                        .at("version")
                                        .asString())
                        .param("situation", "sa\u0000lin")
                        .with(csrf())
                        .with(oidcLogin().oidcUser(supervisor(null))));
        assertThat(unkeepable.getStatus()).isEqualTo(422);
        assertThat(unkeepable.getContentAsString(StandardCharsets.UTF_8))
                .contains("tanda yang tidak terlihat", "Ketik lagi teksnya");

        MockHttpServletResponse wrong = perform(
                desk,
                form("/letters/" + id + "/sign")
                        .param(
                                "version",
                                get("supervisor", letters + "/" + id)
                                        .at("version")
                                        .asString())
                        .param("code", "salah")
                        .param("nik", "3517000000000001")
                        .param("passphrase", "sangat-rahasia")
                        .with(csrf())
                        .with(oidcLogin().oidcUser(supervisor(Instant.now()))));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("Belum ditandatangani")
                .doesNotContain("sangat-rahasia", "3517000000000001");

        MockHttpServletResponse changed = perform(
                desk,
                form("/letters/" + id + "/sign")
                        .param("version", draft.at("version").asString())
                        .param("code", draft.at("code").asString())
                        .with(csrf())
                        .with(oidcLogin().oidcUser(supervisor(Instant.now()))));
        assertThat(changed.getStatus()).isEqualTo(409);
        assertThat(changed.getContentAsString(StandardCharsets.UTF_8))
                .contains(
                        "kodenya baru",
                        get("supervisor", letters + "/" + id).at("code").asString());
    }

    private void reports(String operator, String station) {
        Answer sent = submit(
                operator,
                election.report("bupati", station),
                "surat-" + station,
                TallyMother.submission(TallyMother.consistent()));
        assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("next").asString()).isNotBlank();
    }

    private static Map<String, Object> version(Answer letter) {
        return Map.of("version", letter.at("version").asInt());
    }

    private static Map<String, Object> writing(Answer letter, String situation) {
        return Map.of("version", letter.at("version").asInt(), "situation", situation);
    }

    private static Map<String, Object> signature(Answer letter, String code) {
        return Map.of("version", letter.at("version").asInt(), "code", code);
    }

    private HttpResponse<byte[]> file(String user, String id, String kind) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/api/v1/letters/" + id + "/file." + kind))
                                .header("Authorization", "Bearer " + token(user))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static MockHttpServletRequestBuilder form(String path) {
        return request(HttpMethod.POST, path);
    }

    private static MockHttpServletResponse perform(MockMvc desk, MockHttpServletRequestBuilder request)
            throws Exception {
        return desk.perform(request).andReturn().getResponse();
    }

    private static DefaultOidcUser supervisor(@Nullable Instant authenticatedAt) {
        Instant now = Instant.now();
        Map<String, Object> claims = authenticatedAt == null
                ? Map.of("sub", "1", "preferred_username", "supervisor")
                : Map.of(
                        "sub", "1",
                        "preferred_username", "supervisor",
                        "auth_time", authenticatedAt);
        return new DefaultOidcUser(
                List.of(SUPERVISOR), new OidcIdToken("token", now, now.plusSeconds(300), claims), "preferred_username");
    }
}
