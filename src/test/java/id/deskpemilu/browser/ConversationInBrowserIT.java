package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What desk and operators say to each other, on a phone and on a wide screen. */
class ConversationInBrowserIT extends Browser {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));
    private static final String OPERATOR = "operator.melati";
    private static final String VERIFIER = "verifikator.satu";
    private static final By UNDERSTOOD = By.cssSelector(".banner button[name=then]");

    @Autowired
    private JdbcClient jdbc;

    private TestElection election = new TestElection("", "");
    private String report = "";

    @BeforeEach
    void an_election_whose_reports_are_awaited_and_nothing_left_to_read() {
        election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isLessThan(300);
        report = "/reports/" + election.code() + "/bupati/" + election.station(1, 1);
        jdbc.sql("update desk.notice set read_at = now() where read_at is null").update();
    }

    @Test
    void a_broadcast_stands_above_the_tasks_until_it_is_understood_and_its_sender_sees_that() {
        as("supervisor", Screen.DESK);
        press(By.cssSelector(".nav a[href='/messages']"));
        press("Tulis pengumuman");
        assertThat(all(By.cssSelector("#region option")))
                .extracting(option -> option.getText().strip())
                .containsExactly("Kabupaten Uji " + election.regency(), "Kecamatan Uji");
        choose("region", election.district());
        type("text", "Belum selesai ditulis");
        press("Tampilkan isinya");
        assertThat(all(By.cssSelector("#region option"))).hasSize(4);
        assertThat(find(By.id("text")).getAttribute("value")).isEqualTo("Belum selesai ditulis");
        type("text", "");
        press("Lihat berapa yang akan menerima");
        assertThat(text(".error-summary")).contains("masih kosong");
        press(By.cssSelector("label[for=to-silent]"));
        type("text", "Laporan ditunggu sampai pukul 20.00.");
        press("Lihat berapa yang akan menerima");
        assertThat(page()).contains("2 operator di Kecamatan Uji", "Hanya yang belum lapor", "pukul 20.00");
        take("broadcast-preview-1280");
        press("Ubah");
        assertThat(find(By.id("to-silent")).isSelected()).isTrue();
        press("Lihat berapa yang akan menerima");
        press("Kirim kepada 2 operator");
        assertThat(text(".note.good")).isEqualTo("Terkirim kepada 2 operator.");
        assertThat(page()).contains("0 dari 2 operator sudah membaca");
        String sent = path();
        no_complaints();

        as(OPERATOR, Screen.PHONE);
        assertThat(path()).isEqualTo("/tasks");
        assertThat(text(".banner")).contains("Pengumuman dari", "Laporan ditunggu sampai pukul 20.00.");
        assertThat(text(".nav .unread-count")).startsWith("1");
        take("tasks-banner-390");
        screen(Screen.DESK);
        take("tasks-banner-1280");
        screen(Screen.PHONE);
        press(By.cssSelector(".nav a[href='/messages']"));
        assertThat(all(By.cssSelector(".banner"))).isEmpty();
        assertThat(text(".letters .unread")).contains("baru", "Laporan ditunggu sampai pukul 20.00.");
        take("messages-390");
        open("/tasks");
        press(UNDERSTOOD);
        assertThat(path()).isEqualTo("/tasks");
        assertThat(all(By.cssSelector(".banner, .unread-count"))).isEmpty();
        no_complaints();

        as("supervisor", Screen.DESK);
        open(sent);
        assertThat(page()).contains("1 dari 2 operator sudah membaca");
        assertThat(all(By.cssSelector(".lines li"))).hasSize(1);
        assertThat(text(".lines")).contains("Desa Uji 2").doesNotContain("Desa Uji 1");
        take("broadcast-1280");
        press(By.cssSelector("a[href$='show=read']"));
        assertThat(text(".lines")).contains("Desa Uji 1");
        screen(Screen.PHONE);
        open(sent);
        take("broadcast-390");
        no_complaints();
    }

    @Test
    void operator_and_verifier_talk_beside_the_report() {
        sent();
        as(OPERATOR, Screen.PHONE);
        open(report);
        press("Percakapan");
        type("text", "Halaman 2 kabur, foto baru menyusul.");
        press("Kirim pesan");
        assertThat(path()).isEqualTo(report + "#thread");
        assertThat(text(".remarks")).contains("Operator", "Halaman 2 kabur, foto baru menyusul.");
        look("#thread", "thread-390");
        no_complaints();

        as(VERIFIER, Screen.DESK);
        assertThat(text("tr[data-row] a.new")).contains("pesan baru");
        take("inbox-commented-1280");
        press(By.cssSelector("tr[data-row] a.new"));
        assertThat(text("#thread")).contains("Percakapan muncul sesudah").doesNotContain("Halaman 2 kabur");
        take("thread-veiled-1280");
        Map.of("suara_1", 90, "suara_2", 108, "suara_3", 10, "suara_sah", 208, "suara_tidak_sah", 2)
                .forEach((field, figure) -> type("key_" + field, figure));
        press("Bandingkan dengan operator");
        assertThat(text("#thread")).contains("Halaman 2 kabur", "Operator menunggu jawaban.");
        find(By.cssSelector("#thread .say button")).click();
        assertThat(all(By.cssSelector(".remarks li")))
                .as("an empty message is not sent")
                .hasSize(1);
        type("text", "Terima kasih, saya tunggu.");
        look("#thread", "thread-1280");
        press("Kirim pesan");
        assertThat(text(".remarks")).contains("Verifikator", "Terima kasih, saya tunggu.");
        assertThat(text("#thread")).doesNotContain("Operator menunggu jawaban.");
        no_complaints();

        as(OPERATOR, Screen.PHONE);
        assertThat(text(".nav .unread-count")).startsWith("1");
        press(By.cssSelector(".nav a[href='/messages']"));
        assertThat(text(".letters .unread"))
                .contains("Desk menulis tentang TPS 001")
                .doesNotContain("saya tunggu");
        press(By.cssSelector(".letters .unread button[value=open]"));
        assertThat(path()).isEqualTo(report + "#thread");
        assertThat(text(".remarks")).contains("saya tunggu");
        assertThat(all(By.cssSelector(".unread-count"))).isEmpty();
        no_complaints();
    }

    @Test
    void all_of_it_works_without_javascript() {
        sent();
        as(OPERATOR, Screen.PHONE);
        withoutJavaScript();
        open(report);
        find(By.name("text")).sendKeys("Foto menyusul.");
        press("Kirim pesan");
        assertThat(text(".remarks")).contains("Foto menyusul.");

        as("supervisor", Screen.DESK);
        open(report);
        press("Tidak perlu dijawab");
        assertThat(text("#thread")).contains("Foto menyusul.").doesNotContain("menunggu jawaban");
        find(By.name("text")).sendKeys("   ");
        press("Kirim pesan");
        assertThat(text("#comment-error")).contains("masih kosong");
        find(By.name("text")).clear();
        find(By.name("text")).sendKeys("Baik.");
        press("Kirim pesan");

        as("koordinator", Screen.PHONE);
        open("/messages/broadcasts/new");
        find(By.name("text")).sendKeys("Kumpul di pendopo pukul 21.00.");
        press("Lihat berapa yang akan menerima");
        press("Kirim kepada 2 operator");
        assertThat(text(".note.good")).contains("2 operator");

        as(OPERATOR, Screen.PHONE);
        assertThat(text(".banner")).contains("Kumpul di pendopo");
        press(By.cssSelector(".nav a[href='/messages']"));
        assertThat(all(By.cssSelector(".letters .unread"))).hasSize(2);
        press("Tandai semua terbaca");
        assertThat(all(By.cssSelector(".letters .unread"))).isEmpty();
    }

    private void choose(String select, String value) {
        find(By.cssSelector("#" + select + " option[value='" + value + "']")).click();
    }

    private void sent() {
        assertThat(submit(
                                OPERATOR,
                                election.report("bupati", election.station(1, 1)),
                                "obrolan-" + election.code(),
                                TallyMother.submission(TallyMother.consistent()))
                        .status())
                .isEqualTo(201);
    }

    private void look(String css, String name) {
        script("arguments[0].scrollIntoView({block: 'center'})", find(By.cssSelector(css)));
        take(name);
    }

    private void take(String name) {
        shoot(FOLDER.resolve(name + ".png"));
    }
}
