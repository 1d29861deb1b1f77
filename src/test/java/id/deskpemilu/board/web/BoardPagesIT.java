package id.deskpemilu.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The board, its maps and the links for beamers, as browsers ask for them. */
class BoardPagesIT extends RunningDesk {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc desk;
    private TestElection election;

    @BeforeEach
    void an_open_contest() {
        desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
    }

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    private static OidcLoginRequestPostProcessor as(String username, String role) {
        Instant now = Instant.now();
        return oidcLogin()
                .oidcUser(new DefaultOidcUser(
                        java.util.List.of(new SimpleGrantedAuthority("ROLE_" + role)),
                        new OidcIdToken(
                                "token",
                                now,
                                now.plusSeconds(300),
                                Map.of("sub", UUID.randomUUID().toString(), "preferred_username", username)),
                        "preferred_username"));
    }

    private static OidcLoginRequestPostProcessor supervisor() {
        return as("supervisor", "SUPERVISOR");
    }

    private static OidcLoginRequestPostProcessor admin() {
        return as("admin", "ADMIN");
    }

    private String board(String region) {
        return "/board?election=" + election.code() + "&contest=bupati&region=" + region;
    }

    private void reported() {
        String station = election.station(1, 1);
        assertThat(submit(
                                "operator.melati",
                                election.report("bupati", station),
                                "papan-" + station,
                                TallyMother.submission(TallyMother.consistent()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_board_of_every_level_shows_who_has_reported_down_to_the_report() throws Exception {
        reported();
        desk.perform(MockMvcRequestBuilders.get(board(election.regency())).with(supervisor()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("bukan hasil resmi")))
                .andExpect(content().string(containsString("region=" + election.district())));
        desk.perform(MockMvcRequestBuilders.get(board(election.district())).with(supervisor()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Desa Uji 1")))
                .andExpect(content().string(containsString("region=" + election.village(1))));
        desk.perform(MockMvcRequestBuilders.get(board(election.village(1))).with(supervisor()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("/reports/" + election.code() + "/bupati/" + election.station(1, 1))));
        desk.perform(MockMvcRequestBuilders.get(
                                "/board/recap?election=" + election.code() + "&region=" + election.regency())
                        .with(supervisor()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kecamatan Uji")));
    }

    @Test
    void a_page_that_is_open_gets_the_board_alone() throws Exception {
        desk.perform(MockMvcRequestBuilders.get(board(election.regency()))
                        .header("HX-Request", "true")
                        .with(supervisor()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"board\"")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void a_supervisor_sees_no_foreign_board_and_makes_no_link_for_it() throws Exception {
        desk.perform(MockMvcRequestBuilders.get(board("99")).with(supervisor())).andExpect(status().isForbidden());
        desk.perform(MockMvcRequestBuilders.post("/board/walls")
                        .param("name", "Aula")
                        .param("election", election.code())
                        .param("region", "9901")
                        .with(supervisor())
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private String geoJson(String code) {
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kode":"%s","nama":"Uji"},
                "geometry":{"type":"Polygon","coordinates":[[[113,-8],[113.1,-8],[113.1,-7.9],[113.05,-7.88],[113,-7.9],[113,-8]]]}}]}""".formatted(code);
    }

    private MvcResult upload(String content) throws Exception {
        return desk.perform(multipart("/admin/maps")
                        .file(new MockMultipartFile(
                                "file",
                                "peta.geojson",
                                "application/geo+json",
                                content.getBytes(StandardCharsets.UTF_8)))
                        .with(admin())
                        .with(csrf()))
                .andReturn();
    }

    @Test
    void a_map_is_looked_at_before_it_is_used_then_replaced_and_deleted() throws Exception {
        String map = "/admin/maps/" + election.regency();
        assertThat(upload(geoJson(election.district())).getResponse().getRedirectedUrl())
                .isEqualTo(map + "?draft=true");
        desk.perform(MockMvcRequestBuilders.get(map + "?draft=true").with(admin()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Pakai peta ini")));
        desk.perform(MockMvcRequestBuilders.get(board(election.regency())).with(supervisor()))
                .andExpect(content().string(not(containsString("class=\"map\""))));
        desk.perform(MockMvcRequestBuilders.post(map + "/use").with(admin()).with(csrf()))
                .andExpect(redirectedUrl(map));
        desk.perform(MockMvcRequestBuilders.get("/board?election=" + election.code() + "&region=" + election.regency())
                        .with(supervisor()))
                .andExpect(content().string(containsString("class=\"map\"")));
        desk.perform(MockMvcRequestBuilders.get("/admin/maps").with(admin()))
                .andExpect(content().string(containsString("1 dari 1 bentuk")));
        upload(geoJson(election.district()));
        desk.perform(MockMvcRequestBuilders.post(map + "/use").with(admin()).with(csrf()))
                .andExpect(redirectedUrl(map));
        desk.perform(MockMvcRequestBuilders.post(map + "/deletion")
                        .with(admin())
                        .with(csrf()))
                .andExpect(redirectedUrl("/admin/maps"));
        desk.perform(MockMvcRequestBuilders.get(map).with(admin())).andExpect(status().isNotFound());
        desk.perform(MockMvcRequestBuilders.post(map + "/use").with(admin()).with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(testElections.count(
                        "select count(*) from desk.audit_event where subject = ?", "map:" + election.regency()))
                .isEqualTo(5);
    }

    @Test
    void a_file_that_is_no_map_is_refused_with_what_to_do() throws Exception {
        assertThat(refusal("bukan JSON")).contains("bukan JSON", "Simpan peta sebagai GeoJSON");
        assertThat(refusal("")).contains("Tidak ada berkas yang dipilih");
        assertThat(refusal(geoJson(election.regency() + "99"))).contains("1 kode tidak ada", "99", "BPS");
        String own = geoJson(election.district());
        String other = geoJson("990101");
        String both = own.substring(0, own.length() - 2) + "," + other.substring(other.indexOf('[') + 1);
        assertThat(refusal(both)).contains("lebih dari satu wilayah");
    }

    private String refusal(String content) throws Exception {
        MvcResult result = upload(content);
        assertThat(result.getResponse().getStatus()).isEqualTo(422);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void nobody_uploads_the_map_of_a_foreign_region() throws Exception {
        TestElection foreign = testElections.running(ContestType.BUPATI, 1);
        assertThat(upload(geoJson(foreign.district())).getResponse().getStatus())
                .isEqualTo(403);
    }

    private String link(String hours) throws Exception {
        MvcResult made = desk.perform(MockMvcRequestBuilders.post("/board/walls")
                        .param("name", "Aula")
                        .param("election", election.code())
                        .param("region", election.regency())
                        .param("hours", hours)
                        .with(supervisor())
                        .with(csrf()))
                .andExpect(redirectedUrl("/board/walls"))
                .andReturn();
        String address = String.valueOf(made.getFlashMap().get("made"));
        return address.substring(address.indexOf("/wall/"));
    }

    @Test
    void a_wall_shows_the_region_to_whoever_has_the_link_and_names_nobody() throws Exception {
        reported();
        String wall = link("12");
        for (int slide = 1; slide <= 3; slide++) {
            desk.perform(MockMvcRequestBuilders.get(wall + "?slide=" + slide))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Referrer-Policy", "no-referrer"))
                    .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                    .andExpect(content().string(containsString("bukan hasil resmi")))
                    .andExpect(content().string(not(containsString("/reports/"))))
                    .andExpect(content().string(not(containsString("supervisor"))))
                    .andExpect(content().string(not(containsString(wall))));
        }
        assertThat(testElections.count(
                        "select count(*) from desk.wall_link where token_hash = ?", wall.substring("/wall/".length())))
                .as("the token itself is not kept")
                .isZero();
    }

    @Test
    void a_wall_that_is_revoked_expired_or_unknown_says_so() throws Exception {
        String wall = link("6");
        String id = jdbc.sql("select id from desk.wall_link where region = ?")
                .param(election.regency())
                .query(String.class)
                .single();
        desk.perform(MockMvcRequestBuilders.get("/board/walls").with(supervisor()))
                .andExpect(content().string(containsString("Cabut")));
        desk.perform(MockMvcRequestBuilders.post("/board/walls/" + id + "/revocation")
                        .with(supervisor())
                        .with(csrf()))
                .andExpect(redirectedUrl("/board/walls"));
        desk.perform(MockMvcRequestBuilders.get(wall))
                .andExpect(status().isGone())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(content().string(containsString("sudah dicabut")));
        String late = link("6");
        jdbc.sql(
                        "update desk.wall_link set created_at = now() - interval '7 hours', expires_at = now() - interval '1 hour'"
                                + " where region = ? and revoked_at is null")
                .param(election.regency())
                .update();
        desk.perform(MockMvcRequestBuilders.get(late))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("sudah berakhir")));
        desk.perform(MockMvcRequestBuilders.get("/wall/tidak-ada")).andExpect(status().isNotFound());
    }

    @Test
    void a_link_needs_a_name_and_lasts_two_days_at_most() throws Exception {
        for (String[] wrong : new String[][] {{" ", "12", "Nama layar kosong"}, {"Aula", "49", "paling lama 48 jam"}}) {
            desk.perform(MockMvcRequestBuilders.post("/board/walls")
                            .param("name", wrong[0])
                            .param("election", election.code())
                            .param("region", election.regency())
                            .param("hours", wrong[1])
                            .with(supervisor())
                            .with(csrf()))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString(wrong[2])));
        }
    }
}
