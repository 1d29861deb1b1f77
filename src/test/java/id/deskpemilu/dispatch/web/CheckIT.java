package id.deskpemilu.dispatch.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.signature.Credentials;
import id.deskpemilu.dispatch.signature.PdfMother;
import id.deskpemilu.dispatch.signature.SignatureBox;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.dispatch.signature.SigningRequest;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.dispatch.snapshot.SnapshotMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.Sha256;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Anybody checks a letter, by its file and by its paper; what is not proven is not said. */
class CheckIT extends RunningDesk {

    private static final String REASON = "salah wilayah";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SnapshotJson snapshots;

    @Autowired
    private Signer signer;

    @Autowired
    private Clock clock;

    private MockMvc desk;
    private TestElection election = new TestElection("", "");
    private int address;

    /** A letter that was signed here. */
    private record Signed(UUID id, Frozen figures, byte[] pdf, String number) {

        String hash() {
            return figures.sha256().substring(0, 8);
        }

        String page() {
            return "/check/" + id + "?h=" + hash();
        }
    }

    @BeforeEach
    void a_desk() {
        desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        election = testElections.running(ContestType.BUPATI, 1);
        address++;
    }

    @Test
    void the_page_stands_open_and_asks_for_file_or_paper() throws Exception {
        MockHttpServletResponse page = ask(MockMvcRequestBuilders.get("/check"));
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(text(page)).contains("type=\"file\"", "name=\"letter\"", "name=\"h\"", "bukan hasil resmi", "_csrf");
    }

    @Test
    void the_code_on_the_paper_shows_who_signed_when_and_the_figures() throws Exception {
        Signed letter = signed(null);
        String page = text(ask(MockMvcRequestBuilders.get(letter.page())));
        assertThat(page)
                .contains(
                        "Sertifikat simulasi, tidak berlaku",
                        letter.number(),
                        "Surat ini berlaku",
                        letter.figures().sha256())
                .contains("Hasil sementara")
                .doesNotContain("DIGANTIKAN", "DICABUT");
        String typed = letter.id().toString().toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        MockHttpServletResponse found = ask(MockMvcRequestBuilders.get("/check")
                .param("letter", typed)
                .param("h", letter.hash().toUpperCase(java.util.Locale.ROOT) + " "));
        assertThat(found.getRedirectedUrl()).startsWith("/check/" + letter.id() + "?h=");
        Answer said = get(null, "/check/" + letter.id() + "?h=" + letter.hash());
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.at("outcome").asString()).isEqualTo("SIMULATED");
        assertThat(said.at("standing").asString()).isEqualTo("IN_FORCE");
        assertThat(said.at("official").asBoolean()).isFalse();
        assertThat(said.at("figures").path("hash").asString())
                .isEqualTo(letter.figures().sha256());
        assertThat(said.body().toString()).doesNotContain("supervisor"); // the account
    }

    @Test
    void a_wrong_hash_and_an_unknown_letter_get_the_same_answer() throws Exception {
        Signed letter = signed(null);
        String known = text(ask(MockMvcRequestBuilders.get("/check/" + letter.id() + "?h=00000000")));
        UUID nobody = UUID.randomUUID();
        String unknown = text(ask(MockMvcRequestBuilders.get("/check/" + nobody + "?h=00000000")));
        assertThat(known)
                .contains("Tidak ada surat dengan nama dan sidik jari itu")
                .doesNotContain(letter.number());
        assertThat(unmarked(known, letter.id())).isEqualTo(unmarked(unknown, nobody));
        for (String h : new String[] {"", letter.hash().substring(0, 7), "zzzzzzzz"}) {
            Answer said = get(null, "/check/" + letter.id() + "?h=" + h);
            assertThat(said.status()).isEqualTo(404);
            assertThat(said.code()).isEqualTo("CHECK_UNKNOWN");
        }
        assertThat(ask(MockMvcRequestBuilders.get("/check/bukan-surat?h=00000000"))
                        .getStatus())
                .isEqualTo(404);
        jdbc.sql("update desk.letter set status = 'DRAFT', signed_at = null where id = ?")
                .param(letter.id())
                .update();
        assertThat(get(null, "/check/" + letter.id() + "?h=" + letter.hash()).code())
                .as("a draft is not spoken of")
                .isEqualTo("CHECK_UNKNOWN");
    }

    @Test
    void the_file_is_the_one_that_was_signed_or_it_is_not() throws Exception {
        Signed letter = signed(null);
        assertThat(text(file(letter.pdf()))).contains("Sertifikat simulasi, tidak berlaku", letter.number());

        byte[] changed = letter.pdf().clone();
        changed[changed.length / 4] ^= 1;
        String other = text(file(changed));
        assertThat(other)
                .containsAnyOf("Bukan berkas yang sama", "Bukan surat Desk Pemilu", "Bukan berkas PDF")
                .doesNotContain("Asli dan utuh");

        byte[] again = sign(
                letter.id(),
                PdfMother.letter(
                        PdfMother.marks(letter.id().toString(), letter.figures().sha256()),
                        false,
                        Map.of("cuplikan.json", letter.figures().json())));
        assertThat(text(file(again)))
                .as("the same letter signed another time")
                .contains("Bukan berkas yang sama", "Isi berkas berbeda")
                .doesNotContain("Tanda tangan di dalamnya tidak berlaku");

        Frozen invented = figures(letter.id(), 4711);
        String forged = text(file(sign(
                letter.id(),
                PdfMother.letter(
                        PdfMother.marks(letter.id().toString(), invented.sha256()),
                        false,
                        Map.of("cuplikan.json", invented.json())))));
        assertThat(forged)
                .contains("Bukan berkas yang sama", "bukan cuplikan surat itu")
                .doesNotContain(letter.number(), letter.figures().sha256());

        byte[] twice = sign(letter.id(), letter.pdf());
        assertThat(Arrays.equals(twice, 0, letter.pdf().length, letter.pdf(), 0, letter.pdf().length))
                .isTrue();
        assertThat(text(file(twice))).contains(letter.number(), "ditambahi tanda tangan");
    }

    @Test
    void a_letter_of_another_desk_is_shown_by_its_file_alone() throws Exception {
        UUID id = UUID.randomUUID();
        Frozen figures = figures(id);
        byte[] pdf = sign(
                id,
                PdfMother.letter(
                        PdfMother.marks(id.toString(), figures.sha256()),
                        false,
                        Map.of("cuplikan.json", figures.json())));
        assertThat(text(file(pdf))).contains("Desk ini tidak mengenal surat ini", figures.sha256());
        assertThat(text(file("surat".getBytes(UTF_8)))).contains("Bukan berkas PDF yang terbaca");
        assertThat(text(file(PdfMother.letter(
                        PdfMother.marks(id.toString(), figures.sha256()),
                        false,
                        Map.of("cuplikan.json", figures.json())))))
                .contains("Bukan surat Desk Pemilu yang ditandatangani");
        MockHttpServletResponse none = file(new byte[0]);
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(text(none)).contains("Belum ada berkas yang dipilih.");
        MockHttpServletResponse large = file(new byte[20 * 1024 * 1024 + 1]);
        assertThat(large.getStatus()).isEqualTo(422);
        assertThat(text(large)).contains("lebih besar dari 20 MB");
    }

    @Test
    void an_old_letter_leads_to_the_newer_one_and_a_withdrawn_one_says_why() throws Exception {
        Signed newer = signed(null);
        Signed older = signed(newer.id());
        assertThat(text(ask(MockMvcRequestBuilders.get(older.page()))))
                .contains("DIGANTIKAN", newer.page().replace("&", "&amp;"), newer.number());
        assertThat(get(null, "/check/" + older.id() + "?h=" + older.hash())
                        .at("newer")
                        .path("href")
                        .asString())
                .isEqualTo(newer.page());
        jdbc.sql(
                        "update desk.letter set withdrawn_at = now(), withdrawn_by = 'supervisor', withdrawn_reason = ? where id = ?")
                .params(REASON, newer.id())
                .update();
        assertThat(text(ask(MockMvcRequestBuilders.get(newer.page()))))
                .contains("DICABUT", REASON)
                .doesNotContain("Surat ini berlaku");
        assertThat(text(file(newer.pdf()))).contains("DICABUT", REASON);
    }

    @Test
    void a_letter_of_a_rehearsal_says_so() throws Exception {
        Signed letter = signed(null);
        assertThat(text(ask(MockMvcRequestBuilders.get(letter.page())))).contains("Surat ini berasal dari gladi");
    }

    @Test
    void whoever_asks_too_often_is_asked_to_wait_and_a_forged_form_is_refused() throws Exception {
        for (int i = 0; i < CheckGate.PER_MINUTE; i++) {
            ask(MockMvcRequestBuilders.get("/check/" + UUID.randomUUID() + "?h=00000000"));
        }
        MockHttpServletResponse often = ask(MockMvcRequestBuilders.get("/check/" + UUID.randomUUID() + "?h=00000000"));
        assertThat(often.getStatus()).isIn(404, 503); // a new minute may have begun
        MockHttpServletResponse forged = desk.perform(multipart("/check")
                        .file(new MockMultipartFile("pdf", new byte[] {1}))
                        .with(csrf().useInvalidToken()))
                .andReturn()
                .getResponse();
        assertThat(forged.getStatus()).isIn(302, 403);
    }

    private Signed signed(@Nullable UUID newer) {
        UUID id = UUID.randomUUID();
        Frozen figures = figures(id);
        byte[] pdf = sign(
                id,
                PdfMother.letter(
                        PdfMother.marks(id.toString(), figures.sha256()),
                        false,
                        Map.of("cuplikan.json", figures.json())));
        String number = "uji/" + id.toString().substring(0, 8);
        jdbc.sql("""
                        insert into desk.letter (id, election_id, region, kind, cut_at, planned, status, number, dated, signed_by,
                            signatory, signed_at, superseded_by)
                        select ?, e.id, ?, 'FULL', now(), false, 'SIGNED', ?, '2024-11-27', 'supervisor', 'Dra. Ratna Uji', now(), ?
                        from desk.election e where e.code = ?
                        """)
                .params(id, election.regency(), number, newer, election.code())
                .update();
        jdbc.sql("insert into desk.letter_snapshot (letter_id, number, at, json, sha256) values (?, 1, now(), ?, ?)")
                .params(id, figures.json(), figures.sha256())
                .update();
        jdbc.sql("insert into desk.letter_file (letter_id, pdf, sha256) values (?, ?, ?)")
                .params(id, pdf, Sha256.of(pdf))
                .update();
        return new Signed(id, figures, pdf, number);
    }

    private byte[] sign(UUID letter, byte[] pdf) {
        return signer.sign(new SigningRequest(
                letter,
                pdf,
                new SignatureBox(1, 60, 60, 200, 60),
                "Dra. Ratna Uji",
                "Laporan",
                "Uji",
                clock.instant(),
                Credentials.none()));
    }

    /** Figures for the letter: invented ones, of a rehearsal. */
    private Frozen figures(UUID letter) {
        return figures(letter, letter.getLeastSignificantBits());
    }

    private Frozen figures(UUID letter, long seed) {
        Snapshot one = SnapshotMother.regency(new java.util.Random(seed), "9810");
        Snapshot.OfElection of = one.election();
        return snapshots.freeze(new Snapshot(
                one.format(),
                letter,
                new Snapshot.OfElection(of.code(), of.name(), of.heldOn(), true),
                one.region(),
                one.at(),
                one.shown(),
                one.coverage(),
                one.contests(),
                one.incidents(),
                one.unreported(),
                one.corrections(),
                one.explained(),
                one.escalations(),
                one.sources()));
    }

    private MockHttpServletResponse file(byte[] pdf) throws Exception {
        return ask(multipart("/check").file(new MockMultipartFile("pdf", "surat.pdf", "application/pdf", pdf)));
    }

    /** From an address of its own for each test. */
    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return desk.perform(request.with(csrf()).with(sent -> {
                    sent.setRemoteAddr("10.9.8." + address + "." + System.identityHashCode(this));
                    return sent;
                }))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(UTF_8);
    }

    /** Without what is typed again and what differs in every form. */
    private static String unmarked(String page, UUID id) {
        return page.replace(id.toString(), "")
                .replaceAll("name=\"_csrf\"[^>]*", "")
                .replaceAll("csrf-token\"[^>]*", "")
                .replaceAll("data-real=\"[^\"]*\"", "")
                .replaceAll("(?s)<time.*?</time>", "");
    }
}
