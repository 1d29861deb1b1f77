package id.deskpemilu.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.election.ContestType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Forms about who has a letter and from whom letters come: what does not fit is said beside what was typed. */
class TransferPagesIT extends RunningDesk {

    private static final byte[] PNG = "\u0089PNG tanda terima".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc desk;
    private TestElection election;

    @BeforeEach
    void a_desk() {
        desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
    }

    private MockHttpServletResponse ask(String user, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        Instant now = Instant.now();
        DefaultOidcUser account = new DefaultOidcUser(
                List.of(new SimpleGrantedAuthority("ROLE_" + user.toUpperCase(Locale.ROOT))),
                new OidcIdToken("token", now, now.plusSeconds(300), Map.of("sub", user, "preferred_username", user)),
                "preferred_username");
        return desk.perform(request.with(csrf()).with(oidcLogin().oidcUser(account)))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_letter_is_handed_over_and_its_receipt_uploaded_and_read_again() throws Exception {
        LetterId letter = LetterMother.signed(context, election.code(), election.regency());
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> context.getBean(Transfers.class).enqueue(letter));
        String page = "/letters/" + letter + "/transfers";
        assertThat(ask("supervisor", MockMvcRequestBuilders.get(page + "/unduh/receipt"))
                        .getStatus())
                .isEqualTo(404);

        MockHttpServletResponse empty = ask(
                "supervisor",
                MockMvcRequestBuilders.post(page + "/unduh/handover").param("note", " "));
        assertThat(empty.getStatus()).isEqualTo(422);
        MockHttpServletResponse handed = ask(
                "supervisor",
                MockMvcRequestBuilders.post(page + "/unduh/handover").param("note", "Ajudan"));
        assertThat(handed.getRedirectedUrl()).isEqualTo(page);
        assertThat(ask(
                                "supervisor",
                                MockMvcRequestBuilders.post(page + "/unduh/handover")
                                        .param("note", "lagi"))
                        .getStatus())
                .as("done already")
                .isEqualTo(409);

        MockHttpServletResponse wrong = ask(
                "supervisor",
                multipart(page + "/unduh/receipt")
                        .file(new MockMultipartFile(
                                "file", "a.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.US_ASCII)))
                        .param("note", "Agenda nomor dua belas"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).as("what was typed is not lost").contains("Agenda nomor dua belas");
        MockHttpServletResponse noted = ask(
                "supervisor",
                multipart(page + "/unduh/receipt")
                        .file(new MockMultipartFile("file", "a.png", "image/png", PNG))
                        .param("note", "Agenda 12"));
        assertThat(noted.getRedirectedUrl()).isEqualTo(page);
        MockHttpServletResponse scan = ask("auditor", MockMvcRequestBuilders.get(page + "/unduh/receipt"));
        assertThat(scan.getContentAsByteArray()).isEqualTo(PNG);
        assertThat(scan.getContentType()).isEqualTo("image/png");
        assertThat(scan.getHeader("Content-Disposition")).contains("attachment", letter + "_tanda-terima.png");
        assertThat(text(ask("auditor", MockMvcRequestBuilders.get(page)))).contains("Agenda 12");
    }

    @Test
    void a_sender_that_does_not_fit_is_said_beside_what_was_typed() throws Exception {
        MockHttpServletResponse unknown = ask(
                "admin",
                MockMvcRequestBuilders.post("/admin/senders")
                        .param("region", "Jombang")
                        .param("name", "Kesbangpol Jombang"));
        assertThat(unknown.getStatus()).isEqualTo(422);
        assertThat(text(unknown)).contains("value=\"Kesbangpol Jombang\"", "value=\"Jombang\"");
        MockHttpServletResponse done = ask(
                "admin",
                MockMvcRequestBuilders.post("/admin/senders")
                        .param("region", election.regency())
                        .param("name", "Kesbangpol Uji")
                        .param("account", "service-account-uji-" + election.regency()));
        assertThat(done.getRedirectedUrl()).isEqualTo("/admin/senders");
        assertThat(text(ask("admin", MockMvcRequestBuilders.get("/admin/senders"))))
                .contains("Kesbangpol Uji");

        Map<String, String> nobody = Map.of("name", "Kesbangpol", "account", "admin");
        refused(send("admin", "PUT", "/senders/jombang", nobody, Map.of()), 404, "REGION_UNKNOWN");
        refused(
                send("admin", "PUT", "/senders/" + election.regency(), nobody, Map.of()),
                422,
                "SENDER_ACCOUNT_INVALID");
        refused(send("admin", "PUT", "/senders/" + election.regency(), Map.of(), Map.of()), 422, "SENDER_NAME_INVALID");
    }

    @Test
    void a_letter_whose_hour_has_not_come_has_no_files_yet() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into desk.letter (id, election_id, region, kind, cut_at, planned, status)
                        select ?, e.id, ?, 'FULL', now() + interval '1 hour', true, 'PLANNED' from desk.election e where e.code = ?
                        """).params(id, election.regency(), election.code()).update();
        for (String kind : new String[] {"pdf", "xlsx", "csv", "json"}) {
            refused(get("supervisor", "/letters/" + id + "/file." + kind), 409, "LETTER_NOT_FROZEN");
        }
        refused(get("supervisor", "/letters/" + id + "/file.doc"), 404, "LETTER_FILE_UNKNOWN");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("next").asString()).isNotBlank();
    }
}
