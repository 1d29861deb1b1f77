package id.deskpemilu.report.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.TallyMother;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of a contest with party lists, from a report to the votes of its candidates. */
class ListPagesIT extends RunningDesk {

    private static final Tally TALLY = TallyMother.consistent(BallotMother.lists(1));

    @Autowired
    private WebApplicationContext context;

    private TestElection election = new TestElection("", "");

    @BeforeEach
    void a_report_with_lists() {
        election = testElections.running(ContestType.DPRD_KAB, 1);
        testElections.staff(election);
        assertThat(post("admin", election.contest("dprd-kab") + "/open", null).status())
                .isEqualTo(200);
        assertThat(submit(
                                "operator.melati",
                                election.report("dprd-kab", election.station(1, 1)),
                                "halaman-" + election.regency(),
                                TallyMother.submission(TALLY))
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void a_report_folds_its_parties_and_can_be_read_to_the_last_candidate() throws Exception {
        String view = page("supervisor", "/reports/" + election.code() + "/dprd-kab/" + election.station(1, 1));
        assertThat(Pattern.compile("<details[^>]*class=\"paper read party\"")
                        .matcher(view)
                        .results())
                .hasSize(18);
        assertThat(view).contains("Partai Uji 24", "Calon 1.2.6", "id=\"f-suara_2_6\"", "id=\"f-suara_2\"");
        assertThat(view).doesNotContain("Calon 2.2.6");
    }

    @Test
    void the_board_leads_from_a_party_to_its_candidates() throws Exception {
        String place = "election=" + election.code() + "&contest=dprd-kab&region=" + election.regency();
        String board = page("supervisor", "/progress?" + place);
        String link = "/progress/candidates?" + place + "&party=2";
        assertThat(board).contains(link.replace("&", "&amp;"), "Partai");
        String candidates = page("supervisor", link);
        assertThat(candidates)
                .contains("Dapil Uji 1", "Dapil Uji 2", "Calon 1.2.6", "Calon 2.2.7", "bukan hasil resmi")
                .contains("<td class=\"num\">" + TALLY.get("suara_2") + "</td>");
        assertThat(answer("supervisor", "/progress/candidates?" + place + "&party=99")
                        .getStatus())
                .isEqualTo(422);
        assertThat(answer("operator.melati", link).getStatus()).isEqualTo(403);
    }

    private String page(String user, String address) throws Exception {
        MockHttpServletResponse response = answer(user, address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse answer(String user, String address) throws Exception {
        String role = user.startsWith("operator") ? "OPERATOR" : user.toUpperCase(Locale.ROOT);
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(MockMvcRequestBuilders.get(address)
                        .with(oidcLogin()
                                .idToken(token ->
                                        token.claim("preferred_username", user).subject(user))
                                .authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }
}
