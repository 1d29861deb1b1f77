package id.deskpemilu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.demo.Simulation;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.dispatch.receiving.ReceivedMother;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.SilentDesa;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.report.PartyLists;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.report.evidence.PhotoMother;
import id.deskpemilu.report.usecase.AddPhoto;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.shared.RegionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page as it runs, on phone and desk: nothing scrolls sideways on a phone, the browser has nothing to complain about,
 * and a first look weighs little. axe-core looks at those that live most, light and dark, and pictures of them are left
 * below {@code target/screens}; at the sample of every page it looks in {@link SamplesInBrowserTest}.
 */
class AccessibilityIT extends Browser {

    private static final String REPORTS = "/reports/" + Simulation.ELECTION;
    private static final String HOME_VILLAGE = "9901011001";
    private static final int LIGHT_PAGE = 60 * 1024;

    /** Where focus, live regions, drawings and what a script adds are there in a running page only, or no sample is like it. */
    private static final Set<String> LIVE = Set.of(
            "home",
            "403",
            "tasks-banner",
            "entry",
            "entry-errors",
            "lists-party",
            "readback",
            "receipt",
            "photos",
            "inbox",
            "inbox-keys",
            "inbox-commented",
            "letter-withdrawal-refused",
            "report-confirmed",
            "report-key-refused",
            "report-psu",
            "report-recheck",
            "report-refused",
            "report-reopened",
            "report-reopening-asked",
            "report-superseded",
            "report-held",
            "report-differs",
            "report-thread",
            "board",
            "wall",
            "escalation",
            "escalation-refused",
            "admin-import-errors",
            "messages-preview",
            "letter-sign",
            "incident-refused");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AddPhoto addPhoto;

    @Autowired
    private ApplicationContext desk;

    private final List<String> barriers = new ArrayList<>();
    private int looks;
    private Object axe = "";

    @BeforeEach
    void the_simulation() {
        simulation();
        axe = Objects.requireNonNull(cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Axe.SOURCE))
                .get("identifier"));
    }

    @AfterEach
    void go_home() {
        cdp("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", axe));
        testElections.dismiss();
    }

    @Test
    void the_way_in_and_the_refusals_have_no_barrier() {
        asNobody(Screen.DESK);
        look("home", "/");
        as("operator.melati", Screen.DESK);
        look("me", "/me");
        look("403", "/admin");
        look("404", "/tidak-ada");
        none();
    }

    @Test
    void the_operators_pages_have_no_barrier() {
        as("operator.melati", Screen.DESK);
        look("tasks", "/tasks");
        look("entry", report("bupati", "002") + "/entry");
        press(By.cssSelector("form[data-entry] .send button"));
        look("entry-errors");
        PaperWithSlip.fill(this);
        press(By.cssSelector("form[data-entry] .send button"));
        look("readback");
        press(By.cssSelector("form[action$='/submission'] button.big"));
        look("readback-refused");
        look("receipt", report("bupati", "004") + "/receipt");
        look("report-to-confirm", report("bupati", "001"));
        look("photos-none", report("bupati", "004") + "/photos");
        photographed(report("bupati", "004"), 1, 1);
        photographed(report("bupati", "004"), 1, 2);
        photographed(report("bupati", "004"), 2, 3);
        look("photos", report("bupati", "004") + "/photos");
        none();
    }

    @Test
    void the_entry_of_party_lists_has_no_barrier() {
        TestElection election = testElections.running(ContestType.DPRD_KAB, 1);
        PartyLists.print(jdbc, election);
        testElections.staff(election);
        assertThat(post("admin", election.contest("dprd-kab") + "/open", null).status())
                .isLessThan(300);
        as("operator.melati", Screen.DESK);
        String entry = "/reports/" + election.code() + "/dprd-kab/" + election.station(1, 1) + "/entry";
        look("lists-start", entry);
        open(entry + "?step=3");
        type("suara_2_0", 1);
        find(By.cssSelector("[data-zeros] button")).click();
        look("lists-party");
        press(By.cssSelector(".send button[value=next]"));
        look("lists-totals", entry + "?step=20");
        press("Lanjut: periksa sekali lagi");
        look("lists-missing");
        jdbc.sql(
                        "update desk.draft set figures = ?::jsonb where report_id in (select id from desk.report where station = ?)")
                .params(PartyLists.json(), election.station(1, 1))
                .update();
        look("lists-readback", entry + "?step=readback");
        none();
    }

    @Test
    void the_verifiers_pages_have_no_barrier() {
        as("verifikator.satu", Screen.DESK);
        look("inbox", "/inbox");
        find(By.tagName("body")).sendKeys("?");
        appears(By.cssSelector("dialog[open]"));
        look("inbox-keys");
        find(By.tagName("body")).sendKeys(Keys.ESCAPE);
        look("inbox-empty", "/inbox?kecamatan=990101&desa=9901011001&contest=bupati&finding=H4&who=others");
        open(held());
        stepInPicture();
        look("report-held");
        press("Bandingkan dengan operator");
        look("report-key-refused");
        all(By.cssSelector("#blind input[inputmode]")).forEach(box -> box.sendKeys("7"));
        press("Bandingkan dengan operator");
        look("report-differs");
        press("Minta koreksi"); // a look leaves every fold closed
        press("Kirim permintaan ke operator");
        look("report-refused");
        look("report-recheck", inState("RECHECK"));
        look("report-confirmed", inState("CORRECTION_CONFIRMED"));
        photographed(report("bupati", "005"), 1, 4);
        photographed(report("bupati", "006"), 1, 4);
        look("photos-flagged", report("bupati", "005") + "/photos");
        none();
    }

    @Test
    void the_desks_pages_have_no_barrier() {
        as("supervisor", Screen.DESK);
        String progress = "/progress?election=" + Simulation.ELECTION + "&contest=bupati&region=";
        look("progress", progress + "9901");
        look("progress-kecamatan", progress + "990101");
        look("progress-desa", progress + HOME_VILLAGE);
        String board = "/board?election=" + Simulation.ELECTION + "&contest=bupati&region=";
        look("board", board + "9901");
        look("board-desa", board + HOME_VILLAGE);
        look("board-recap", "/board/recap?election=" + Simulation.ELECTION + "&region=9901");
        look("walls", "/board/walls");
        type("name", "Aula");
        press("Buat tautan");
        look("walls-made");
        String wall = find(By.cssSelector(".made a")).getAttribute("href");
        look("wall", wall.substring(wall.indexOf("/wall/")) + "?slide=1");
        look("wall-regions", wall.substring(wall.indexOf("/wall/")) + "?slide=3");
        look("report-awaited", inState("AWAITED"));
        look("report-approved", corrected());
        look("inbox-supervisor", "/inbox");
        look("report-disputed", inState("DISPUTED"));
        look("corrections", "/corrections?election=" + Simulation.ELECTION + "&contest=bupati&region=9901");
        none();
    }

    @Test
    void the_pages_of_those_who_look_after_the_silent_have_no_barrier() {
        TestElection election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isLessThan(300);
        upload(
                "admin",
                election.code(),
                Map.of(
                        "contacts",
                        "wilayah;nama;jabatan;telepon\n%s;Sekretaris Uji;Sekretaris desa;0812 0000 0001\n"
                                .formatted(election.village(1))),
                false);
        String task = "/escalations/" + SilentDesa.at(desk, election, "bupati", 1, Level.KECAMATAN);
        as("koordinator", Screen.DESK);
        look("escalations", "/escalations?election=" + election.code());
        look("escalations-none", "/escalations?state=ENDED&election=" + election.code());
        look("calls", "/calls?election=" + election.code());
        open(task);
        stepInPicture();
        look("escalation");
        press(By.xpath("//summary[normalize-space()='Tunda']"));
        press(By.cssSelector("form[action$='/snooze'] button"));
        look("escalation-refused");
        look("entry-on-behalf", "/reports/" + election.code() + "/bupati/" + election.station(1, 1) + "/entry");
        as("admin", Screen.DESK);
        look("stages", "/admin/elections/" + Simulation.ELECTION + "/stages");
        none();
    }

    @Test
    void a_report_with_party_lists_and_its_recap_have_no_barrier() {
        TestElection election = testElections.running(ContestType.DPRD_KAB, 1);
        testElections.staff(election);
        post("admin", election.contest("dprd-kab") + "/open", null);
        String station = election.station(1, 1);
        Answer sent = submit(
                "operator.melati",
                election.report("dprd-kab", station),
                "hambatan-" + election.code(),
                TallyMother.submission(TallyMother.consistent(BallotMother.lists(1))));
        assertThat(sent.status()).isEqualTo(201);
        as("supervisor", Screen.DESK);
        look("lists-report", "/reports/" + election.code() + "/dprd-kab/" + station);
        String board = "?election=" + election.code() + "&contest=dprd-kab&region=" + election.regency();
        look("lists-board", "/progress" + board);
        look("lists-candidates", "/progress/candidates" + board + "&party=2");
        none();
    }

    @Test
    void a_report_that_is_opened_again_has_no_barrier() {
        TestElection election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        post("admin", election.contest("bupati") + "/open", null);
        String report = election.report("bupati", election.station(1, 1));
        submit("operator.melati", report, "buka-" + election.code(), TallyMother.submission(TallyMother.consistent()));
        approve("verifikator.satu", report);
        assertThat(post("verifikator.dua", report + "/reopening", Map.of("cause", "MISREAD", "reason", "terbaca 91"))
                        .status())
                .isEqualTo(200);
        String page = "/reports/" + election.code() + "/bupati/" + election.station(1, 1);
        as("supervisor", Screen.DESK);
        look("report-reopening-asked", page);
        press("Buka kembali");
        assertThat(text(".note.good")).contains("dibuka kembali");
        as("verifikator.dua", Screen.DESK);
        look("report-reopened", page);
        none();
    }

    @Test
    void the_admins_pages_have_no_barrier(@TempDir Path folder) throws IOException {
        TestElection election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        as("admin", Screen.DESK);
        look("admin", "/admin");
        press("Buat pemilihan");
        look("admin-errors");
        look("admin-election", "/admin/elections/" + election.code());
        String imports = "/admin/elections/" + election.code() + "/imports";
        look("admin-import", imports);
        upload(folder, "kode;dpt_l;dpt_p\nx;1;2\n" + election.station(1, 1) + ";a;2\n");
        look("admin-import-errors");
        open(imports);
        upload(folder, "kode;dpt_l;dpt_p\n" + election.station(1, 1) + ";140;150\n");
        look("admin-import-preview");
        look("admin-people", "/admin/people");
        look("admin-maps", "/admin/maps");
        none();
    }

    @Test
    void the_pages_of_messages_have_no_barrier() {
        TestElection election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        post("admin", election.contest("bupati") + "/open", null);
        String report = election.report("bupati", election.station(1, 1));
        String page = "/reports/" + election.code() + "/bupati/" + election.station(1, 1);
        submit("operator.melati", report, "pesan-" + election.code(), TallyMother.submission(TallyMother.consistent()));
        post("operator.melati", report + "/comments", Map.of("text", "Foto halaman 2 menyusul."));
        as("verifikator.satu", Screen.DESK);
        look("inbox-commented", "/inbox");
        as("supervisor", Screen.DESK);
        look("messages-sent-none", "/messages/broadcasts");
        look("messages-compose", "/messages/broadcasts/new");
        press("Lihat berapa yang akan menerima");
        look("messages-compose-refused");
        type("text", "Laporan ditunggu sampai pukul 20.00.");
        press("Lihat berapa yang akan menerima");
        look("messages-preview");
        press("Kirim kepada 2 operator");
        look("messages-broadcast");
        look("messages-sent", "/messages/broadcasts");
        post("supervisor", report + "/comments", Map.of("text", "Ditunggu."));
        look("report-thread", page);
        as("operator.melati", Screen.DESK);
        look("tasks-banner", "/tasks");
        look("messages", "/messages");
        look("report-thread-operator", page);
        as("verifikator.satu", Screen.DESK);
        look("messages-none", "/messages?only=broadcasts");
        look("report-thread-veiled", page);
        none();
    }

    @Test
    void the_pages_of_letters_have_no_barrier() {
        TestElection election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        post("admin", election.contest("bupati") + "/open", null);
        submit(
                "operator.melati",
                election.report("bupati", election.station(1, 1)),
                "surat-" + election.code(),
                TallyMother.submission(TallyMother.consistent()));
        again("supervisor", Screen.DESK); // just now, so that no page asks for the password again
        look("letters-none", "/letters?election=" + election.code());
        LetterId id = LetterMother.draft(desk, election, election.regency());
        look("letters", "/letters?election=" + election.code());
        look("letter", "/letters/" + id);
        look("letter-preview", "/letters/" + id + "/preview");
        look("letter-sign", "/letters/" + id + "/sign");
        press("Tanda tangani dan kirim");
        look("letter-sign-refused");
        type("code", text("b.letter-code"));
        press("Tanda tangani dan kirim");
        look("letter-signed");
        look("letter-transfers", "/letters/" + id + "/transfers");
        open("/letters/" + id);
        press("Cabut surat");
        press("Cabut surat ini");
        look("letter-withdrawal-refused");
        asNobody(Screen.DESK);
        look("check", "/check");
        look("check-nothing", "/check/" + id + "?h=00000000");
        String hash = get("supervisor", "/elections/" + election.code() + "/letters/" + id)
                .at("snapshotHash")
                .asString();
        look("check-answer", "/check/" + id + "?h=" + hash.substring(0, 8));
        none();
    }

    @Test
    void the_pages_of_letters_from_the_tier_below_have_no_barrier() {
        TestElection election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        Map<String, String> sender = Map.of("name", "Kesbangpol Uji", "account", LocalServers.SENDER);
        assertThat(send("admin", "PUT", "/senders/" + election.regency(), sender, Map.of())
                        .status())
                .isEqualTo(200);
        LetterId id = ReceivedMother.kept(desk, election.code(), election.regency());
        as("supervisor", Screen.DESK);
        look("received", "/received?election=" + election.code());
        look("received-letter", "/received/" + id);
        as("admin", Screen.DESK);
        look("admin-senders", "/admin/senders");
        none();
    }

    @Test
    void the_pages_of_what_happens_on_the_day_have_no_barrier() {
        TestElection election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        String incidents = "/elections/" + election.code() + "/incidents";
        as("operator.melati", Screen.DESK);
        look("incidents-none", "/incidents?election=" + election.code());
        look("incident-new", "/incidents/new?election=" + election.code());
        press("Simpan kejadian");
        look("incident-refused");
        String id = post(
                        "operator.melati",
                        incidents,
                        Map.of("kind", "DISASTER", "tps", election.station(1, 1), "text", "Air setinggi lutut di TPS."))
                .at("id")
                .asString();
        post("koordinator", incidents + "/" + id + "/follow-ups", Map.of("text", "Pompa dikirim.", "settled", true));
        look("incidents", "/incidents?election=" + election.code());
        look("incident", "/incidents/" + id);
        look("openings", "/openings?election=" + election.code() + "&region=" + election.village(1));
        none();
    }

    @Test
    void the_pages_of_rounds_have_no_barrier() {
        TestElection election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        post("admin", election.contest("bupati") + "/open", null);
        String station = election.station(1, 1);
        submit(
                "operator.melati",
                election.report("bupati", station),
                "putaran-" + station,
                Map.of("figures", TallyMother.consistentFigures(), "votes", TallyMother.consistentVotes()));
        as("admin", Screen.DESK);
        look("admin-rounds", "/admin/elections/" + election.code() + "/contests/bupati/rounds");
        press("Lihat dulu apa yang akan terjadi");
        look("admin-rounds-errors");
        find(By.id("kind-PSU")).click();
        script("document.getElementById('r-heldOn').value = '2025-04-19'");
        find(By.id("r-reason")).sendKeys("Putusan MK");
        find(By.id("codes")).sendKeys(station);
        press("Lihat dulu apa yang akan terjadi");
        look("admin-rounds-check");
        press("Ya, buka putaran ini");
        appears(By.cssSelector(".note.good"));
        String report = "/reports/" + election.code() + "/bupati/" + station;
        as("operator.melati", Screen.DESK);
        look("tasks-psu", "/tasks");
        look("entry-psu", report + "/entry");
        look("report-superseded", report + "?round=1");
        look("report-psu", report);
        none();
    }

    @Test
    void a_first_look_weighs_little() {
        weighs("operator.melati", "/tasks");
        weighs("verifikator.satu", "/inbox");
        weighs("supervisor", "/progress");
        weighs("supervisor", "/board");
    }

    private void weighs(String username, String path) {
        as(username, Screen.PHONE);
        cdp("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        try {
            open(path);
            Number bytes = (Number) script("""
                    return ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))
                      .reduce((sum, entry) => sum + entry.transferSize, 0)""");
            System.out.println(path + " weighs " + bytes + " bytes");
            assertThat(bytes.intValue()).as(path).isBetween(5_000, LIGHT_PAGE);
        } finally {
            cdp("Network.setCacheDisabled", Map.of("cacheDisabled", false));
        }
    }

    private void look(String name, String path) {
        open(path);
        look(name);
    }

    /**
     * Looks at the page that is shown: nothing scrolls sideways on a phone, and the browser has nothing to complain about.
     * With axe-core where a running page may differ from its sample, on both screens, on one of them light and on the other
     * one dark: the next page the other way round, so that what all pages share is looked at in each way.
     */
    private void look(String name) {
        boolean live = LIVE.contains(name);
        if (live) {
            List.of(Screen.DESK, Screen.PHONE).forEach(screen -> picture(name, screen));
        }
        script("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        Screen lit = looks % 2 == 0 ? Screen.DESK : Screen.PHONE;
        for (Screen screen : List.of(Screen.PHONE, Screen.DESK)) {
            screen(screen);
            Number width = (Number) script("return document.documentElement.scrollWidth");
            if (width.intValue() > screen.width) {
                barriers.add(name + " is " + width + " px wide on " + screen);
            }
            if (live) {
                script("window.scrollTo({top: 0, behavior: 'instant'})"); // nothing lies half under the bar above
                String scheme = screen == lit ? "light" : "dark";
                scheme(scheme);
                (screen == Screen.DESK ? Axe.EVERYTHING : Axe.OF_THE_SCREEN)
                        .barriers(driver())
                        .forEach(barrier -> barriers.add(name + " " + screen + " " + scheme + ": " + barrier));
            }
        }
        if (live) {
            looks++;
        }
        scheme("light");
        script("document.querySelectorAll('details').forEach(details => { details.open = false; })");
        console().forEach(message -> barriers.add(name + ": " + message));
    }

    private void none() {
        assertThat(barriers).isEmpty();
    }

    private void upload(Path folder, String stations) throws IOException {
        Path file = Files.writeString(folder.resolve("tps.csv"), stations, UTF_8);
        find(By.id("stations")).sendKeys(file.toString());
        press("Periksa berkas");
    }

    /** The operator adds a photo. */
    private void photographed(String report, int page, long dice) {
        String[] parts = report.split("/");
        addPhoto.execute(
                new Actor(
                        "operator.melati",
                        "Melati",
                        Set.of(Role.OPERATOR),
                        List.of(new Actor.Scope(Role.OPERATOR, RegionCode.of(HOME_VILLAGE)))),
                ReportAddress.of(parts[2], parts[3], parts[4]),
                page,
                PhotoMother.jpeg(dice, 900, 1200));
    }

    private static String report(String contest, String number) {
        return REPORTS + "/" + contest + "/" + HOME_VILLAGE + number;
    }

    private String inState(String status) {
        return REPORTS + "/bupati/" + station("r.status = '" + status + "' and cardinality(r.findings) >= 0");
    }

    private String held() {
        return REPORTS + "/bupati/" + station("r.holder = 'verifikator.satu' and r.status = 'LOCKED'");
    }

    private String corrected() {
        return REPORTS + "/bupati/" + station("r.status = 'APPROVED' and r.revision > 1");
    }

    private String station(String condition) {
        return jdbc.sql("""
                        select min(r.station) from desk.report r join desk.contest c on c.id = r.contest_id
                        where r.station like '9901%' and c.type = 'BUPATI' and """ + " " + condition).query(String.class).single();
    }
}
