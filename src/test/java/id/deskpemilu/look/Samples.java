package id.deskpemilu.look;

import id.deskpemilu.conversation.web.BroadcastLine;
import id.deskpemilu.conversation.web.BroadcastPage;
import id.deskpemilu.conversation.web.BroadcastsPage;
import id.deskpemilu.conversation.web.ComposePage;
import id.deskpemilu.conversation.web.MessagesPage;
import id.deskpemilu.election.web.ElectionPage;
import id.deskpemilu.election.web.ElectionsPage;
import id.deskpemilu.election.web.ImportPage;
import id.deskpemilu.identity.web.PeoplePage;
import id.deskpemilu.portal.MePage;
import id.deskpemilu.recap.web.CandidatesPage;
import id.deskpemilu.recap.web.ProgressPage;
import id.deskpemilu.report.web.CorrectionsPage;
import id.deskpemilu.report.web.EntryPage;
import id.deskpemilu.report.web.FindingView;
import id.deskpemilu.report.web.PhotosPage;
import id.deskpemilu.report.web.PhotosView;
import id.deskpemilu.report.web.ReadBackPage;
import id.deskpemilu.report.web.ReceiptPage;
import id.deskpemilu.report.web.ReportPage;
import id.deskpemilu.report.web.ReportRounds;
import id.deskpemilu.report.web.ReportTalk;
import id.deskpemilu.report.web.RoundsPage;
import id.deskpemilu.report.web.Section;
import id.deskpemilu.report.web.Section.Cell;
import id.deskpemilu.report.web.Section.Row;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.ErrorPage;
import id.deskpemilu.shared.web.Frame;
import id.deskpemilu.shared.web.Paging;
import id.deskpemilu.shared.web.Round;
import id.deskpemilu.shared.web.Station;
import id.deskpemilu.shared.web.WelcomePage;
import id.deskpemilu.worklist.web.InboxPage;
import id.deskpemilu.worklist.web.PhotoCount;
import id.deskpemilu.worklist.web.TasksPage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every page filled with invented data, each in the states that look different. */
final class Samples {

    static final ZonedDateTime EVENING = ZonedDateTime.of(2027, 11, 24, 19, 42, 0, 0, ZoneId.of("Asia/Jakarta"));
    static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final String BASE = "/reports/pilkada-2027/bupati/9901012001007";
    static final LocalDate DAY = LocalDate.of(2027, 11, 24);
    private static final String[] PAIRS = {
        "Ratna Wulandari – Yusuf Hidayat", "Bambang Prasetyo – Dewi Lestari", "Agustinus Simbolon – Nur Halimah"
    };

    /** A page to render: its name, its template, who looks at it, its model. */
    record Sample(String name, String template, String role, Object page) {}

    private Samples() {}

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        all.add(new Sample("home", "home", "", new WelcomePage("/oauth2/authorization/keycloak", false, null)));
        all.add(new Sample("home-out", "home", "", new WelcomePage("/login", true, "Keycloak tidak menjawab.")));
        for (int status : new int[] {403, 404, 409, 500, 400}) {
            all.add(new Sample("error-" + status, "error", "operator", new ErrorPage(status, null, null, "/", null)));
        }
        all.add(new Sample(
                "error-told",
                "error",
                "operator",
                new ErrorPage(409, "TPS ini sudah dilaporkan Siti Aminah pukul 18.02 WIB.", null, BASE, "7K3M-Q2XA")));
        all.add(new Sample(
                "me",
                "me",
                "operator",
                new MePage(
                        "Siti Aminah",
                        "siti.aminah",
                        List.of("operator"),
                        List.of(new MePage.Region("Desa Sukamaju, Kec. Sukajaya", "99.01.01.2001", DAY, null)),
                        "/account")));
        all.addAll(PeopleSamples.all());
        all.addAll(IncidentSamples.all());
        all.addAll(LetterSamples.all());
        all.addAll(CheckSamples.all());
        all.add(new Sample(
                "entry-on-behalf",
                "report/entry",
                "coordinator",
                new EntryPage(
                        station("007"), "bupati", "pilkada-2027", BASE, "k1", "draft:k1", null, blank(), null, true)));
        all.add(new Sample(
                "readback-on-behalf",
                "report/readback",
                "coordinator",
                new ReadBackPage(
                        station("007"),
                        "bupati",
                        "pilkada-2027",
                        BASE,
                        "k1",
                        "draft:k1",
                        EVENING,
                        figures(true, false),
                        List.of(),
                        false,
                        null,
                        new ReadBackPage.OnBehalf("", "Tulis mengapa Anda mengirim laporan ini."))));
        all.add(new Sample("me-none", "me", "admin", new MePage("A", "a", List.of("admin"), List.of(), null)));
        all.addAll(conversation());
        all.add(new Sample("tasks", "tasks/home", "operator", tasks()));
        all.add(new Sample(
                "tasks-done",
                "tasks/home",
                "operator",
                new TasksPage(4, 4, List.of(), List.of(), List.of(card("001", "APPROVED", "LOCKED")), null)));
        all.add(new Sample(
                "tasks-empty",
                "tasks/home",
                "operator",
                new TasksPage(0, 0, List.of(), List.of(), List.of(), EVENING)));
        all.add(new Sample(
                "entry",
                "report/entry",
                "operator",
                new EntryPage(
                        station("007"), "bupati", "pilkada-2027", BASE, "k1", "draft:k1", null, blank(), null, false)));
        all.add(new Sample(
                "entry-errors",
                "report/entry",
                "operator",
                new EntryPage(
                        station("007"),
                        "bupati",
                        "pilkada-2027",
                        BASE,
                        "k1",
                        "draft:k1",
                        EVENING,
                        wrong(),
                        null,
                        false)));
        all.add(new Sample(
                "readback",
                "report/readback",
                "operator",
                new ReadBackPage(
                        station("007"),
                        "bupati",
                        "pilkada-2027",
                        BASE,
                        "k1",
                        "draft:k1",
                        EVENING,
                        figures(true, true),
                        findings(true),
                        false,
                        "Centang bahwa semua angka sesuai C.Hasil.",
                        null)));
        all.add(new Sample(
                "readback-clean",
                "report/readback",
                "operator",
                new ReadBackPage(
                        station("007"),
                        "bupati",
                        "pilkada-2027",
                        BASE,
                        "k1",
                        "draft:k1",
                        EVENING,
                        figures(true, false),
                        List.of(),
                        false,
                        null,
                        null)));
        all.add(new Sample("entry-party", "report/entry", "operator", step(7, List.of(), false)));
        all.add(new Sample(
                "entry-party-zeros", "report/entry", "operator", step(9, List.of("suara_8_0", "suara_8_1"), false)));
        all.add(new Sample("entry-party-checking", "report/entry", "operator", step(4, List.of(), true)));
        all.add(new Sample("entry-totals", "report/entry", "operator", step(20, List.of(), false)));
        all.add(new Sample(
                "readback-lists",
                "report/readback",
                "operator",
                new ReadBackPage(
                        station("007"),
                        "dprd-kab",
                        "pilkada-2027",
                        BASE,
                        "k1",
                        "draft:k1",
                        EVENING,
                        lists(true),
                        List.of(),
                        false,
                        null,
                        null)));
        all.add(new Sample("receipt", "report/receipt", "operator", receipt(false)));
        all.add(new Sample("receipt-last", "report/receipt", "operator", receipt(true)));
        all.add(new Sample("view", "report/view", "verifier", report()));
        all.add(new Sample("view-lists", "report/view", "verifier", report(lists())));
        all.add(new Sample("view-confirm", "report/view", "operator", toConfirm()));
        all.add(new Sample("view-awaited", "report/view", "operator", awaited()));
        all.add(new Sample("view-veiled", "report/view", "verifier", veiled()));
        all.add(new Sample("view-disputed", "report/view", "supervisor", disputed()));
        all.add(new Sample("view-approved", "report/view", "auditor", approved()));
        all.add(new Sample("photos", "report/evidence", "operator", photos(true)));
        all.add(new Sample("photos-verifier", "report/evidence", "verifier", photos(false)));
        all.add(new Sample(
                "photos-none",
                "report/evidence",
                "operator",
                new PhotosPage(
                        station("007"),
                        "bupati",
                        "pilkada-2027",
                        BASE,
                        false,
                        new PhotosView(BASE + "/photos", "NONE", 0, 3, List.of(), List.of(), List.of(), true, false),
                        1,
                        List.of(1, 2, 3),
                        List.of("Berkas ini bukan foto JPEG atau PNG. Pilih foto C.Hasil."),
                        null)));
        all.add(new Sample("inbox", "worklist/inbox", "verifier", inbox()));
        all.add(new Sample("inbox-empty", "worklist/inbox", "verifier", inboxEmpty(false)));
        all.add(new Sample("inbox-none", "worklist/inbox", "verifier", inboxEmpty(true)));
        all.add(new Sample("progress", "recap/progress", "supervisor", progress("kecamatan")));
        all.add(new Sample("progress-tps", "recap/progress", "supervisor", progress("tps")));
        all.add(new Sample("candidates", "recap/candidates", "supervisor", candidates()));
        all.add(new Sample("corrections", "report/corrections", "auditor", corrections()));
        all.add(new Sample("corrections-empty", "report/corrections", "auditor", noCorrections()));
        all.add(new Sample("progress-empty", "recap/progress", "supervisor", progressEmpty()));
        all.add(new Sample(
                "elections",
                "admin/elections",
                "admin",
                new ElectionsPage(
                        List.of(new ElectionsPage.Row(
                                "pilkada-2027", "Pilkada Kabupaten Nusa Jaya 2027", DAY, "REHEARSAL", 2, 120)),
                        Map.of(),
                        Map.of())));
        all.add(new Sample(
                "elections-errors",
                "admin/elections",
                "admin",
                new ElectionsPage(List.of(), Map.of("name", "", "code", "X Y"), errors())));
        all.add(new Sample("election", "admin/election", "admin", election()));
        all.add(new Sample("rounds", "admin/rounds", "admin", roundsPage(true, null, false)));
        all.add(new Sample("rounds-errors", "admin/rounds", "admin", roundsPage(true, null, true)));
        all.add(new Sample("rounds-closed", "admin/rounds", "admin", roundsPage(false, null, false)));
        all.add(new Sample(
                "rounds-check",
                "admin/rounds",
                "admin",
                roundsPage(
                        true,
                        new RoundsPage.Check(
                                LocalDate.of(2028, 4, 22), 2, 2, 1, List.of("9901012001003", "9901012001004")),
                        false)));
        all.add(new Sample(
                "entry-psu",
                "report/entry",
                "operator",
                new EntryPage(
                        inSecondRound("007"),
                        "bupati",
                        "pilkada-2027",
                        BASE,
                        "k1",
                        "draft:k1",
                        null,
                        blank(),
                        null,
                        false)));
        for (String step : List.of("UPLOAD", "ERRORS", "PREVIEW", "RUNNING", "DONE", "FAILED")) {
            all.add(new Sample("import-" + step.toLowerCase(), "admin/import", "admin", imported(step)));
        }
        all.add(new Sample("people", "admin/people", "admin", people(true)));
        all.add(new Sample("people-empty", "admin/people", "admin", people(false)));
        all.addAll(BoardSamples.all());
        all.addAll(TransferSamples.all());
        return all;
    }

    static Frame frame(String role, boolean simulation) {
        List<Frame.Nav> nav = new ArrayList<>();
        switch (role) {
            case "" -> {}
            case "operator" -> nav.add(new Frame.Nav("tasks", "/tasks", true));
            case "verifier" -> nav.add(new Frame.Nav("inbox", "/inbox", true));
            case "coordinator" -> nav.add(new Frame.Nav("escalations", "/escalations", true));
            case "supervisor" -> nav.add(new Frame.Nav("escalations", "/escalations", false));
            default -> {}
        }
        if (!role.isEmpty()) {
            nav.add(new Frame.Nav("board", "/board", "supervisor".equals(role)));
            if ("supervisor".equals(role)) {
                nav.add(new Frame.Nav("letters", "/letters", false));
            }
            nav.add(new Frame.Nav("messages", "/messages", false, "operator".equals(role) ? 3 : 120));
            if ("admin".equals(role)) {
                nav.add(new Frame.Nav("admin", "/admin", true));
            }
            nav.add(new Frame.Nav("me", "/me", false));
        }
        return new Frame(
                "Kabupaten Nusa Jaya",
                role.isEmpty() ? null : "Pilkada Serentak 2027",
                simulation,
                role.isEmpty() ? null : "Siti Aminah",
                role.isEmpty() ? List.of() : List.of(role),
                "operator".equals(role) ? "Desa Sukamaju" : "Kab. Nusa Jaya",
                nav,
                EVENING,
                1,
                EVENING.toInstant(),
                "operator".equals(role)
                        ? new Frame.Banner(
                                41,
                                "Pengumuman dari Rina Hartati",
                                "Laporan ditunggu sampai pukul 20.00.\nYang terkendala, hubungi koordinator.",
                                BASE,
                                2,
                                "tasks")
                        : null);
    }

    static Station station(String number) {
        return new Station("9901012001" + number, number, "Sukamaju", "Sukajaya", number.startsWith("9"));
    }

    private static final Round REGULAR = new Round(1, "REGULAR", DAY);
    private static final Round PSU = new Round(2, "PSU", LocalDate.of(2028, 4, 19));

    private static Station inSecondRound(String number) {
        return new Station("9901012001" + number, number, "Sukamaju", "Sukajaya", number.startsWith("9"), PSU);
    }

    private static ReportRounds rounds(boolean superseded) {
        return new ReportRounds(
                List.of(
                        new ReportRounds.Item(REGULAR, BASE + "?round=1", false, superseded),
                        new ReportRounds.Item(PSU, BASE, true, !superseded)),
                superseded
                        ? new ReportRounds.Superseded(
                                REGULAR, PSU, EVENING, "Putusan MK: pemilih memilih lebih dari sekali.", BASE)
                        : null);
    }

    private static RoundsPage roundsPage(boolean mayOpen, RoundsPage.@Nullable Check check, boolean wrong) {
        List<RoundsPage.Candidate> ballot =
                List.of(new RoundsPage.Candidate(1, PAIRS[0]), new RoundsPage.Candidate(2, PAIRS[1]));
        return new RoundsPage(
                "Pilkada Kabupaten Nusa Jaya 2027",
                "bupati",
                "/admin/elections/pilkada-2027",
                "/admin/elections/pilkada-2027/contests/bupati/rounds",
                List.of(
                        new RoundsPage.Item(REGULAR, "", true, 120, 120, 118, 2, ballot),
                        new RoundsPage.Item(PSU, "Putusan MK", mayOpen, 2, 1, 1, 0, ballot)),
                mayOpen,
                List.of("PSU", "PSS", "PSL", "PUSS"),
                mayOpen
                        ? List.of(new RoundsPage.District(
                                "990101",
                                "Sukajaya",
                                List.of(
                                        new RoundsPage.Village("9901012001", "Sukamaju"),
                                        new RoundsPage.Village("9901012002", "Mekarwangi"))))
                        : List.of(),
                new RoundsPage.Form(
                        wrong ? "" : "PSU",
                        wrong ? "" : "2028-04-22",
                        wrong ? "" : "Rekomendasi Bawaslu: pemilih memilih lebih dari sekali.",
                        "9901012001003\n9901012001004",
                        Set.of("9901012002"),
                        check != null,
                        List.of(
                                new RoundsPage.Line("1", PAIRS[0]),
                                new RoundsPage.Line("2", PAIRS[1]),
                                new RoundsPage.Line("", ""))),
                check,
                wrong
                        ? List.of(
                                new RoundsPage.Problem("kind", "Pilih jenisnya."),
                                new RoundsPage.Problem("heldOn", "Isi tanggalnya."),
                                new RoundsPage.Problem("reason", "Tulis alasannya."),
                                new RoundsPage.Problem("stations", "TPS 9901012001003 disebut dua kali."),
                                new RoundsPage.Problem("ballot", "Surat suara perlu paling sedikit dua pilihan."))
                        : List.of(),
                check == null && !wrong ? "Putaran 2 dibuka." : null);
    }

    private static TasksPage.Card card(String number, String gubernur, String bupati) {
        return new TasksPage.Card(
                station(number),
                List.of(
                        new TasksPage.ContestChip(
                                "gubernur",
                                null,
                                gubernur,
                                BASE + "/entry",
                                "draft:g" + number,
                                "AWAITED".equals(gubernur) ? new TasksPage.Draft(12, 34) : null,
                                new PhotoCount("NONE", 0, 3),
                                BASE + "/photos"),
                        new TasksPage.ContestChip(
                                "bupati",
                                "003".equals(number) ? PSU : null,
                                bupati,
                                BASE,
                                "draft:b" + number,
                                null,
                                new PhotoCount("SOME", 2, 3),
                                BASE + "/photos")));
    }

    /** The photos of a report, as the operator adds them or as a verifier sees them. */
    static PhotosPage photos(boolean operator) {
        var act = new PhotosView.Act("Siti Aminah", EVENING.minusMinutes(30), null);
        var other = new PhotosView.Place("bupati", "008", "Sukamaju", "Sukajaya", BASE + "/photos");
        var here = new PhotosView.Place("bupati", "007", "Sukamaju", "Sukajaya", null);
        var move = new PhotosView.Move(
                other, here, new PhotosView.Act("Budi Santoso", EVENING.minusMinutes(5), "Tertulis TPS 007"));
        List<PhotosView.Shown> shown = List.of(
                photo(1, 2, act, null, List.of(), List.of(), true),
                photo(
                        2,
                        1,
                        act,
                        null,
                        operator
                                ? List.of()
                                : List.of(
                                        new PhotosView.Twin(other, 2, true),
                                        new PhotosView.Twin(
                                                new PhotosView.Place("gubernur", "009", "Sukamulya", "Sukajaya", null),
                                                1,
                                                false)),
                        List.of(move),
                        true));
        var withdrawn = new PhotosView.Act("Siti Aminah", EVENING.minusMinutes(20), "Kabur");
        return new PhotosPage(
                station("007"),
                "bupati",
                "pilkada-2027",
                BASE,
                true,
                new PhotosView(
                        BASE + "/photos",
                        "SOME",
                        2,
                        3,
                        shown,
                        List.of(photo(1, 1, act, withdrawn, List.of(), List.of(), false)),
                        List.of(new PhotosView.Gone(
                                3, new PhotosView.Move(here, other, new PhotosView.Act("Budi", EVENING, "Salah TPS")))),
                        operator,
                        !operator),
                3,
                List.of(1, 2, 3),
                List.of(),
                operator ? null : "Foto dipindahkan.");
    }

    private static PhotosView.Shown photo(
            int page,
            int version,
            PhotosView.Act uploaded,
            PhotosView.@Nullable Act withdrawn,
            List<PhotosView.Twin> twins,
            List<PhotosView.Move> moves,
            boolean withdrawable) {
        String href = BASE + "/photos/0000-" + page + "-" + version;
        return new PhotosView.Shown(
                "p" + page + version,
                page,
                version,
                href,
                href + "/thumbnail",
                1500,
                2000,
                uploaded,
                SHA,
                SHA,
                withdrawn,
                twins,
                moves,
                withdrawable);
    }

    private static TasksPage tasks() {
        return new TasksPage(
                12,
                8,
                List.of(
                        new TasksPage.Due("CONFIRM", station("003"), "bupati", BASE, null),
                        new TasksPage.Due("SEND", station("004"), "gubernur", BASE, -12L),
                        new TasksPage.Due("SEND", station("005"), "bupati", BASE, 25L)),
                List.of(
                        card("003", "APPROVED", "CORRECTION_REQUESTED"),
                        card("004", "AWAITED", "LOCKED"),
                        card("901", "AWAITED", "AWAITED")),
                List.of(card("001", "APPROVED", "RECHECK"), card("002", "LOCKED", "CORRECTION_CONFIRMED")),
                null);
    }

    private static Row row(String number, String label, Cell... cells) {
        return new Row(number, label, List.of(cells));
    }

    private static Row blankRow(String number, String label, String code) {
        return row(
                number,
                label,
                Cell.blank(code + "_l", "L"),
                Cell.blank(code + "_p", "P"),
                Cell.blank(code + "_j", "J", code + "_l", code + "_p"));
    }

    private static List<Section> blank() {
        return List.of(
                new Section(
                        "VOTERS",
                        "I.A",
                        "Data pemilih",
                        List.of(blankRow("1", "Jumlah pemilih dalam DPT", "pemilih_dpt"))),
                new Section(
                        "TURNOUT",
                        "I.B",
                        "Data pengguna hak pilih",
                        List.of(
                                blankRow("1", "Pengguna hak pilih dalam DPT", "pengguna_dpt"),
                                blankRow("2", "Pengguna hak pilih dalam DPPh (pindahan)", "pengguna_dpph"),
                                blankRow("3", "Pengguna hak pilih dalam DPTb (tambahan)", "pengguna_dptb"),
                                blankRow("4", "Jumlah pengguna hak pilih (B.1 + B.2 + B.3)", "pengguna_total"))),
                new Section(
                        "BALLOTS",
                        "II",
                        "Data penggunaan surat suara",
                        List.of(
                                row(
                                        "1",
                                        "Surat suara diterima, termasuk cadangan 2,5% dari DPT",
                                        Cell.blank("ss_diterima", "", "ss_digunakan", "ss_rusak", "ss_sisa")),
                                row("2", "Surat suara digunakan", Cell.blank("ss_digunakan", "")),
                                row(
                                        "3",
                                        "Surat suara dikembalikan (rusak atau keliru coblos)",
                                        Cell.blank("ss_rusak", "")),
                                row(
                                        "4",
                                        "Surat suara tidak digunakan, termasuk sisa cadangan",
                                        Cell.blank("ss_sisa", "")))),
                new Section(
                        "DISABILITY",
                        "III",
                        "Data pemilih disabilitas",
                        List.of(blankRow("1", "Pemilih disabilitas yang menggunakan hak pilih", "disabilitas"))),
                new Section(
                        "VOTES",
                        "IV",
                        "Perolehan suara",
                        List.of(
                                row("1", PAIRS[0], Cell.blank("suara_1", "")),
                                row("2", PAIRS[1], Cell.blank("suara_2", "")),
                                row("3", PAIRS[2], Cell.blank("suara_3", "")))),
                new Section(
                        "TOTALS",
                        "V",
                        "Suara sah dan tidak sah",
                        List.of(
                                row(
                                        "A",
                                        "Jumlah seluruh suara sah",
                                        Cell.blank("suara_sah", "", "suara_1", "suara_2", "suara_3")),
                                row("B", "Jumlah suara tidak sah", Cell.blank("suara_tidak_sah", "")),
                                row(
                                        "C",
                                        "Jumlah seluruh suara sah dan suara tidak sah (A + B)",
                                        Cell.blank("suara_total", "", "suara_sah", "suara_tidak_sah")))));
    }

    /** The form of a contest with party lists: eighteen parties, eight candidates each. */
    private static List<Section> lists() {
        List<Section> sections = new ArrayList<>(figures(false, false));
        sections.removeIf(Section::votes);
        int totals = sections.size() - 1;
        for (int party = 1; party <= 18; party++) {
            List<Row> rows = new ArrayList<>();
            rows.add(row("A.1", "Suara partai politik", Cell.read("suara_" + party + "_0", "", 5)));
            for (int number = 1; number <= 8; number++) {
                rows.add(row(
                        String.valueOf(number),
                        "Dr. H. Calon Panjang Nama Sekali, S.H., M.Si. " + number,
                        Cell.read("suara_" + party + "_" + number, "", number)));
            }
            String total = "suara_" + party;
            rows.add(row(
                    "B",
                    "Jumlah suara sah partai politik dan calon (A.1 + A.2)",
                    party == 4
                            ? new Cell(total, "", "42", null, 41, null, true, List.of())
                            : Cell.read(total, "", 41)));
            sections.add(totals++, new Section("VOTES", "IV." + party, "Partai Contoh " + party, rows, party));
        }
        return sections;
    }

    private static CandidatesPage candidates() {
        return new CandidatesPage(
                "Kabupaten Nusa Jaya",
                "9901",
                "pemilu-2029",
                "dprd-kab",
                List.of(new Crumb("Kab. Nusa Jaya", "/progress")),
                List.of(
                        new Choice("1", "1 Partai Contoh", null, false),
                        new Choice("2", "2 Partai Teladan", null, true)),
                2,
                "Partai Teladan",
                List.of(
                        new CandidatesPage.Dapil(
                                "990101",
                                "Nusa Jaya 1",
                                40,
                                60,
                                1,
                                412,
                                List.of(
                                        new CandidatesPage.Row(
                                                1, "Dr. H. Ahmad Contoh Panjang Sekali, S.H., M.Si.", 1942),
                                        new CandidatesPage.Row(2, "Budi Teladan", 0)),
                                2354),
                        new CandidatesPage.Dapil("990102", "Nusa Jaya 2", 48, 60, 0, 12, List.of(), 12)),
                new Coverage(EVENING, 88, 120, 40.9));
    }

    private static final Map<String, Integer> PAPER = new LinkedHashMap<>();

    static {
        int[] values = {
            134, 155, 289, 95, 103, 198, 6, 3, 9, 2, 1, 3, 103, 107, 210, 295, 210, 1, 84, 2, 1, 3, 90, 110, 10, 211, 0,
            210
        };
        int[] next = {0};
        blank().forEach(section ->
                section.rows().forEach(row -> row.cells().forEach(cell -> PAPER.put(cell.field(), values[next[0]++]))));
    }

    private static List<Section> figures(boolean words, boolean marked) {
        return blank().stream()
                .map(section -> new Section(
                        section.key(),
                        section.number(),
                        section.title(),
                        section.rows().stream()
                                .map(row -> new Row(
                                        row.number(),
                                        row.label(),
                                        row.cells().stream()
                                                .map(cell -> filled(cell, words, marked))
                                                .toList()))
                                .toList()))
                .toList();
    }

    private static Cell filled(Cell cell, boolean words, boolean marked) {
        String field = cell.field();
        return new Cell(
                field,
                cell.column(),
                String.valueOf(PAPER.get(field)),
                words ? (PAPER.get(field) > 99 ? "dua ratus delapan puluh sembilan" : "sembilan") : null,
                marked && "pemilih_dpt_l".equals(field) ? 143 : null,
                null,
                marked && (field.startsWith("suara_") && !field.endsWith("total") || "pengguna_total_j".equals(field)),
                List.of());
    }

    /** A form of 18 parties with 12 candidates each; in the third the sum differs. */
    private static List<Section> lists(boolean words) {
        List<Section> sections = new ArrayList<>();
        for (Section section : figures(words, false)) {
            if (!section.votes()) {
                sections.add(section);
                continue;
            }
            for (int party = 1; party <= 18; party++) {
                List<Row> rows = new ArrayList<>();
                rows.add(row("A.1", "Suara partai politik", list("suara_" + party + "_0", 2, words)));
                for (int candidate = 1; candidate <= 12; candidate++) {
                    rows.add(row(
                            String.valueOf(candidate),
                            "Calon Nomor " + candidate + " dari Partai " + party,
                            list("suara_" + party + "_" + candidate, candidate == 1 ? 5 : 0, words)));
                }
                rows.add(row(
                        "B",
                        "Jumlah suara sah partai politik dan calon (A.1 + A.2)",
                        list("suara_" + party, party == 3 ? 9 : 7, words)));
                sections.add(new Section("VOTES", "IV." + party, "Partai Percobaan Persatuan " + party, rows, party));
            }
        }
        return sections;
    }

    private static Cell list(String field, int value, boolean words) {
        return new Cell(
                field, "", String.valueOf(value), words ? "dua puluh sembilan" : null, null, null, false, List.of());
    }

    private static EntryPage step(int number, List<String> zeroed, boolean checking) {
        List<Section> sections = lists(false);
        List<EntryPage.Step> all = new ArrayList<>();
        String[] states = {"FULL", "DIFFERS", "WRONG", "PART", "EMPTY"};
        all.add(new EntryPage.Step(1, null, "I.A–III", "FULL", 22, 22, 0));
        for (int party = 1; party <= 18; party++) {
            all.add(new EntryPage.Step(
                    party + 1,
                    party,
                    "Partai Percobaan Persatuan " + party,
                    states[party % states.length],
                    party % 2 == 0 ? 14 : 3,
                    14,
                    checking && party % 4 == 0 ? 3 : 0));
        }
        all.add(new EntryPage.Step(20, null, "V", "EMPTY", 0, 3, checking ? 3 : 0));
        List<Section> shown = number == 20
                ? sections.subList(sections.size() - 1, sections.size())
                : sections.subList(number + 2, number + 3);
        return new EntryPage(
                station("007"),
                "dprd-kab",
                "pilkada-2027",
                BASE,
                "k1",
                "draft:k1",
                EVENING,
                shown,
                new EntryPage.Steps(number, all, Map.of("suara_1", 7, "suara_2", 7), 210, zeroed, checking),
                false);
    }

    private static List<Section> wrong() {
        return figures(false, false).stream()
                .map(section -> new Section(
                        section.key(),
                        section.number(),
                        section.title(),
                        section.rows().stream()
                                .map(row -> new Row(
                                        row.number(),
                                        row.label(),
                                        row.cells().stream()
                                                .map(Samples::mistyped)
                                                .toList()))
                                .toList()))
                .toList();
    }

    private static Cell mistyped(Cell cell) {
        List<String> sumOf = switch (cell.field()) {
            case "pemilih_dpt_j" -> List.of("pemilih_dpt_l", "pemilih_dpt_p");
            case "suara_sah" -> List.of("suara_1", "suara_2", "suara_3");
            default -> List.of();
        };
        return switch (cell.field()) {
            case "pengguna_dpt_p" ->
                new Cell(cell.field(), "P", "1o3", null, null, "isi dengan angka saja", false, sumOf);
            case "suara_2" ->
                new Cell(cell.field(), "", "", null, null, "isi angka; tulis 0 bila kosong", false, sumOf);
            default -> new Cell(cell.field(), cell.column(), cell.value(), null, null, null, false, sumOf);
        };
    }

    private static List<FindingView> findings(boolean asking) {
        return List.of(
                new FindingView(
                        "S2",
                        "EXPLAIN",
                        true,
                        "312 > 289 + ⌈2,5 % × 289⌉ = 297",
                        List.of("suara_total"),
                        List.of("I.A", "V"),
                        List.of(),
                        asking ? null : "Tercatat dua kali di plano",
                        asking ? "tulis alasan, paling sedikit beberapa kata." : null),
                new FindingView(
                        "H3",
                        "EXPLAIN",
                        false,
                        "90 + 110 + 10 = 210 ≠ 211",
                        List.of("suara_sah"),
                        List.of("IV", "V"),
                        List.of(new FindingView.Likely("suara_sah", "V.A Jumlah seluruh suara sah", 211, 210)),
                        asking ? "" : "KPPS salah menjumlah, sudah dicatat di kejadian khusus",
                        null),
                new FindingView(
                        "H7",
                        "WARN",
                        false,
                        "198 > 155",
                        List.of("pengguna_dpt_p"),
                        List.of("I.B"),
                        List.of(),
                        null,
                        null),
                new FindingView("H1", "INFO", false, "134 + 155 = 289", List.of(), List.of(), List.of(), null, null));
    }

    private static ReceiptPage receipt(boolean last) {
        return new ReceiptPage(
                station("007"),
                "bupati",
                "pilkada-2027",
                BASE,
                "draft:k1",
                List.of("7K3M", "Q2XA", "9F4T"),
                EVENING,
                SHA,
                "Siti Aminah",
                last,
                last ? null : new ReceiptPage.Next(station("008"), "gubernur", BASE + "/entry"),
                false,
                true);
    }

    private static final List<ReportPage.Change> CHANGES =
            List.of(new ReportPage.Change("pemilih_dpt_l", "I.A.1 Jumlah pemilih dalam DPT · L", 143, 134));

    private static ReportPage.Correction correction(String state, @Nullable String comment) {
        return new ReportPage.Correction(
                1,
                state,
                "Angka DPT laki-laki tertukar puluhan dan satuan di foto.",
                CHANGES,
                "REQUESTED".equals(state) ? "p12,100,200,300,80" : null,
                new ReportPage.Act("Budi Santoso", EVENING.minusMinutes(40)),
                EVENING.plusMinutes(5),
                "REQUESTED".equals(state) ? null : new ReportPage.Act("Siti Aminah", EVENING.minusMinutes(20)),
                comment,
                null,
                null,
                null);
    }

    private static ReportPage.Review review(boolean veiled, boolean differs) {
        List<Section.Row> toKey = List.of(
                new Section.Row("1", "Ani Wijaya – Budi Santoso", List.of(Section.Cell.blank("suara_1", ""))),
                new Section.Row("A", "Jumlah seluruh suara sah", List.of(Section.Cell.blank("suara_sah", ""))));
        return new ReportPage.Review(
                veiled,
                veiled || differs ? toKey : List.of(),
                veiled
                        ? null
                        : new ReportPage.Check(
                                !differs,
                                differs
                                        ? List.of(new ReportPage.Change("suara_sah", "V.A Jumlah suara sah", 210, 216))
                                        : List.of()),
                !veiled,
                null,
                CAUSES);
    }

    private static final List<String> CAUSES =
            List.of("MISREAD", "FORM_CORRECTED", "WRONG_STATION", "ORDERED", "OTHER");

    private static ReportPage.Review reopening(String state) {
        ReportPage.Act asked = new ReportPage.Act("Budi Santoso", EVENING.minusMinutes(15));
        boolean granted = "GRANTED".equals(state);
        var reopening = new ReportPage.Reopening(
                state,
                "MISREAD",
                "Angka paslon 1 terbaca 90, ternyata 96.",
                asked,
                granted ? new ReportPage.Act("Rina Hartati", EVENING) : null,
                null,
                granted ? EVENING.plusHours(4) : null,
                null);
        return new ReportPage.Review(false, List.of(), null, true, reopening, CAUSES);
    }

    private static List<ReportPage.Event> history() {
        return List.of(
                new ReportPage.Event("CorrectionApplied", "Budi Santoso", EVENING, null, CHANGES),
                new ReportPage.Event("CorrectionAnswered", "Siti Aminah", EVENING.minusMinutes(20), null, List.of()),
                new ReportPage.Event(
                        "CorrectionRequested",
                        "Budi Santoso",
                        EVENING.minusMinutes(40),
                        "Angka DPT tertukar.",
                        CHANGES),
                new ReportPage.Event("Claimed", "Budi Santoso", EVENING.minusMinutes(45), null, List.of()),
                new ReportPage.Event("Submitted", "Siti Aminah", EVENING.minusMinutes(100), null, List.of()));
    }

    private static ReportPage report() {
        return report(figures(false, true));
    }

    private static ReportPage report(List<Section> sections) {
        return new ReportPage(
                station("007"),
                "bupati",
                "pilkada-2027",
                BASE,
                "RECHECK",
                new ReportPage.Holder("Citra Dewi", EVENING, true),
                4,
                "7K3M Q2XA 9F4T",
                new ReportPage.Act("Siti Aminah", EVENING.minusMinutes(100)),
                sections,
                findings(false),
                List.of("APPROVE", "REQUEST_CORRECTION", "RELEASE"),
                null,
                null,
                List.of(correction("APPLIED", null), correction("DISPUTED", "Di kertas memang 143.")),
                List.of(
                        new ReportPage.Revision(
                                2, "CORRECTION", new ReportPage.Act("Budi Santoso", EVENING), SHA, CHANGES),
                        new ReportPage.Revision(
                                1,
                                "SUBMISSION",
                                new ReportPage.Act("Siti Aminah", EVENING.minusMinutes(100)),
                                SHA,
                                List.of())),
                history(),
                review(false, true),
                photos(false).photos(),
                "Task_RecheckReport",
                "Periksa laporan untuk kedua kalinya",
                List.of(new Crumb("Kotak periksa", "/inbox"), new Crumb("TPS 007", null)),
                "/inbox",
                new ReportPage.CorrectionForm(
                        "correct", Map.of("suara_sah", "210"), "", List.of("Tulis alasan permintaan koreksi.")),
                rounds(false),
                talk(true),
                null);
    }

    private static ReportPage toConfirm() {
        ReportPage page = report();
        return new ReportPage(
                page.station(),
                page.contest(),
                page.election(),
                BASE,
                "CORRECTION_REQUESTED",
                new ReportPage.Holder("Budi Santoso", EVENING, false),
                3,
                page.reference(),
                page.submitted(),
                figures(false, false),
                List.of(),
                List.of("CONFIRM_CORRECTION", "KEEP_AS_WRITTEN", "DISPUTE_CORRECTION"),
                null,
                correction("REQUESTED", null),
                List.of(),
                List.of(),
                page.history().subList(2, 5),
                review(false, false),
                photos(false).photos(),
                "Task_ConfirmCorrection",
                "Konfirmasi koreksi",
                List.of(),
                "/tasks",
                null,
                null,
                talk(false),
                null);
    }

    private static ReportPage awaited() {
        return new ReportPage(
                station("007"),
                "gubernur",
                "pilkada-2027",
                BASE,
                "AWAITED",
                null,
                0,
                null,
                null,
                List.of(),
                List.of(),
                List.of("SUBMIT"),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new ReportPage.Review(false, List.of(), null, false, null, CAUSES),
                photos(false).photos(),
                "Task_SubmitReport",
                "Kirim laporan",
                List.of(),
                "/tasks",
                null,
                null,
                talk(false),
                null);
    }

    private static ReportPage approved() {
        ReportPage page = report();
        return new ReportPage(
                page.station(),
                "bupati",
                "pilkada-2027",
                BASE,
                "APPROVED",
                null,
                6,
                page.reference(),
                page.submitted(),
                figures(false, false),
                List.of(),
                List.of("CLAIM", "TAKE_OVER", "APPLY_CORRECTION", "REQUEST_REOPENING", "DECIDE_REOPENING"),
                "Anda yang meminta koreksi ini; orang lain memeriksanya sekali lagi.",
                correction("CONFIRMED", null),
                List.of(),
                page.revisions(),
                page.history(),
                reopening("REQUESTED"),
                photos(false).photos(),
                null,
                null,
                page.crumbs(),
                "/progress",
                null,
                rounds(true),
                talk(false),
                null);
    }

    /** Before the photo is read. */
    private static ReportPage veiled() {
        ReportPage page = report();
        return new ReportPage(
                page.station(),
                page.contest(),
                page.election(),
                BASE,
                "LOCKED",
                null,
                2,
                page.reference(),
                page.submitted(),
                List.of(),
                List.of(),
                List.of("CLAIM", "CHECK_BLIND"),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                review(true, false),
                photos(false).photos(),
                "Task_VerifyReport",
                "Verifikasi laporan",
                page.crumbs(),
                "/inbox",
                new ReportPage.CorrectionForm("blind", Map.of("suara_1", "9o"), "", List.of("Isi dengan angka saja.")),
                null,
                talk(false),
                null);
    }

    /** A disputed correction before a supervisor, and a report opened again. */
    private static ReportPage disputed() {
        ReportPage page = approved();
        return new ReportPage(
                page.station(),
                page.contest(),
                page.election(),
                BASE,
                "DISPUTED",
                null,
                7,
                page.reference(),
                page.submitted(),
                page.sections(),
                List.of(),
                List.of("DECIDE_CORRECTION", "CLOSE_REOPENING"),
                null,
                correction("DISPUTED", "Di kertas tertulis 134."),
                List.of(),
                page.revisions(),
                page.history(),
                reopening("GRANTED"),
                photos(false).photos(),
                "Task_DecideCorrection",
                "Putuskan koreksi",
                page.crumbs(),
                "/inbox",
                null,
                null,
                talk(false),
                null);
    }

    private static ReportTalk talk(boolean open) {
        return new ReportTalk(
                false,
                open,
                open,
                List.of(
                        new ReportTalk.Remark(
                                "Citra Dewi",
                                "verifier",
                                EVENING.minusMinutes(30),
                                "Halaman 2 kabur. Bisa difoto lagi?",
                                open),
                        new ReportTalk.Remark(
                                "Siti Aminah",
                                "operator",
                                EVENING.minusMinutes(12),
                                "Sudah, foto baru terunggah.\nYang lama silakan ditarik.",
                                false)),
                "k1");
    }

    private static MessagesPage messages() {
        return new MessagesPage(
                false,
                2,
                42,
                List.of(
                        new MessagesPage.Item(
                                42,
                                "Desk menulis tentang TPS 007",
                                "Citra Dewi menulis di percakapan laporan TPS 9901012001007.",
                                EVENING,
                                true,
                                BASE + "#thread"),
                        new MessagesPage.Item(
                                41,
                                "Pengumuman dari Rina Hartati",
                                "Laporan ditunggu sampai pukul 20.00.",
                                EVENING.minusMinutes(12),
                                true,
                                null),
                        new MessagesPage.Item(40, "Koreksi diminta", "TPS 003", EVENING.minusHours(1), false, BASE)),
                new Paging(1, 3, 23, null, "/messages?page=1"),
                true,
                true);
    }

    private static BroadcastLine broadcast(String audience, @Nullable String contest, boolean chat) {
        return new BroadcastLine(
                "/messages/broadcasts/1c0b",
                "Laporan ditunggu sampai pukul 20.00.\nYang terkendala, hubungi koordinator.",
                "Rina Hartati",
                EVENING,
                "Sukajaya",
                audience,
                contest,
                chat,
                412);
    }

    private static ComposePage compose(List<ComposePage.Problem> errors, ComposePage.@Nullable Preview preview) {
        return new ComposePage(
                List.of(
                        new Choice("pilkada-2027", "Pilkada Serentak 2027", null, true),
                        new Choice("gladi", "Gladi Pilkada", null, false)),
                List.of(
                        new Choice("9901", "Kab. Nusa Jaya", null, false),
                        new Choice("990101", "\u2003Sukajaya", null, true)),
                "SILENT",
                List.of(new Choice("", null, null, false), new Choice("bupati", null, null, true)),
                errors.isEmpty() ? "Laporan ditunggu sampai pukul 20.00." : "",
                true,
                500,
                errors,
                preview);
    }

    private static List<Sample> conversation() {
        return List.of(
                new Sample("messages", "conversation/messages", "operator", messages()),
                new Sample(
                        "messages-empty",
                        "conversation/messages",
                        "verifier",
                        new MessagesPage(true, 0, 0, List.of(), new Paging(0, 0, 0, null, null), false, false)),
                new Sample("broadcast-new", "conversation/compose", "supervisor", compose(List.of(), null)),
                new Sample(
                        "broadcast-refused",
                        "conversation/compose",
                        "supervisor",
                        compose(
                                List.of(
                                        new ComposePage.Problem("text", "Pengumumannya masih kosong."),
                                        new ComposePage.Problem("region", "Tidak ada operator.")),
                                null)),
                new Sample(
                        "broadcast-preview",
                        "conversation/compose",
                        "supervisor",
                        compose(List.of(), new ComposePage.Preview(412, "Sukajaya", "k1"))),
                new Sample(
                        "broadcast-idle",
                        "conversation/compose",
                        "supervisor",
                        new ComposePage(List.of(), List.of(), "ALL", List.of(), "", false, 500, List.of(), null)),
                new Sample(
                        "broadcasts",
                        "conversation/broadcasts",
                        "supervisor",
                        new BroadcastsPage(
                                List.of(broadcast("ALL", null, false), broadcast("SILENT", "bupati", true)),
                                new Paging(1, 2, 2, null, null),
                                true)),
                new Sample(
                        "broadcasts-empty",
                        "conversation/broadcasts",
                        "supervisor",
                        new BroadcastsPage(List.of(), new Paging(0, 0, 0, null, null), false)),
                new Sample(
                        "broadcast",
                        "conversation/broadcast",
                        "supervisor",
                        new BroadcastPage(
                                broadcast("SILENT", null, true),
                                List.of(new Crumb("Kab. Nusa Jaya", "/messages"), new Crumb("Sukajaya", null)),
                                412,
                                300,
                                List.of(
                                        new BroadcastPage.Part("Sukamaju", "/messages", 212, 200),
                                        new BroadcastPage.Part("Sukamakmur", "/messages", 200, 100)),
                                false,
                                List.of(
                                        new BroadcastPage.Reader("Siti Aminah", "Sukamaju", null),
                                        new BroadcastPage.Reader("Wahyu Adi", "Sukamakmur", null)),
                                new Paging(1, 50, 112, null, "/messages"),
                                "/messages/broadcasts/1c0b?region=990101",
                                "Terkirim kepada 412 operator.")),
                new Sample(
                        "broadcast-read",
                        "conversation/broadcast",
                        "supervisor",
                        new BroadcastPage(
                                broadcast("ALL", null, false),
                                List.of(new Crumb("Sukamaju", null)),
                                1,
                                1,
                                List.of(new BroadcastPage.Part("Sukamaju", null, 1, 1)),
                                true,
                                List.of(new BroadcastPage.Reader("Siti Aminah", "Sukamaju", EVENING)),
                                new Paging(1, 1, 1, null, null),
                                "/messages/broadcasts/1c0b?region=9901012001",
                                null)));
    }

    private static InboxPage inbox() {
        List<InboxPage.Row> rows = new ArrayList<>();
        String[] states = {"LOCKED", "LOCKED", "RECHECK", "CORRECTION_CONFIRMED", "LOCKED", "LOCKED", "LOCKED", "LOCKED"
        };
        for (int i = 0; i < states.length; i++) {
            boolean grave = i == 0;
            rows.add(new InboxPage.Row(
                    BASE,
                    station("00" + (i + 1)),
                    i % 2 == 0 ? "bupati" : "gubernur",
                    states[i],
                    grave ? List.of("S2", "H5") : i == 1 ? List.of("H3") : i == 2 ? List.of("H1") : List.of(),
                    grave ? "EXPLAIN" : i == 1 ? "WARN" : i == 2 ? "INFO" : null,
                    grave,
                    i == 1 ? "Budi Santoso" : i == 3 ? "Siti Aminah" : null,
                    i == 3,
                    i != 1 && i != 3,
                    EVENING.minusMinutes(90 - i),
                    new PhotoCount(i == 0 ? "NONE" : i == 1 ? "SOME" : "COMPLETE", Math.min(3, i), 3),
                    i == 2,
                    i == 4));
        }
        return new InboxPage(
                List.of(
                        new Choice("", null, 42L, false),
                        new Choice("990101", "Sukajaya", 14L, true),
                        new Choice("990102", "Mekarsari", 28L, false)),
                List.of(new Choice("", null, 14L, true), new Choice("9901012001", "Sukamaju", 8L, false)),
                List.of(
                        new Choice("", null, 42L, true),
                        new Choice("gubernur", null, 20L, false),
                        new Choice("bupati", null, 22L, false)),
                List.of(
                        new Choice("", null, 42L, true),
                        new Choice("S2", null, 1L, false),
                        new Choice("H3", null, 3L, false),
                        new Choice("none", null, 31L, false)),
                List.of(
                        new Choice("", null, 42L, true),
                        new Choice("free", null, 39L, false),
                        new Choice("mine", null, 1L, false),
                        new Choice("others", null, 2L, false)),
                true,
                rows,
                new Paging(1, 8, 14, null, "/inbox?page=2"),
                "TPS 009 Sukamaju disetujui.",
                List.of(new Choice("verifier", null, 42L, true), new Choice("supervisor", null, 2L, false)));
    }

    private static InboxPage inboxEmpty(boolean filtered) {
        List<Choice> all = List.of(new Choice("", null, 0L, true));
        return new InboxPage(
                all, List.of(), all, all, all, filtered, List.of(), new Paging(0, 0, 0, null, null), null, List.of());
    }

    private static ProgressPage progress(String level) {
        List<ProgressPage.Row> rows = List.of(
                new ProgressPage.Row("Sukajaya", "99.01.01", "/progress", new ProgressPage.Counts(24, 24, 20)),
                new ProgressPage.Row("Mekarsari", "99.01.02", "/progress", new ProgressPage.Counts(30, 25, 11)),
                new ProgressPage.Row("Tanjung Harapan", "99.01.03", "/progress", new ProgressPage.Counts(22, 18, 9)),
                new ProgressPage.Row("Batu Putih", "99.01.04", "/progress", new ProgressPage.Counts(28, 21, 12)),
                new ProgressPage.Row("Muara Indah", "99.01.05", "/progress", new ProgressPage.Counts(16, 0, 0)));
        List<ProgressPage.StationRow> stations = List.of(
                new ProgressPage.StationRow(station("001"), "APPROVED", BASE, EVENING),
                new ProgressPage.StationRow(station("002"), "LOCKED", BASE, EVENING),
                new ProgressPage.StationRow(station("003"), "CORRECTION_REQUESTED", null, EVENING),
                new ProgressPage.StationRow(station("901"), "AWAITED", null, null));
        boolean tps = "tps".equals(level);
        return new ProgressPage(
                tps ? "Desa Sukamaju" : "Kabupaten Nusa Jaya",
                "99.01",
                "Pilkada Serentak 2027",
                "bupati",
                List.of(
                        new Choice("gubernur", "/progress?contest=gubernur", null, false),
                        new Choice("bupati", "/progress?contest=bupati", null, true)),
                tps
                        ? List.of(
                                new Crumb("Kab. Nusa Jaya", "/progress"),
                                new Crumb("Kec. Sukajaya", "/progress"),
                                new Crumb("Desa Sukamaju", null))
                        : List.of(new Crumb("Kab. Nusa Jaya", null)),
                level,
                tps ? new ProgressPage.Counts(4, 3, 1) : new ProgressPage.Counts(120, 88, 52),
                tps ? List.of() : rows,
                tps ? stations : List.of(),
                tps ? List.of(new ProgressPage.RoundPart(PSU, 2)) : List.of(),
                tps
                        ? List.of(
                                new ProgressPage.Ballot(REGULAR, "/progress?ballot=1", false),
                                new ProgressPage.Ballot(PSU, "/progress?ballot=2", true))
                        : List.of(new ProgressPage.Ballot(REGULAR, "/progress?ballot=1", true)),
                List.of(
                        new ProgressPage.Votes(1, PAIRS[0], 10942, 41.53),
                        new ProgressPage.Votes(2, PAIRS[1], 12203, 46.32),
                        new ProgressPage.Votes(3, PAIRS[2], 3201, 12.15)),
                26346,
                811,
                2,
                "/corrections",
                new Coverage(EVENING, 88, 120, 40.9),
                List.of(new ProgressPage.Grave(
                        station("002"), "LOCKED", "312 > 289 + ⌈2,5 % × 289⌉ = 297", tps ? null : BASE)));
    }

    private static CorrectionsPage corrections() {
        return new CorrectionsPage(
                "Kabupaten Nusa Jaya",
                "bupati",
                "/progress",
                List.of(new Crumb("Nusa Tengah", "/corrections"), new Crumb("Kabupaten Nusa Jaya", null)),
                List.of(
                        new CorrectionsPage.Row(
                                station("007"),
                                BASE,
                                CHANGES,
                                "Angka DPT laki-laki tertukar puluhan dan satuan di foto.",
                                "Budi Santoso",
                                "Siti Aminah",
                                null,
                                "Budi Santoso",
                                EVENING),
                        new CorrectionsPage.Row(
                                station("901"),
                                BASE,
                                CHANGES,
                                "Terbaca 134",
                                "Budi Santoso",
                                null,
                                "Rina Hartati",
                                "Citra Dewi",
                                EVENING.minusMinutes(12))),
                new Paging(1, 2, 2, null, null),
                List.of(
                        new CorrectionsPage.AsWritten(
                                station("002"), BASE, "90 + 110 + 10 = 210 ≠ 211", "Tertulis begitu di C.Hasil"),
                        new CorrectionsPage.AsWritten(station("003"), BASE, "210 ≠ 209", null)));
    }

    private static CorrectionsPage noCorrections() {
        return new CorrectionsPage(
                "Sukamaju", "gubernur", "/progress", List.of(), List.of(), new Paging(0, 0, 0, null, null), List.of());
    }

    private static ProgressPage progressEmpty() {
        return new ProgressPage(
                "Kabupaten Nusa Jaya",
                "99.01",
                "Pilkada",
                "bupati",
                List.of(),
                List.of(),
                "desa",
                new ProgressPage.Counts(0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                "/corrections",
                new Coverage(EVENING, 0, 0, 0),
                List.of());
    }

    private static Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("name", "Isi nama pemilihan.");
        errors.put("code", "Kode: huruf kecil, angka, dan tanda hubung.");
        return errors;
    }

    private static ElectionPage election() {
        List<ElectionPage.Candidate> ballot = List.of(
                new ElectionPage.Candidate(1, PAIRS[0]),
                new ElectionPage.Candidate(2, PAIRS[1]),
                new ElectionPage.Candidate(3, PAIRS[2]));
        return new ElectionPage(
                "pilkada-2027",
                "Pilkada Kabupaten Nusa Jaya 2027",
                DAY,
                "REHEARSAL",
                List.of("LOCKED"),
                "/admin/elections/pilkada-2027",
                5,
                20,
                120,
                List.of(
                        new ElectionPage.Contest("gubernur", "OPENING", 48, 120, ballot, true, false),
                        new ElectionPage.Contest("bupati", "OPEN", 120, 120, ballot, false, true),
                        new ElectionPage.Contest("dprd-kab", "PREPARED", 0, 120, List.of(), true, false)),
                "Pemilihan bupati dibuka.");
    }

    private static ImportPage imported(String step) {
        boolean counted = "PREVIEW".equals(step) || "DONE".equals(step);
        return new ImportPage(
                "Pilkada Kabupaten Nusa Jaya 2027",
                "pilkada-2027",
                "/admin/elections/pilkada-2027",
                step,
                "UPLOAD".equals(step) ? null : "42",
                counted
                        ? List.of(
                                new ImportPage.Kind(
                                        "regions",
                                        2,
                                        1,
                                        24,
                                        List.of(
                                                new ImportPage.Sample("ADDED", "99.01.06.2001 Sumber Rejeki"),
                                                new ImportPage.Sample("CHANGED", "99.01.02.2003 Bumi Ayu → Bumiayu"))),
                                new ImportPage.Kind("stations", 1025, 0, 0, List.of()),
                                new ImportPage.Kind("ballots", 0, 0, 3, List.of()),
                                new ImportPage.Kind("operators", 20, 0, 0, List.of()))
                        : List.of(),
                "ERRORS".equals(step)
                        ? List.of(
                                new ImportPage.RowError(
                                        "tps.csv", 12, "dpt_l", "“1o4” bukan angka", "angka 0 sampai 999"),
                                new ImportPage.RowError(
                                        "operator.csv", 3, "desa", "99.01.09.2001 tidak dikenal", "kode desa yang ada"))
                        : List.of(),
                120,
                279,
                "DONE".equals(step)
                        ? List.of(
                                new ImportPage.NewAccount(
                                        "siti.aminah", "Siti Aminah", "Desa Sukamaju", "tuju-kera-4821"),
                                new ImportPage.NewAccount("joko.s", "Joko Susilo", "Desa Mekarwangi", "biru-padi-7730"))
                        : List.of(),
                "FAILED".equals(step)
                        ? "Keycloak tidak menjawab; 120 akun sudah dibuat. Unggah lagi untuk meneruskan."
                        : null);
    }

    private static PeoplePage people(boolean some) {
        return new PeoplePage(
                "",
                List.of(new Choice("", null, null, true), new Choice("990101", "Sukajaya", null, false)),
                List.of(
                        new Choice("9901012001", "Sukamaju, Kec. Sukajaya", null, false),
                        new Choice("9901012002", "Mekarwangi, Kec. Sukajaya", null, false)),
                some
                        ? List.of(
                                new PeoplePage.Person(
                                        "siti.aminah",
                                        "Siti Aminah",
                                        List.of("operator"),
                                        List.of(
                                                new PeoplePage.Assignment(
                                                        "1",
                                                        "Sukamaju, Kec. Sukajaya",
                                                        "99.01.01.2001",
                                                        DAY,
                                                        null,
                                                        true),
                                                new PeoplePage.Assignment(
                                                        "2",
                                                        "Mekarwangi, Kec. Sukajaya",
                                                        "99.01.01.2002",
                                                        DAY,
                                                        DAY,
                                                        false))),
                                new PeoplePage.Person(
                                        "budi", "Budi Santoso", List.of("verifier", "auditor"), List.of()))
                        : List.of(),
                some ? new Paging(1, 2, 279, null, "/admin/people?page=2") : new Paging(0, 0, 0, null, null),
                some ? new PeoplePage.TemporaryPassword("siti.aminah", "Siti Aminah", "tuju-kera-4821") : null,
                some ? "Kata sandi diatur ulang." : null);
    }
}
