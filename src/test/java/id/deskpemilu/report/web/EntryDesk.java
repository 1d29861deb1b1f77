package id.deskpemilu.report.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Operators at the entry form, without JavaScript: what a page shows and where a form leads. */
abstract class EntryDesk extends RunningDesk {

    static final String MELATI = "operator.melati";
    /** Of the neighbouring desa; some tests give her this one too. */
    static final String KENANGA = "operator.kenanga";
    /** Of the kecamatan of both. */
    static final String KOORDINATOR = "koordinator";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private final Map<String, MockHttpSession> sessions = new HashMap<>();

    TestElection election = new TestElection("", "");
    String base = "";

    void opened(ContestType type) {
        election = testElections.running(type, 2);
        testElections.staff(election);
        prepare();
        assertThat(post("admin", election.contest(type.slug()) + "/open", null).status())
                .isEqualTo(200);
        base = "/reports/" + election.code() + "/" + type.slug() + "/" + election.station(1, 1);
    }

    /** What is to be there before the contest is opened. */
    void prepare() {}

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

    MockHttpServletResponse autosave(String user, Map<String, ?> body) throws Exception {
        return ask(
                user,
                MockMvcRequestBuilders.put(base + "/draft")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)));
    }

    MockHttpServletResponse ask(String user, MockHttpServletRequestBuilder request) throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        return mvc.perform(request.session(sessions.computeIfAbsent(user, name -> new MockHttpSession()))
                        .with(oidcLogin()
                                .idToken(token ->
                                        token.claim("preferred_username", user).subject(user))
                                .authorities(new SimpleGrantedAuthority(
                                        user.equals(KOORDINATOR) ? "ROLE_COORDINATOR" : "ROLE_OPERATOR")))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** What the box of the page holds. */
    static String box(String html, String field) {
        return one(html, "<input type=\"text\"[^>]*name=\"" + field + "\" value=\"([^\"]*)\"");
    }

    static String hidden(String html, String name) {
        return one(html, "<input type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    /** The names of the boxes of the page. */
    static List<String> boxes(String html) {
        return Pattern.compile("<input type=\"text\"[^>]*name=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String one(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + html));
    }
}
