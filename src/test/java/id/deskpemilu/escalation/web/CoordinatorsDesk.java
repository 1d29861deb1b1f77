package id.deskpemilu.escalation.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Coordinators, supervisors and administrators at their pages, in an election of two desa of two TPS each. */
abstract class CoordinatorsDesk extends RunningDesk {

    static final String KOORDINATOR = "koordinator";
    static final String SUPERVISOR = "supervisor";

    private static final Map<String, String> ROLES = Map.of(
            KOORDINATOR,
            "ROLE_COORDINATOR",
            SUPERVISOR,
            "ROLE_SUPERVISOR",
            "admin",
            "ROLE_ADMIN",
            "operator.melati",
            "ROLE_OPERATOR");

    @Autowired
    WebApplicationContext desk;

    @Autowired
    JdbcClient jdbc;

    TestElection election = new TestElection("", "");

    @BeforeEach
    void an_open_contest() {
        election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
    }

    /** Makes the election a rehearsal whose clock stands at that moment. */
    void rehearsalAt(String moment) {
        jdbc.sql("update desk.election set phase = 'REHEARSAL' where code = ?")
                .param(election.code())
                .update();
        jdbc.sql("""
                        insert into desk.rehearsal_clock (election_id, real_from, shown_from, speed, set_by)
                        select id, now(), ?::timestamptz, 0, 'admin' from desk.election where code = ?
                        """).params(moment, election.code()).update();
    }

    String page(String user, String path) throws Exception {
        MockHttpServletResponse answer = ask(user, MockMvcRequestBuilders.get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    MockHttpServletResponse form(String user, String path, Map<String, ?> fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path);
        fields.forEach((name, value) -> request.param(name, String.valueOf(value)));
        return ask(user, request);
    }

    MockHttpServletResponse ask(String user, MockHttpServletRequestBuilder request) throws Exception {
        MockMvc mvc =
                MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
        return mvc.perform(request.with(oidcLogin()
                                .idToken(token ->
                                        token.claim("preferred_username", user).subject(user))
                                .authorities(new SimpleGrantedAuthority(ROLES.get(user))))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
