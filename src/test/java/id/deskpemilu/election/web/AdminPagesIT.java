package id.deskpemilu.election.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class AdminPagesIT extends RunningDesk {

    @Autowired
    private WebApplicationContext context;

    private TestElection election = new TestElection("", "");

    @BeforeEach
    void someElection() {
        election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
    }

    @Test
    void an_election_is_made_and_shown() throws Exception {
        String code = "halaman-" + election.regency();
        MockHttpServletResponse refused = as(
                "admin",
                MockMvcRequestBuilders.post("/admin/elections")
                        .param("code", "KODE")
                        .param("name", "Uji")
                        .param("date", "2024-11-27"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("KODE").contains("aria-invalid=\"true\"");

        MockHttpServletResponse made = as(
                "admin",
                MockMvcRequestBuilders.post("/admin/elections")
                        .param("code", code)
                        .param("name", "Uji")
                        .param("date", "2024-11-27"));
        assertThat(made.getRedirectedUrl()).isEqualTo("/admin/elections/" + code);
        assertThat(page("/admin/elections/" + code)).contains("Uji");
        assertThat(page("/admin")).contains(code);
    }

    @Test
    void an_election_shows_its_contests_with_ballot_and_stations() throws Exception {
        assertThat(page("/admin/elections/" + election.code()))
                .contains("Paslon 3")
                .contains(">2<");
    }

    @Test
    void files_are_checked_previewed_and_applied() throws Exception {
        String address = "/admin/elections/" + election.code() + "/imports";
        assertThat(page(address)).contains("/admin/templates/stations.csv");
        MockHttpServletResponse bad = upload(address, "kode;dpt_l;dpt_p\nx;1;2\n");
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(bad.getContentAsString()).contains("bukan kode TPS");

        String review = upload(address, "kode;dpt_l;dpt_p\n" + election.station(1, 1) + ";1;2\n")
                .getRedirectedUrl();
        assertThat(review).startsWith(address + "/");
        assertThat(page(review)).contains("dpt_l: 134 → 1");
        assertThat(as("admin", MockMvcRequestBuilders.post(review)).getRedirectedUrl())
                .isEqualTo(review);
        String state = "";
        for (int i = 0; i < 100 && !state.contains("Impor selesai"); i++) {
            Thread.sleep(50);
            state = as("admin", MockMvcRequestBuilders.get(review).header("HX-Request", "true"))
                    .getContentAsString(UTF_8);
        }
        assertThat(state).contains("Impor selesai").doesNotContain("<html");
    }

    @Test
    void the_example_files_open_in_excel() throws Exception {
        MockHttpServletResponse file = as("admin", MockMvcRequestBuilders.get("/admin/templates/operators.csv"));
        assertThat(file.getHeader("Content-Disposition")).contains("operators.csv");
        assertThat(file.getContentAsString(UTF_8)).startsWith("\uFEFFakun;nama;telepon;wilayah");
        assertThat(as("admin", MockMvcRequestBuilders.get("/admin/templates/others.csv"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void people_are_listed_found_moved_and_ended() throws Exception {
        assertThat(page("/admin/people")).contains("operator.melati", "verifikator.dua");
        assertThat(page("/admin/people?q=kenanga")).contains("operator.kenanga").doesNotContain("operator.melati");
        long id = testElections.count(
                "select max(id) from desk.assignment where username = 'operator.melati' and region = ?",
                election.village(1));
        assertThat(as(
                                "admin",
                                MockMvcRequestBuilders.post("/admin/assignments/" + id + "/move")
                                        .param("region", election.village(2)))
                        .getRedirectedUrl())
                .isEqualTo("/admin/people");
        assertThat(testElections.count(
                        "select count(*) from desk.assignment where username = 'operator.melati' and region = ? and valid_until is null",
                        election.village(2)))
                .isOne();
        assertThat(as("admin", MockMvcRequestBuilders.post("/admin/assignments/" + id + "/end"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void nobody_else_enters() throws Exception {
        for (String path : new String[] {
            "/admin",
            "/admin/people",
            "/admin/elections/" + election.code(),
            "/admin/elections/" + election.code() + "/imports",
            "/admin/templates/regions.csv"
        }) {
            assertThat(as("supervisor", MockMvcRequestBuilders.get(path)).getStatus())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse response = as("admin", MockMvcRequestBuilders.get(address));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse upload(String address, String stations) throws Exception {
        return as(
                "admin",
                multipart(address)
                        .file(new MockMultipartFile("stations", "tps.csv", "text/csv", stations.getBytes(UTF_8)))
                        .file(new MockMultipartFile("regions", "", "application/octet-stream", new byte[0])));
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B> & RequestBuilder> MockHttpServletResponse as(
            String user, B request) throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        OidcLoginRequestPostProcessor login = oidcLogin()
                .idToken(token -> token.claim("preferred_username", user).subject(user))
                .authorities(new SimpleGrantedAuthority("ROLE_" + user.toUpperCase(java.util.Locale.ROOT)));
        return mvc.perform(request.with(login).with(csrf())).andReturn().getResponse();
    }
}
