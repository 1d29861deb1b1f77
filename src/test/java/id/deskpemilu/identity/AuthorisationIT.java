package id.deskpemilu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.deskpemilu.FreshToken;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.dispatch.receiving.ReceivedMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.SilentDesa;
import id.deskpemilu.identity.AccessTable.Row;
import id.deskpemilu.identity.AccessTable.Where;
import id.deskpemilu.local.LocalServers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × every role × an own and a foreign region. The endpoints are those that Spring serves; what is expected
 * stands in {@link AccessTable}.
 */
class AuthorisationIT extends RunningDesk {

    private static final String UNKNOWN_PERSON = "uji.tanpa.akun";

    private static final Map<Role, String> PEOPLE = Map.of(
            Role.OPERATOR, "operator.melati",
            Role.VERIFIER, "verifikator.satu",
            Role.COORDINATOR, "koordinator",
            Role.SUPERVISOR, "supervisor",
            Role.ADMIN, "admin",
            Role.AUDITOR, "auditor",
            Role.SENDER, LocalServers.SENDER);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, String> letters = new HashMap<>();

    private MockMvc desk;
    private TestElection own;
    private TestElection foreign;

    @BeforeEach
    void two_regencies_with_an_open_contest_each() {
        desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        foreign = opened();
        own = opened();
    }

    private TestElection opened() {
        TestElection election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
        return election;
    }

    @Test
    void every_endpoint_stands_in_the_table_and_the_table_names_no_other() {
        Set<String> served = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("id.deskpemilu")) {
                served.addAll(keys(info));
            } else {
                assertThat(method.getBeanType().getPackageName()).startsWith("org.springdoc");
            }
        });
        assertThat(AccessTable.rows()).extracting(Row::key).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void each_role_may_do_in_its_own_region_what_the_table_says_and_nothing_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Row row : closingLast()) {
            for (Role role : Role.values()) {
                boolean allowed = row.who().contains(role);
                MockHttpServletResponse answer = ask(row, role, own);
                boolean fits = allowed ? isAllowed(row, answer.getStatus()) : isDenied(answer.getStatus());
                if (!fits) {
                    wrong.add(
                            row.key() + " as " + role + ": " + answer.getStatus() + (allowed ? ", allowed" : ", not"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_role_reaches_into_a_foreign_region() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Row row : closingLast()) {
            for (Role role : Role.values()) {
                boolean allowed = row.who().contains(role) && row.where() != Where.OWN_REGION;
                MockHttpServletResponse answer = ask(row, role, foreign);
                boolean fits = allowed ? isAllowed(row, answer.getStatus()) : isDenied(answer.getStatus());
                if (!fits) {
                    wrong.add(row.key() + " as " + role + ": " + answer.getStatus());
                } else if (row.where() == Where.OWN_ROWS
                        && row.method().equals("GET")
                        && answer.getContentAsString(StandardCharsets.UTF_8).contains(foreign.district())) {
                    wrong.add(row.key() + " as " + role + ": shows a foreign region");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(testElections.count(
                        "select count(*) from desk.report r join desk.contest c on c.id = r.contest_id"
                                + " join desk.election e on e.id = c.election_id"
                                + " where e.code = ? and (r.status <> 'AWAITED' or r.holder is not null)",
                        foreign.code()))
                .isZero();
        assertThat(testElections.count(
                        "select count(*) from desk.contest c join desk.election e on e.id = c.election_id"
                                + " where e.code = ? and c.state = 'OPEN' and e.phase = 'ACTIVE'",
                        foreign.code()))
                .isEqualTo(1);
    }

    @Test
    void an_operator_does_not_reach_the_neighbouring_desa() throws Exception {
        for (Row row : AccessTable.rows()) {
            if (row.path().contains("{tps}")) {
                MockHttpServletResponse answer = perform(
                        row,
                        Role.OPERATOR,
                        own,
                        path(row, Role.OPERATOR, own).replace(own.station(1, 1), own.station(2, 1)));
                assertThat(answer.getStatus()).as(row.key()).matches(AuthorisationIT::isDenied, "is denied");
            }
        }
    }

    @Test
    void nobody_is_let_in_without_a_sign_in() throws Exception {
        for (Row row : AccessTable.rows()) {
            MockHttpServletResponse answer = perform(row, null, own, path(row, own));
            if (row.open()) {
                assertThat(answer.getStatus()).as(row.key()).isNotIn(401, 403, 302);
            } else if (row.isApi()) {
                assertThat(answer.getStatus()).as(row.key()).isEqualTo(401);
                assertThat(answer.getContentType()).startsWith("application/problem+json");
                assertThat(answer.getContentAsString()).contains("\"SIGN_IN\"");
            } else {
                assertThat(answer.getStatus()).as(row.key()).isEqualTo(302);
                assertThat(answer.getRedirectedUrl()).endsWith("/oauth2/authorization/keycloak");
            }
        }
    }

    @Test
    void an_account_without_a_role_sees_its_own_page_and_nothing_else() throws Exception {
        for (Row row : AccessTable.rows()) {
            if (row.open() || row.path().equals("/me")) {
                continue;
            }
            AbstractMockHttpServletRequestBuilder<?> request = prepared(row, own, path(row, own));
            request.with(
                    row.isApi() ? jwt().authorities(List.of()) : oidcLogin().authorities(List.of()));
            assertThat(desk.perform(request).andReturn().getResponse().getStatus())
                    .as(row.key())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_forged_form_and_a_forged_token_are_refused() throws Exception {
        for (Row row : AccessTable.rows()) {
            if (row.isApi()) {
                AbstractMockHttpServletRequestBuilder<?> request = prepared(row, own, path(row, own));
                request.header("Authorization", "Bearer " + token("admin") + "x");
                assertThat(desk.perform(request).andReturn().getResponse().getStatus())
                        .as(row.key())
                        .isEqualTo(401);
            } else if (!row.method().equals("GET") && !row.open()) {
                AbstractMockHttpServletRequestBuilder<?> request = prepared(row, own, path(row, own));
                request.with(oidcLogin().oidcUser(user(Role.ADMIN)));
                assertThat(desk.perform(request.with(csrf().useInvalidToken()))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .as(row.key())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void a_role_counts_only_while_its_assignment_is_in_force() throws Exception {
        Row claim = row("POST /api/v1/elections/{election}/contests/{contest}/reports/{tps}/claim");
        assertThat(isDenied(ask(claim, Role.VERIFIER, own).getStatus())).isFalse();
        testElections.unassign("verifikator.satu");
        assertThat(ask(claim, Role.VERIFIER, own).getStatus()).isEqualTo(403);
        long later = jdbc.sql("insert into desk.assignment (username, role, region, valid_from)"
                        + " values ('verifikator.satu', 'VERIFIER', ?, now() + interval '1 hour') returning id")
                .param(own.regency())
                .query(Long.class)
                .single();
        int status = ask(claim, Role.VERIFIER, own).getStatus();
        jdbc.sql("delete from desk.assignment where id = ?").param(later).update();
        assertThat(status).isEqualTo(403);
    }

    private static boolean isDenied(int status) {
        return status == 403 || status == 404;
    }

    /** Not turned away, and not failed; what the request asks for may still be refused for what it says. */
    private static boolean isAllowed(Row row, int status) {
        boolean invented = row.path().contains("/imports/{id}")
                || row.path().endsWith("/password")
                || row.path().equals("/error")
                || row.path().contains("/maps/{region}")
                || row.path().contains("{token}")
                || row.path().contains("{message}")
                || row.path().contains("{receiver}")
                || row.path().contains("/check/") // neither name nor hash
                || row.path().startsWith("/webhooks/"); // closed: no provider is set up
        boolean asked = status == 503 && row.path().contains("/check"); // too often for one address
        return (status < 500 || asked) && status != 401 && status != 403 && (status != 404 || invented);
    }

    private static Set<String> keys(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.isEmpty()) {
            methods.add("*");
        }
        return methods.stream()
                .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path))
                .collect(Collectors.toSet());
    }

    private static List<Row> closingLast() {
        return AccessTable.rows().stream()
                .sorted(Comparator.comparing((Row row) -> row.path().endsWith("/close")))
                .toList();
    }

    private static Row row(String key) {
        return AccessTable.rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse ask(Row row, Role role, TestElection where) throws Exception {
        return perform(row, role, where, path(row, role, where));
    }

    private MockHttpServletResponse perform(Row row, @Nullable Role role, TestElection where, String path)
            throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request = prepared(row, where, path);
        if (role != null && row.isApi()) {
            request.header("Authorization", "Bearer " + tokenFor(row, role));
        } else if (role != null) {
            request.with(oidcLogin().oidcUser(user(role)));
        }
        return desk.perform(request).andReturn().getResponse();
    }

    /** Who signs has to have logged in just now. */
    private static String tokenFor(Row row, Role role) {
        return row.path().endsWith("/signature") && row.who().contains(role)
                ? FreshToken.of(PEOPLE.get(role))
                : token(PEOPLE.get(role));
    }

    private static DefaultOidcUser user(Role role) {
        Instant now = Instant.now();
        return new DefaultOidcUser(
                List.of(new SimpleGrantedAuthority("ROLE_" + role.name())),
                new OidcIdToken(
                        "token",
                        now,
                        now.plusSeconds(300),
                        Map.of("sub", UUID.randomUUID().toString(), "preferred_username", PEOPLE.get(role))),
                "preferred_username");
    }

    private String path(Row row, TestElection where) {
        return path(row, Role.OPERATOR, where);
    }

    private String path(Row row, Role role, TestElection where) {
        return row.path()
                .replace("{election}", where.code())
                .replace("{contest}", "bupati")
                .replace("{tps}", where.station(1, 1))
                .replace("{number}", "1")
                .replace("/file.{kind}", "/file.csv")
                .replace("{kind}", "regions")
                .replace("/maps/{region}", "/maps/" + where.regency())
                .replace("{region}", where.village(1))
                .replace("{token}", "uji")
                .replace("{receiver}", "uji")
                .replace(
                        "{letter}",
                        row.path().contains("{letter}/transfers")
                                ? signed(where)
                                : UUID.randomUUID().toString())
                .replace("{received}", row.path().contains("{received}") ? received(row, where) : "")
                .replace("/walls/{id}", "/walls/" + (row.path().contains("/walls/{id}") ? wall(where) : ""))
                .replace("{photo}", row.path().contains("{photo}") ? photo(where) : "")
                .replace("{upload}", row.path().contains("{upload}") ? upload(role, where) : "")
                .replace("{message}", "1")
                .replace("{model}", "tps-report")
                .replace("{broadcast}", row.path().contains("{broadcast}") ? broadcast(where) : "")
                .replace("{incident}", row.path().contains("{incident}") ? incident(where) : "")
                .replace("{username}", UNKNOWN_PERSON + "." + where.regency())
                .replace(
                        "{id}",
                        row.path().contains("/assignments/")
                                ? assignment(where)
                                : row.path().contains("/escalations/")
                                        ? escalation(where)
                                        : row.path().contains("/letters/")
                                                ? letters.computeIfAbsent(where.code(), code -> letter(where))
                                                : UUID.randomUUID().toString());
    }

    /** A new photo of the election's first report. */
    private String photo(TestElection where) {
        jdbc.sql("insert into desk.photo_content (sha256, content) values (repeat('0', 64), '') on conflict do nothing")
                .update();
        return jdbc.sql("""
                        insert into desk.photo (id, report_id, page, version, received_sha256, stored_sha256,
                            thumbnail_sha256, fingerprint, bands, width, height, size, uploaded_by, uploaded_at)
                        select gen_random_uuid(), r.id, 1, (select count(*) + 1 from desk.photo where report_id = r.id),
                               repeat('0', 64), repeat('0', 64), repeat('0', 64), 0, '{}', 3, 4, 0, 'operator.melati', now()
                        from desk.report r join desk.contest c on c.id = r.contest_id
                        join desk.election e on e.id = c.election_id where e.code = ? and r.station = ?
                        returning id
                        """)
                .params(where.code(), where.station(1, 1))
                .query(String.class)
                .single();
    }

    /** A new upload of the person's for that report. */
    private String upload(Role role, TestElection where) {
        return jdbc.sql("""
                        insert into desk.photo_upload (id, report_id, page, sha256, size, started_by, touched_at)
                        select gen_random_uuid(), r.id, 1, md5(random()::text) || md5(random()::text), 9, ?, now()
                        from desk.report r join desk.contest c on c.id = r.contest_id
                        join desk.election e on e.id = c.election_id where e.code = ? and r.station = ?
                        returning id
                        """)
                .params(PEOPLE.get(role), where.code(), where.station(1, 1))
                .query(String.class)
                .single();
    }

    /** A new broadcast to the kecamatan. */
    private String broadcast(TestElection where) {
        return jdbc.sql("""
                        insert into desk.broadcast (id, election_id, region, audience, text, chat, sender, sender_name, sent_at,
                            recipients, key)
                        select gen_random_uuid(), e.id, ?, 'ALL', 'uji', false, 'supervisor', 'Supervisor', now(), 1,
                               gen_random_uuid()
                        from desk.election e where e.code = ? returning id
                        """)
                .params(where.district(), where.code())
                .query(String.class)
                .single();
    }

    /** A draft about the kecamatan. */
    private String letter(TestElection where) {
        return LetterMother.draft(context, where, where.district()).toString();
    }

    /** A new incident in the first desa, entered by its operator. */
    private String incident(TestElection where) {
        return jdbc.sql("""
                        insert into desk.incident (id, election_id, kind, region, happened_at, text, entered_by, entered_name,
                            entered_at, key)
                        select gen_random_uuid(), e.id, 'OTHER', ?, now(), 'uji', 'operator.melati', 'Melati', now(),
                               gen_random_uuid()
                        from desk.election e where e.code = ? returning id
                        """)
                .params(where.village(1), where.code())
                .query(String.class)
                .single();
    }

    /** An escalation of the first desa, in which nobody but its operator is waited for yet. */
    private String escalation(TestElection where) {
        List<String> underWay =
                jdbc.sql("""
                        select s.id from desk.escalation s join desk.election e on e.id = s.election_id
                        where e.code = ? and s.state <> 'ENDED'
                        """).param(where.code()).query(String.class).list();
        return underWay.isEmpty()
                ? SilentDesa.at(context, where, "bupati", 1, Level.RESPONSIBLE).toString()
                : underWay.get(0);
    }

    /** A signed letter of the kecamatan, sent to nobody yet. */
    private String signed(TestElection where) {
        return jdbc.sql("""
                        insert into desk.letter (id, election_id, region, kind, cut_at, planned, status, number, dated, signed_by,
                            signatory, signed_at)
                        select gen_random_uuid(), e.id, ?, 'FULL', now(), false, 'SIGNED', gen_random_uuid()::text, now()::date,
                               'supervisor', 'Uji', now() from desk.election e where e.code = ? returning id
                        """)
                .params(where.district(), where.code())
                .query(String.class)
                .single();
    }

    /** A letter of the tier below about the regency; of none yet for what is sent. */
    private String received(Row row, TestElection where) {
        if (row.method().equals("PUT")) {
            return UUID.randomUUID().toString();
        }
        jdbc.sql("""
                        insert into desk.sender (region, name, username, registered_by, registered_at)
                        values (?, 'Kesbangpol Uji', ?, 'admin', now()) on conflict do nothing
                        """).params(where.regency(), LocalServers.SENDER).update();
        return ReceivedMother.kept(context, where.code(), where.regency()).toString();
    }

    /** A new assignment of somebody who has no account, and whose other assignments lie in the same regency. */
    private String assignment(TestElection where) {
        return String.valueOf(jdbc.sql("""
                        insert into desk.assignment (username, role, region, valid_from)
                        values (?, 'OPERATOR', ?, now() - interval '1 minute') returning id
                        """)
                .params(UNKNOWN_PERSON + "." + where.regency(), where.village(1))
                .query(Long.class)
                .single());
    }

    /** A new link for a beamer. */
    private String wall(TestElection where) {
        return jdbc.sql("""
                        insert into desk.wall_link
                            (id, token_hash, name, election_id, region, created_by, created_at, expires_at)
                        select gen_random_uuid(), md5(random()::text) || md5(random()::text), 'Aula', e.id, ?, 'supervisor',
                               now(), now() + interval '1 hour' from desk.election e where e.code = ? returning id
                        """)
                .params(where.regency(), where.code())
                .query(String.class)
                .single();
    }

    /** The request with what the endpoint needs to be understood, and nothing that would change much. */
    private AbstractMockHttpServletRequestBuilder<?> prepared(Row row, TestElection where, String path) {
        if (row.path().endsWith("/imports") && row.method().equals("POST")) {
            var upload = multipart(path);
            upload.file(new MockMultipartFile(
                    "regions",
                    "regions.csv",
                    "text/csv",
                    ("kode;nama;zona\n" + where.village(1) + ";Desa Uji 1;\n").getBytes(StandardCharsets.UTF_8)));
            upload.param("preview", "true");
            return row.isApi() ? upload : upload.with(csrf());
        }
        HttpMethod method = HttpMethod.valueOf(row.method().equals("*") ? "GET" : row.method());
        AbstractMockHttpServletRequestBuilder<?> request = request(method, path);
        if (row.path().equals("/progress") || row.path().equals("/corrections")) {
            request.param("election", where.code()).param("contest", "bupati").param("region", where.village(1));
        } else if (row.path().startsWith("/board") && !row.path().contains("/walls")) {
            request.param("election", where.code()).param("region", where.village(1));
        } else if (row.path().equals("/progress/candidates")) {
            request.param("election", where.code())
                    .param("contest", "bupati")
                    .param("region", where.village(1))
                    .param("party", "1");
        } else if (row.path().equals("/letters") && method == HttpMethod.GET) {
            request.param("election", where.code());
        } else if (row.path().equals("/calls") || row.path().equals("/escalations")) {
            if (method == HttpMethod.GET) {
                request.param("election", where.code());
            }
            if (method == HttpMethod.GET && row.where() == Where.OWN_REGION) {
                request.param("region", where.village(1));
            }
        } else if (row.path().endsWith("/openings") && method == HttpMethod.GET) {
            request.param("election", where.code()).param("region", where.village(1));
        } else if (row.path().equals("/incidents") && method == HttpMethod.POST) {
            request.param("place", where.village(1)).param("kind", "OTHER");
        } else if (row.path().endsWith("/recap/candidates")) {
            request.param("region", where.village(1)).param("party", "1");
        } else if (method == HttpMethod.GET
                && (row.path().endsWith("/progress")
                        || row.path().endsWith("/corrections")
                        || row.path().endsWith("/recap"))) {
            request.param("region", where.village(1));
        }
        boolean script = row.path().contains("/photos/uploads") || row.path().equals("/me/push");
        if (script) {
            request.header("Upload-Offset", "0");
        }
        if (row.isApi() || script) {
            if (row.path().endsWith("/submission")) {
                request.header("Idempotency-Key", "uji");
            }
            if (!row.isApi() && method != HttpMethod.GET) {
                request.with(csrf());
            }
            if (method != HttpMethod.GET && method != HttpMethod.DELETE) {
                request.contentType(MediaType.APPLICATION_JSON).content(body(row, where));
            }
            return request;
        }
        request.accept(MediaType.TEXT_HTML, MediaType.ALL);
        if (method == HttpMethod.PUT) {
            request.with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{}");
        }
        if (method == HttpMethod.POST) {
            request.with(csrf());
            Map.of(
                            "code", where.code(),
                            "name", "Uji",
                            "date", "2024-11-27",
                            "phase", "PREPARATION",
                            "region", row.path().equals("/letters") ? where.district() : where.village(2),
                            "tps", where.station(1, 1),
                            "confirmed", "true",
                            "reason", "uji",
                            "key", "uji",
                            "minutes", "30")
                    .forEach(request::param);
            Map.of("note", "uji", "review", "CHECKED", "account", LocalServers.SENDER)
                    .forEach(request::param);
            Map.of("election", where.code(), "text", "uji", "version", "0").forEach(request::param);
            Map.of("answer", "CONFIRMED", "cause", "MISREAD", "upheld", "true", "granted", "true")
                    .forEach(request::param);
        }
        return request;
    }

    private static String body(Row row, TestElection where) {
        if (row.path().equals("/api/v1/elections")) {
            return "{\"code\":\"" + where.code() + "\",\"name\":\"Uji\",\"date\":\"2024-11-27\"}";
        }
        if (row.path().endsWith("/phase")) {
            return "{\"phase\":\"preparation\"}";
        }
        if (row.path().endsWith("/move")) {
            return "{\"tps\":\"" + where.station(1, 1) + "\",\"reason\":\"uji\"}";
        }
        if (row.path().endsWith("/letters")) {
            return "{\"region\":\"" + where.district() + "\"}";
        }
        if (row.path().contains("/escalations/")) {
            return "{\"minutes\":30,\"reason\":\"uji\",\"username\":\"operator.melati\"}";
        }
        if (row.path().endsWith("/incidents")) {
            return "{\"kind\":\"OTHER\",\"region\":\"" + where.village(1) + "\",\"text\":\"uji\"}";
        }
        if (row.path().endsWith("/openings")) {
            return "{\"tps\":[\"" + where.station(1, 1) + "\"]}";
        }
        if (row.path().endsWith("/contests/{contest}")) {
            return "{\"area\":\"" + where.regency() + "\"}";
        }
        return "{}";
    }
}
