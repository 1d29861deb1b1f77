package id.deskpemilu.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.notification.Notice;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What happens on the day is entered, followed up and withdrawn by whom it concerns; stations are ticked as opened. */
class IncidentIT extends RunningDesk {

    private static final String MELATI = "operator.melati";
    private static final String KENANGA = "operator.kenanga";
    private static final String KOORDINATOR = "koordinator";
    private static final String SUPERVISOR = "supervisor";
    private static final Map<String, String> ROLES = Map.of(
            MELATI,
            "ROLE_OPERATOR",
            KENANGA,
            "ROLE_OPERATOR",
            KOORDINATOR,
            "ROLE_COORDINATOR",
            SUPERVISOR,
            "ROLE_SUPERVISOR",
            "auditor",
            "ROLE_AUDITOR",
            "verifikator.satu",
            "ROLE_VERIFIER");

    @Autowired
    private WebApplicationContext desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Openings openings;

    @Autowired
    private Elections elections;

    @Autowired
    private ElectionClocks clocks;

    @Autowired
    private Notices notices;

    @Autowired
    private AuditLog log;

    private TestElection election = new TestElection("", "");
    private String base = "";
    private long electionId;

    @BeforeEach
    void an_election_that_runs() {
        election = testElections.running(ContestType.BUPATI, 3);
        testElections.staff(election);
        base = "/elections/" + election.code();
        electionId = elections.get(election.code()).id();
    }

    @Test
    void the_whole_road_on_a_phone_from_the_tasks_to_the_letter() throws Exception {
        assertThat(page(MELATI, "/tasks")).contains("/incidents/new", "/openings");
        String form = page(MELATI, "/incidents/new?election=" + election.code());
        assertThat(form)
                .contains("TPS 001 Desa Uji 1", "value=\"" + election.village(1) + "\" selected", "name=\"key\"")
                .doesNotContain("Desa Uji 2", "Seluruh Kec.");

        Map<String, String> typed = Map.of(
                "election", election.code(),
                "kind", "SECURITY",
                "place", election.station(1, 2),
                "text", "  Keributan\nantarsaksi ",
                "key", "k1");
        MockHttpServletResponse entered = form(MELATI, "/incidents", typed);
        String address = java.util.Objects.requireNonNull(entered.getRedirectedUrl());
        assertThat(address).startsWith("/incidents/");
        assertThat(form(MELATI, "/incidents", typed).getRedirectedUrl())
                .as("pressed twice")
                .isEqualTo(address);
        UUID id = UUID.fromString(address.substring("/incidents/".length()));

        assertThat(incidents.of(electionId, RegionCode.of(election.regency())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.text()).isEqualTo("Keributan antarsaksi");
                    assertThat(one.regionName()).isEqualTo("Desa Uji 1");
                    assertThat(one.districtName()).isEqualTo("Kecamatan Uji");
                    assertThat(one.followUp()).isNull();
                });
        assertThat(incidents.of(electionId, RegionCode.of(election.village(2)))).isEmpty();

        assertThat(page(KOORDINATOR, "/incidents?election=" + election.code()))
                .contains("Keributan antarsaksi", "TPS 002", "berlangsung", address);
        form(KOORDINATOR, address + "/follow-ups", Map.of("text", "Babinsa di tempat", "key", "f1"));
        form(KOORDINATOR, address + "/follow-ups", Map.of("text", "Babinsa di tempat", "key", "f1"));
        form(KOORDINATOR, address + "/follow-ups", Map.of("text", "Tenang lagi.", "settled", "true", "key", "f2"));
        Incident settled = incidents.find(id).orElseThrow();
        assertThat(settled.followUp()).isEqualTo("Babinsa di tempat. Tenang lagi.");
        assertThat(settled.isSettled()).isTrue();
        assertThat(page(MELATI, address)).contains("Babinsa di tempat", "Tenang lagi.", "selesai");

        form(MELATI, address + "/follow-ups", Map.of("settled", "false", "key", "f3"));
        assertThat(incidents.find(id).orElseThrow().isSettled())
                .as("it broke out again")
                .isFalse();
        assertThat(form(KOORDINATOR, address + "/withdrawal", Map.of("reason", "di kabupaten lain"))
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(incidents.of(electionId, RegionCode.of(election.regency()))).isEmpty();
        assertThat(page(MELATI, address))
                .contains("Salah catat: di kabupaten lain")
                .doesNotContain("/withdrawal");
        assertThat(page(MELATI, "/incidents?state=WITHDRAWN&kind=SECURITY&election=" + election.code()))
                .contains("Keributan antarsaksi");
        assertThat(page(MELATI, "/incidents?state=OPEN&election=" + election.code()))
                .doesNotContain("Keributan antarsaksi");
        assertThat(log.of("incident:" + id))
                .extracting(AuditEvent::type)
                .containsExactly(
                        "IncidentEntered",
                        "IncidentFollowedUp",
                        "IncidentFollowedUp",
                        "IncidentFollowedUp",
                        "IncidentWithdrawn");
        assertThatThrownBy(() -> jdbc.sql("delete from desk.incident where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("not deleted");
    }

    @Test
    void danger_is_told_once_to_those_who_look_after_the_region_and_nothing_else_is() {
        UUID flood = id(enter(MELATI, "DISASTER", election.village(1), "Banjir", "d1"));
        enter(MELATI, "DISASTER", election.village(1), "Banjir", "d1");
        assertThat(notices.withKeyPrefix("incident:" + flood + ":", 10))
                .extracting(Notice::username)
                .containsExactlyInAnyOrder(KOORDINATOR, SUPERVISOR);
        Notice told = notices.withKeyPrefix("incident:" + flood + ":", 10).get(0);
        assertThat(told.template()).isEqualTo("INCIDENT_ENTERED_DISASTER");
        assertThat(told.link()).isEqualTo("/incidents/" + flood);
        assertThat(told.values()).contains("Desa Uji 1", "Banjir");

        UUID brawl = id(enter(KOORDINATOR, "SECURITY", election.district(), "Keributan", "d2"));
        assertThat(notices.withKeyPrefix("incident:" + brawl + ":", 10))
                .as("who entered it knows")
                .extracting(Notice::username)
                .containsExactly(SUPERVISOR);
        UUID ink = id(enter(MELATI, "LOGISTICS", election.station(1, 1), "Tinta kering", "d3"));
        assertThat(notices.withKeyPrefix("incident:" + ink + ":", 10)).isEmpty();
    }

    @Test
    void the_same_key_at_the_same_moment_enters_one() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> first = both.submit(() -> enter(MELATI, "OTHER", election.village(1), "Hujan", "same"));
            Future<Answer> second = both.submit(() -> enter(MELATI, "OTHER", election.village(1), "Hujan", "same"));
            assertThat(id(first.get())).isEqualTo(id(second.get()));
        } finally {
            both.shutdown();
        }
        assertThat(enter(MELATI, "OTHER", election.village(1), "Lain", "same").code())
                .isEqualTo("KEY_REUSED");
        assertThat(incidents.of(electionId, RegionCode.of(election.regency()))).hasSize(1);
    }

    @Test
    void each_enters_in_the_own_region_and_sees_only_that() throws Exception {
        assertThat(enter(MELATI, "OTHER", election.village(2), "x", "a").code()).isEqualTo("REGION_FOREIGN");
        assertThat(enter(MELATI, "OTHER", election.district(), "x", "a").code()).isEqualTo("REGION_FOREIGN");
        assertThat(enter("auditor", "OTHER", election.village(1), "x", "a").code())
                .isEqualTo("ROLE_MISSING");
        UUID own = id(enter(MELATI, "OTHER", election.village(1), "hanya desa satu", "b"));
        assertThat(get(KENANGA, base + "/incidents/" + own).code()).isEqualTo("REGION_FOREIGN");
        assertThat(get(KENANGA, base + "/incidents").at("total").asInt()).isZero();
        assertThat(get(KENANGA, base + "/incidents?region=" + election.village(1))
                        .code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(get("auditor", base + "/incidents").at("total").asInt()).isEqualTo(1);
        assertThat(get("verifikator.satu", base + "/incidents/" + own)
                        .at("text")
                        .asString())
                .isEqualTo("hanya desa satu");
        assertThat(post("auditor", base + "/incidents/" + own + "/follow-ups", Map.of("text", "x"))
                        .code())
                .isEqualTo("ROLE_MISSING");

        UUID whole = id(enter(KOORDINATOR, "OTHER", election.district(), "seluruh kecamatan", "c"));
        assertThat(get(MELATI, base + "/incidents/" + whole).code()).isEqualTo("REGION_FOREIGN");
        String form = page(KOORDINATOR, "/incidents/new?election=" + election.code());
        assertThat(form).contains("Seluruh Kec. Kecamatan Uji", "Desa Uji 1", "Desa Uji 2");
        assertThat(get(
                                MELATI,
                                "/elections/"
                                        + testElections
                                                .running(ContestType.BUPATI, 1)
                                                .code() + "/incidents/" + own)
                        .code())
                .isEqualTo("INCIDENT_UNKNOWN");
    }

    @Test
    void what_cannot_be_is_refused_with_a_reason_and_the_form_keeps_what_was_typed() throws Exception {
        String village = election.village(1);
        assertThat(enter(MELATI, null, village, "x", "r").code()).isEqualTo("INCIDENT_KIND_MISSING");
        assertThat(enter(MELATI, "OTHER", village, " \u200b\n ", "r").code()).isEqualTo("INCIDENT_TEXT_MISSING");
        assertThat(enter(MELATI, "OTHER", village, "x".repeat(501), "r").code()).isEqualTo("TEXT_TOO_LONG");
        assertThat(enter(MELATI, "OTHER", "3517", "x", "r").code()).isEqualTo("INCIDENT_PLACE_INVALID");
        assertThat(enter(MELATI, "OTHER", village + "777", "x", "r").code()).isEqualTo("STATION_UNKNOWN");
        assertThat(enter(SUPERVISOR, "OTHER", election.district() + "2777", "x", "r")
                        .code())
                .isEqualTo("REGION_UNKNOWN");
        assertThat(enter(MELATI, "OTHER", village, "x", " ").code()).isEqualTo("KEY_INVALID");
        for (String at : new String[] {"2999-01-01T00:00:00Z", "2024-11-01T00:00:00Z"}) {
            assertThat(post(
                                    MELATI,
                                    base + "/incidents",
                                    Map.of("kind", "OTHER", "region", village, "at", at, "text", "x"))
                            .code())
                    .isEqualTo("INCIDENT_TIME_INVALID");
        }
        UUID id = id(enter(MELATI, "OTHER", village, "x", "r2"));
        String one = base + "/incidents/" + id;
        assertThat(post(MELATI, one + "/follow-ups", Map.of("text", " ")).code())
                .isEqualTo("FOLLOW_UP_EMPTY");
        assertThat(post(MELATI, one + "/follow-ups", Map.of("text", "x".repeat(501)))
                        .code())
                .isEqualTo("TEXT_TOO_LONG");
        assertThat(post(MELATI, one + "/withdrawal", Map.of("reason", "")).code())
                .isEqualTo("INCIDENT_REASON_MISSING");
        testElections.assign(KENANGA, "OPERATOR", village);
        assertThat(post(KENANGA, one + "/withdrawal", Map.of("reason", "x")).code())
                .isEqualTo("INCIDENT_NOT_YOURS");
        assertThat(post(KENANGA, one + "/follow-ups", Map.of("text", "bersama")).status())
                .isEqualTo(200);
        assertThat(post(MELATI, one + "/withdrawal", Map.of("reason", "salah desa"))
                        .at("withdrawnReason")
                        .asString())
                .isEqualTo("salah desa");
        assertThat(post(MELATI, one + "/withdrawal", Map.of("reason", "x")).code())
                .isEqualTo("INCIDENT_WITHDRAWN");
        assertThat(post(MELATI, one + "/follow-ups", Map.of("text", "x")).code())
                .isEqualTo("INCIDENT_WITHDRAWN");
        assertThat(get(MELATI, base + "/incidents/" + UUID.randomUUID()).code()).isEqualTo("INCIDENT_UNKNOWN");

        MockHttpServletResponse refused = form(
                MELATI,
                "/incidents",
                Map.of("election", election.code(), "place", village, "text", "tetap di sini", "key", "r3"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(UTF_8))
                .contains("Jenis kejadian belum dipilih.", "tetap di sini", "value=\"r3\"", "#kind-DISASTER");
        MockHttpServletResponse unreadable = form(
                MELATI,
                "/incidents",
                Map.of("election", election.code(), "place", village, "at", "kemarin", "text", "x", "key", "r4"));
        assertThat(unreadable.getContentAsString(UTF_8)).contains("Waktu kejadian belum lewat", "href=\"#at\"");
        assertThat(form(MELATI, "/incidents/" + id("OTHER", village) + "/withdrawal", Map.of())
                        .getContentAsString(UTF_8))
                .contains("Tulis mengapa kejadian ini salah catat.");
        assertThat(ask(MELATI, MockMvcRequestBuilders.get("/incidents/nothing")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void hours_are_those_of_the_clock_of_a_rehearsal() throws Exception {
        rehearsalAt("2024-11-27T09:30:00+07:00");
        assertThat(page(MELATI, "/incidents/new?election=" + election.code())).contains("2024-11-27T09:30");
        form(
                MELATI,
                "/incidents",
                Map.of(
                        "election", election.code(),
                        "kind", "DELAYED_OPENING",
                        "place", election.station(1, 1),
                        "at", "2024-11-27T07:45",
                        "text", "KPPS belum lengkap",
                        "key", "h1"));
        assertThat(incidents
                        .of(electionId, RegionCode.of(election.regency()))
                        .get(0)
                        .at())
                .isEqualTo(Instant.parse("2024-11-27T00:45:00Z"));
        assertThat(page(KOORDINATOR, "/incidents?election=" + election.code()))
                .contains("27 Nov pukul 07.45 WIB", "SIMULASI");
        assertThat(post(
                                MELATI,
                                base + "/openings",
                                Map.of("tps", new String[] {election.station(1, 1)}, "hour", "09:31"))
                        .code())
                .isEqualTo("OPENING_IN_FUTURE");
        assertThat(clocks.now(electionId)).isEqualTo(Instant.parse("2024-11-27T02:30:00Z"));
    }

    @Test
    void stations_are_ticked_as_opened_in_one_tap_or_one_by_one_and_unticked() throws Exception {
        String desa = "/openings?election=" + election.code() + "&region=" + election.village(1);
        assertThat(page(MELATI, "/openings?election=" + election.code()))
                .contains("0 dari 3 TPS sudah buka", "Semua 3 TPS yang tersisa sudah buka", "value=\"07:00\"");
        assertThat(form(
                                MELATI,
                                "/openings",
                                Map.of("election", election.code(), "tps", election.station(1, 2), "hour", "07:40"))
                        .getRedirectedUrl())
                .isEqualTo(desa);
        form(MELATI, "/openings", Map.of("election", election.code(), "all", election.village(1), "hour", "07:00"));
        form(MELATI, "/openings", Map.of("election", election.code(), "all", election.village(1), "hour", "08:00"));
        assertThat(incidents.opened(electionId, RegionCode.of(election.regency())))
                .isEqualTo(3);
        assertThat(openings.of(electionId, RegionCode.of(election.village(1))).values())
                .containsExactly(
                        Instant.parse("2024-11-27T00:00:00Z"),
                        Instant.parse("2024-11-27T00:40:00Z"),
                        Instant.parse("2024-11-27T00:00:00Z"));
        assertThat(page(MELATI, desa))
                .contains("3 dari 3 TPS sudah buka", "07.40 WIB")
                .doesNotContain("yang tersisa");
        assertThat(page(KOORDINATOR, "/openings?election=" + election.code()))
                .contains("3 dari 6 TPS sudah buka", "Desa Uji 2", "0 dari 3");
        assertThat(page("auditor", desa)).contains("3 dari 3").doesNotContain("/openings/undo");

        Map<String, String> undo = Map.of("election", election.code(), "tps", election.station(1, 2));
        assertThat(form(MELATI, "/openings/undo", undo).getRedirectedUrl()).isEqualTo(desa);
        form(MELATI, "/openings/undo", undo);
        assertThat(incidents.opened(electionId, RegionCode.of(election.village(1))))
                .isEqualTo(2);
        assertThat(log.of("election:" + election.code()))
                .extracting(AuditEvent::type)
                .containsExactly("StationsOpened", "StationsOpened", "StationOpeningTakenBack");

        Answer read = get(SUPERVISOR, base + "/openings?region=" + election.regency());
        assertThat(read.at("opened").asInt()).isEqualTo(2);
        assertThat(read.at("stations").asInt()).isEqualTo(6);
        assertThat(get(SUPERVISOR, base + "/openings?region=" + election.village(1))
                        .at("tps")
                        .get(1)
                        .has("openedAt"))
                .isFalse();
    }

    @Test
    void what_cannot_have_opened_is_refused() throws Exception {
        assertThat(open(KENANGA, election.station(1, 1), "07:00").code()).isEqualTo("REGION_FOREIGN");
        assertThat(open("auditor", election.station(1, 1), "07:00").code()).isEqualTo("ROLE_MISSING");
        assertThat(open(MELATI, election.village(1) + "777", "07:00").code()).isEqualTo("STATION_UNKNOWN");
        assertThat(open(MELATI, "x", "07:00").code()).isEqualTo("STATION_UNKNOWN");
        assertThat(open(MELATI, election.station(1, 1), "pagi").code()).isEqualTo("OPENING_TIME_INVALID");
        assertThat(post(MELATI, base + "/openings", Map.of()).code()).isEqualTo("OPENING_EMPTY");
        assertThat(get(KENANGA, base + "/openings?region=" + election.village(1))
                        .code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(get(SUPERVISOR, base + "/openings?region=" + election.district() + "2777")
                        .code())
                .isEqualTo("REGION_UNKNOWN");
        assertThat(send(KENANGA, "DELETE", base + "/openings/" + election.station(1, 1), null, Map.of())
                        .code())
                .isEqualTo("REGION_FOREIGN");
        MockHttpServletResponse refused = form(
                MELATI,
                "/openings",
                Map.of("election", election.code(), "tps", election.station(1, 1), "hour", "25:00"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(UTF_8)).contains("Jam buka tidak terbaca.", "25:00");
    }

    @Test
    void nothing_is_entered_in_an_election_that_does_not_run() throws Exception {
        UUID id = id(enter(MELATI, "OTHER", election.village(1), "x", "p"));
        jdbc.sql("update desk.election set phase = 'LOCKED' where code = ?")
                .param(election.code())
                .update();
        assertThat(enter(MELATI, "OTHER", election.village(1), "x", "q").code()).isEqualTo("PHASE_NOT_RUNNING");
        assertThat(post(MELATI, base + "/incidents/" + id + "/follow-ups", Map.of("text", "x"))
                        .code())
                .isEqualTo("PHASE_NOT_RUNNING");
        assertThat(post(MELATI, base + "/incidents/" + id + "/withdrawal", Map.of("reason", "x"))
                        .code())
                .isEqualTo("PHASE_NOT_RUNNING");
        assertThat(open(MELATI, election.station(1, 1), "07:00").code()).isEqualTo("PHASE_NOT_RUNNING");
        assertThat(send(MELATI, "DELETE", base + "/openings/" + election.station(1, 1), null, Map.of())
                        .code())
                .isEqualTo("PHASE_NOT_RUNNING");
        assertThat(page(MELATI, "/incidents/new?election=" + election.code()))
                .contains("Tidak ada pemilihan yang berjalan");
        assertThat(page(MELATI, "/incidents?election=" + election.code())).doesNotContain("/incidents/new");
        assertThat(page(MELATI, "/incidents/" + id)).doesNotContain("/follow-ups");
    }

    @Test
    void a_supervisor_chooses_the_kecamatan_first() throws Exception {
        jdbc.sql("insert into desk.region (code, name, zone) values (?, 'Kecamatan Dua', 'WIB')")
                .param(election.regency() + "02")
                .update();
        String form = page(SUPERVISOR, "/incidents/new?election=" + election.code());
        assertThat(form)
                .contains("Kecamatan Uji", "Kecamatan Dua", "Tampilkan TPS-nya")
                .doesNotContain("name=\"kind\"");
        assertThat(page(SUPERVISOR, "/incidents/new?election=" + election.code() + "&area=" + election.district()))
                .contains("TPS 003 Desa Uji 2", "Seluruh Kec. Kecamatan Uji");
        assertThat(page(
                        SUPERVISOR,
                        "/incidents/new?kind=DELAYED_OPENING&election=" + election.code() + "&place="
                                + election.station(2, 1)))
                .contains("value=\"" + election.station(2, 1) + "\" selected");
    }

    private Answer enter(String user, @Nullable String kind, String place, String text, String key) {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("kind", kind);
        body.put(place.length() == 13 ? "tps" : "region", place);
        body.put("text", text);
        return send(user, "POST", base + "/incidents", body, Map.of("Idempotency-Key", key));
    }

    private UUID id(Answer entered) {
        assertThat(entered.status()).as("%s", entered.body()).isEqualTo(201);
        return UUID.fromString(entered.at("id").asString());
    }

    private UUID id(String kind, String place) {
        return id(enter(MELATI, kind, place, "x", UUID.randomUUID().toString()));
    }

    private Answer open(String user, String station, String hour) {
        return post(user, base + "/openings", Map.of("tps", new String[] {station}, "hour", hour));
    }

    private void rehearsalAt(String moment) {
        jdbc.sql("update desk.election set phase = 'REHEARSAL' where code = ?")
                .param(election.code())
                .update();
        jdbc.sql("""
                        insert into desk.rehearsal_clock (election_id, real_from, shown_from, speed, set_by)
                        select id, now(), ?::timestamptz, 0, 'admin' from desk.election where code = ?
                        """).params(moment, election.code()).update();
    }

    private String page(String user, String path) throws Exception {
        MockHttpServletResponse answer = ask(user, MockMvcRequestBuilders.get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse form(String user, String path, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path);
        fields.forEach(request::param);
        return ask(user, request);
    }

    private MockHttpServletResponse ask(String user, MockHttpServletRequestBuilder request) throws Exception {
        MockMvc mvc =
                MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
        return mvc.perform(request.with(csrf())
                        .with(oidcLogin()
                                .idToken(token ->
                                        token.claim("preferred_username", user).subject(user))
                                .authorities(new SimpleGrantedAuthority(ROLES.get(user)))))
                .andReturn()
                .getResponse();
    }
}
