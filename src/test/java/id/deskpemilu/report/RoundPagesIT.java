package id.deskpemilu.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.usecase.RoundError;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of rounds, without a script: fill in, see what would happen, open; and what the others see then. */
class RoundPagesIT extends RunningDesk {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MessageSource messages;

    private MockMvc desk;
    private TestElection election = new TestElection("", "");
    private String rounds = "";
    private String report = "";

    @BeforeEach
    void an_open_contest_with_a_result() {
        desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        post("admin", election.contest("bupati") + "/open", null);
        submit(
                "operator.melati",
                election.report("bupati", election.station(1, 1)),
                election.code(),
                Map.of("figures", TallyMother.consistentFigures(), "votes", TallyMother.consistentVotes()));
        rounds = "/admin/elections/" + election.code() + "/contests/bupati/rounds";
        report = "/reports/" + election.code() + "/bupati/" + election.station(1, 1);
    }

    @Test
    void a_round_is_filled_in_previewed_and_opened() throws Exception {
        assertThat(text(as("admin", MockMvcRequestBuilders.get("/admin/elections/" + election.code()))))
                .contains(rounds);
        assertThat(text(as("admin", MockMvcRequestBuilders.get(rounds)))).contains("Desa Uji 1", "name=\"regions\"");

        MockHttpServletResponse wrong =
                as("admin", MockMvcRequestBuilders.post(rounds + "/preview").param("codes", "12"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong))
                .contains("Pilih jenisnya.", "Isi tanggalnya.", "Tulis alasannya.", "“12” bukan kode TPS");

        MockHttpServletResponse preview = as(
                "admin",
                multipart(rounds + "/preview")
                        .file(new MockMultipartFile(
                                "file",
                                "tps.csv",
                                "text/csv",
                                ("kode;nama\n" + election.station(1, 1) + ";satu\n").getBytes(UTF_8)))
                        .param("kind", "PSU")
                        .param("date", "2025-04-19")
                        .param("reason", "Putusan MK")
                        .param("regions", election.village(2))
                        .param("changed", "1")
                        .param("ballot_number", "1", "2", "")
                        .param("ballot_name", "Paslon 1", "Paslon Pengganti", ""));
        assertThat(preview.getStatus()).isEqualTo(200);
        assertThat(text(preview))
                .contains("3 TPS melapor lagi", "1 di antaranya sudah punya hasil", "Paslon Pengganti")
                .contains("name=\"codes\" value=\"" + election.station(1, 1) + "\"");
        assertThat(testElections.count(
                        "select count(*) from desk.report where round > 1 and station like ?",
                        election.regency() + "%"))
                .isZero();

        MockHttpServletResponse back = as(
                "admin", order(MockMvcRequestBuilders.post(rounds + "/preview")).param("back", "1"));
        assertThat(text(back)).contains("value=\"2025-04-19\"", "Putusan MK");

        MockHttpServletResponse opened = as("admin", order(MockMvcRequestBuilders.post(rounds)));
        assertThat(opened.getRedirectedUrl()).isEqualTo(rounds);
        String list = "";
        for (int i = 0; i < 100 && (list.isEmpty() || list.contains("<progress")); i++) {
            Thread.sleep(50);
            list = text(as("admin", MockMvcRequestBuilders.get(rounds).header("HX-Request", "true")));
        }
        assertThat(list).contains("PSU 19 April 2025", "Putusan MK", "2 TPS").doesNotContain("<html", "<progress");
    }

    @Test
    void the_others_see_the_new_round_and_can_read_the_old_report() throws Exception {
        as("admin", order(MockMvcRequestBuilders.post(rounds)));
        for (int i = 0;
                i < 100
                        && !text(as("operator.melati", MockMvcRequestBuilders.get("/tasks")))
                                .contains("PSU");
                i++) {
            Thread.sleep(50);
        }
        assertThat(text(as("operator.melati", MockMvcRequestBuilders.get("/tasks"))))
                .contains("PSU 19 April 2025");
        assertThat(text(as("operator.melati", MockMvcRequestBuilders.get(report + "/entry"))))
                .contains("PSU 19 April 2025", "Paslon Pengganti", "name=\"round\" value=\"2\"")
                .doesNotContain("Paslon 3");
        assertThat(text(as("verifikator.satu", MockMvcRequestBuilders.get(report))))
                .contains("PSU 19 April 2025", report + "?round=1")
                .doesNotContain("tidak dihitung lagi");
        String old = text(as("verifikator.satu", MockMvcRequestBuilders.get(report + "?round=1")));
        assertThat(old)
                .contains("sudah digantikan dan tidak dihitung lagi", "Putusan MK", "Paslon 3", "id=\"f-suara_3\"")
                .doesNotContain("/approval\"", "/claim\"");
        String board = "/progress?election=" + election.code() + "&contest=bupati&region=" + election.village(1);
        assertThat(text(as("supervisor", MockMvcRequestBuilders.get(board))))
                .contains("ballot=1", "Termasuk PSU 19 April 2025 di 1 TPS");
    }

    @Test
    void everything_that_can_be_wrong_has_a_sentence() {
        for (RoundError.Code code : RoundError.Code.values()) {
            for (Locale locale : new Locale[] {Locale.forLanguageTag("id"), Locale.ENGLISH}) {
                assertThat(messages.getMessage("round.error." + code, new Object[] {"x"}, locale))
                        .isNotBlank();
            }
        }
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B order(B request) {
        return request.param("kind", "PSU")
                .param("date", "2025-04-19")
                .param("reason", "Putusan MK")
                .param("codes", election.station(1, 1) + "\n" + election.station(2, 1))
                .param("changed", "1")
                .param("ballot_number", "1", "2")
                .param("ballot_name", "Paslon 1", "Paslon Pengganti");
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(UTF_8);
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B> & RequestBuilder> MockHttpServletResponse as(
            String user, B request) throws Exception {
        String role = user.startsWith("operator") ? "OPERATOR" : user.startsWith("verif") ? "VERIFIER" : user;
        return desk.perform(request.with(oidcLogin()
                                .idToken(token ->
                                        token.claim("preferred_username", user).subject(user))
                                .authorities(new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT))))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
