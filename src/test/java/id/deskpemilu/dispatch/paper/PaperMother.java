package id.deskpemilu.dispatch.paper;

import id.deskpemilu.board.map.RegionMap;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.paper.kit.PaperSize;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.Snapshot.Arrived;
import id.deskpemilu.dispatch.snapshot.Snapshot.Change;
import id.deskpemilu.dispatch.snapshot.Snapshot.Correction;
import id.deskpemilu.dispatch.snapshot.Snapshot.Counted;
import id.deskpemilu.dispatch.snapshot.Snapshot.Coverage;
import id.deskpemilu.dispatch.snapshot.Snapshot.Escalated;
import id.deskpemilu.dispatch.snapshot.Snapshot.Explained;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.Incident;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfElection;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Place;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Source;
import id.deskpemilu.dispatch.snapshot.Snapshot.Told;
import id.deskpemilu.dispatch.snapshot.Snapshot.Turnout;
import id.deskpemilu.dispatch.snapshot.Snapshot.Unreported;
import id.deskpemilu.dispatch.snapshot.SnapshotCsv;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Letters of a regency that does not exist, in any size. All figures are drawn from fixed seeds. */
public final class PaperMother {

    /** The hour of the letters, 18.00 WIB. */
    public static final Instant AT = Instant.parse("2024-11-27T11:00:00Z");

    /** The letter's name. */
    public static final UUID LETTER = UUID.fromString("7d0f6c1e-52a8-4b1d-9f3e-6a4c2b8e1d05");

    private static final List<String> SYLLABLES = List.of(
            "Su", "ka", "mul", "ya", "jati", "rejo", "wono", "asri", "ban", "yu", "kra", "mat", "ting", "gal", "sari",
            "tirto", "gunung", "lor", "kidul", "pring", "gading");

    private final Random random = new Random(2024);
    private RegionCode region = new RegionCode("9809");
    private String name = "Kabupaten Tirtasari";
    private int districts = 5;
    private int villages = 8;
    private int stations = 620;
    private boolean rehearsal;
    private boolean draft;
    private boolean outlines;
    private boolean quiet;
    private LetterKind kind = LetterKind.FULL;
    private PaperSize size = PaperSize.F4;
    private Prose prose = new Prose(
            "Situasi keamanan dan ketertiban masyarakat selama pemungutan dan penghitungan suara pada umumnya kondusif. "
                    + "Patroli gabungan TNI, Polri, dan Satpol PP berlangsung di seluruh kecamatan.",
            "Hujan deras sejak pukul 13.00 WIB menghambat pengiriman laporan dari tiga desa di lereng gunung; operator "
                    + "kecamatan menjemput salinan formulir dengan kendaraan dinas.\n"
                    + "Gangguan listrik di dua desa diatasi dengan generator milik kecamatan.",
            "Mohon dukungan jaringan seluler tambahan pada lokasi yang sinyalnya lemah sampai dengan rekapitulasi tingkat "
                    + "kecamatan selesai.");
    private List<OfContest> contests = List.of();

    private PaperMother() {}

    /** A small regency with two contests. */
    public static PaperMother regency() {
        PaperMother mother = new PaperMother();
        mother.contests = List.of(
                mother.contest(ContestType.GUBERNUR, new RegionCode("98"), paslon(3)),
                mother.contest(ContestType.BUPATI, mother.region, paslon(2)));
        return mother;
    }

    /** A regency of 31 kecamatan, 248 desa and 4,046 TPS with two contests. */
    public static PaperMother large() {
        PaperMother mother = new PaperMother();
        mother.districts = 31;
        mother.villages = 8;
        mother.stations = 4046;
        mother.contests = List.of(
                mother.contest(ContestType.GUBERNUR, new RegionCode("98"), paslon(3)),
                mother.contest(ContestType.BUPATI, mother.region, paslon(2)));
        mother.outlines = true;
        return mother;
    }

    /** A kecamatan with two contests. */
    public static PaperMother district() {
        PaperMother mother = new PaperMother();
        mother.region = new RegionCode("980903");
        mother.name = "Kecamatan Sukamulya";
        mother.districts = 1;
        mother.villages = 11;
        mother.stations = 130;
        mother.contests = List.of(
                mother.contest(ContestType.GUBERNUR, new RegionCode("98"), paslon(3)),
                mother.contest(ContestType.BUPATI, new RegionCode("9809"), paslon(2)));
        return mother;
    }

    /** A province, added up from the letters of its regencies. */
    public static PaperMother province() {
        PaperMother mother = new PaperMother();
        mother.region = new RegionCode("98");
        mother.name = "Provinsi Mandala Raya";
        mother.districts = 9;
        mother.villages = 12;
        mother.stations = 9800;
        mother.contests = List.of(mother.contest(ContestType.GUBERNUR, new RegionCode("98"), paslon(3)));
        return mother;
    }

    /** A regency that votes on a party list of 18. */
    public static PaperMother parties() {
        PaperMother mother = new PaperMother();
        mother.contests = List.of(
                mother.contest(ContestType.PPWP, new RegionCode("98"), paslon(3)),
                mother.contest(ContestType.DPR, new RegionCode("98"), list("Partai", 18)));
        return mother;
    }

    /** A regency in a Pemilu with its five contests. */
    public static PaperMother pemilu() {
        PaperMother mother = new PaperMother();
        mother.contests = List.of(
                mother.contest(ContestType.PPWP, new RegionCode("98"), paslon(3)),
                mother.contest(ContestType.DPR, new RegionCode("98"), list("Partai", 18)),
                mother.contest(ContestType.DPD, new RegionCode("98"), list("Calon", 24)),
                mother.contest(ContestType.DPRD_PROV, new RegionCode("98"), list("Partai", 18)),
                mother.contest(ContestType.DPRD_KAB, mother.region, list("Partai", 18)));
        return mother;
    }

    public PaperMother flash() {
        kind = LetterKind.FLASH;
        return this;
    }

    public PaperMother rehearsal() {
        rehearsal = true;
        return this;
    }

    public PaperMother draft() {
        draft = true;
        return this;
    }

    public PaperMother on(PaperSize paper) {
        size = paper;
        return this;
    }

    public PaperMother with(Prose written) {
        prose = written;
        return this;
    }

    public PaperMother withOutlines() {
        outlines = true;
        return this;
    }

    /** Before anything has come in. */
    public PaperMother quiet() {
        quiet = true;
        contests = contests.stream().map(PaperMother::emptied).toList();
        return this;
    }

    /** As if the valid votes on one form of each contest were so many fewer than the votes on it. */
    public PaperMother uneven(long fewer) {
        contests = contests.stream()
                .map(contest -> with(contest, uneven(contest.whole(), fewer)))
                .toList();
        return this;
    }

    private static Figures uneven(Figures figures, long fewer) {
        return new Figures(
                figures.stations(),
                figures.reported(),
                figures.verified(),
                figures.correcting(),
                figures.apart(),
                figures.asWritten(),
                figures.inconsistent() + 1,
                figures.votes(),
                figures.valid() - fewer,
                figures.invalid(),
                figures.dpt(),
                figures.turnout());
    }

    private static OfContest with(OfContest contest, Figures whole) {
        return new OfContest(
                contest.type(),
                contest.area(),
                contest.ballot(),
                contest.choices(),
                whole,
                contest.parts(),
                contest.details(),
                contest.rounds(),
                contest.arrivals(),
                contest.revisions());
    }

    /** So many choices. */
    private static List<Option> list(String what, int count) {
        List<Option> options = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            options.add(new Option(number, what + " " + word(new Random(number * 31L), 3) + " Nusantara", false));
        }
        return options;
    }

    private static List<Option> paslon(int count) {
        List<Option> all = List.of(
                new Option(1, "Dr. H. Ahmad Fauzan Wirabumi, M.Si. – Hj. Ratna Kusumawardhani, S.E.", false),
                new Option(2, "Bambang Sulaksono – Siti Nurjannah", false),
                new Option(3, "Ir. Yohanes Teguh Prabowo – dr. I Gusti Ayu Lestari", false));
        return count == 1 ? List.of(all.get(0), new Option(2, "Kolom Kosong", true)) : all.subList(0, count);
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + word.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private RegionCode district(int number) {
        return switch (region.level()) {
            case PROVINCE -> new RegionCode(region + "%02d".formatted(number));
            case REGENCY -> new RegionCode(region + "%02d".formatted(number));
            default -> region;
        };
    }

    private RegionCode village(RegionCode district, int number) {
        return district.level() == RegionCode.Level.REGENCY
                ? new RegionCode(district + "%02d".formatted(number))
                : new RegionCode(district + "2%03d".formatted(number));
    }

    private OfContest contest(ContestType type, RegionCode area, List<Option> choices) {
        List<Part> parts = new ArrayList<>();
        List<Part> details = new ArrayList<>();
        List<Counted> revisions = new ArrayList<>();
        Figures whole = Figures.NONE;
        int all = districts * villages;
        int count = 0;
        for (int d = 1; d <= districts; d++) {
            RegionCode district = district(d);
            Figures sum = Figures.NONE;
            for (int v = 1; v <= villages; v++) {
                int from = (int) ((long) stations * count / all);
                count++;
                int of = (int) ((long) stations * count / all) - from;
                RegionCode village = village(district, v);
                Figures figures = figures(type, choices, of, d % 4 == 3 ? 0.6 : 0.93);
                details.add(new Part(village, word(new Random(village.hashCode()), 3), figures));
                for (int n = 1; n <= figures.reported() && village.level() == RegionCode.Level.VILLAGE; n++) {
                    revisions.add(new Counted(
                            new StationCode(village + "%03d".formatted(n)),
                            new UUID(random.nextLong(), random.nextLong()),
                            1));
                }
                sum = sum.plus(figures);
            }
            parts.add(new Part(
                    district,
                    district.level() == RegionCode.Level.REGENCY
                            ? "Kabupaten " + word(new Random(district.hashCode()), 3)
                            : word(new Random(district.hashCode()), 3),
                    sum));
            whole = whole.plus(sum);
        }
        List<Arrived> arrivals = new ArrayList<>();
        int reported = whole.reported();
        for (int minutes = 240; minutes >= 0; minutes -= 5) {
            double share = 1 / (1 + Math.exp((minutes - 110) / 30.0));
            arrivals.add(new Arrived(AT.minusSeconds(minutes * 60L), (int) (reported * share / 0.975)));
        }
        boolean single = region.level() == RegionCode.Level.DISTRICT;
        return new OfContest(
                type,
                area,
                1,
                choices,
                whole,
                single ? details : parts,
                single ? List.of() : details,
                type == ContestType.BUPATI
                        ? List.of(new Snapshot.Round(2, RoundKind.PSU, LocalDate.of(2024, 12, 1), 2, 0))
                        : List.of(),
                arrivals,
                revisions);
    }

    private Figures figures(ContestType type, List<Option> choices, int of, double share) {
        int reported = 0;
        for (int i = 0; i < of; i++) {
            reported += random.nextDouble() < share ? 1 : 0;
        }
        SortedMap<Integer, Long> votes = new TreeMap<>();
        long valid = 0;
        for (Option choice : choices) {
            long given = 0;
            for (int i = 0; i < reported; i++) {
                given += (long) (random.nextDouble() * 430 / choices.size());
            }
            votes.put(choice.number(), given);
            valid += given;
        }
        long invalid = reported * 9L + random.nextInt(reported + 1);
        Sexes registered = new Sexes(reported * 131L, reported * 137L, reported * 268L);
        Sexes moved = new Sexes(reported, reported / 2, reported + reported / 2);
        long voted = valid + invalid;
        long listed = voted - 2 * moved.j();
        return new Figures(
                of,
                reported,
                (int) (reported * 0.8),
                reported > 5 && random.nextInt(9) == 0 ? 1 : 0,
                reported > 6 && random.nextInt(20) == 0 ? 1 : 0,
                reported > 6 && random.nextInt(30) == 0 ? 1 : 0,
                0,
                votes,
                valid,
                invalid,
                of * 268L,
                new Turnout(
                        registered,
                        new Sexes(listed / 2, listed - listed / 2, listed),
                        moved,
                        moved,
                        new Sexes(voted / 2, voted - voted / 2, voted),
                        new Sexes(reported / 3, reported / 4, reported / 3 + reported / 4)));
    }

    private static OfContest emptied(OfContest contest) {
        return new OfContest(
                contest.type(),
                contest.area(),
                contest.ballot(),
                contest.choices(),
                emptied(contest.whole()),
                contest.parts().stream().map(PaperMother::emptied).toList(),
                contest.details().stream().map(PaperMother::emptied).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Part emptied(Part part) {
        return new Part(part.code(), part.name(), emptied(part.figures()));
    }

    private static Figures emptied(Figures figures) {
        return new Figures(figures.stations(), 0, 0, 0, 0, 0, 0, new TreeMap<>(), 0, 0, figures.dpt(), Turnout.NONE);
    }

    private Snapshot snapshot() {
        OfContest first = contests.get(0);
        boolean province = region.level() == RegionCode.Level.PROVINCE;
        List<Unreported> unreported = new ArrayList<>();
        List<Correction> corrections = new ArrayList<>();
        List<Explained> explained = new ArrayList<>();
        for (OfContest contest : contests) {
            List<Part> desa = contest.details().isEmpty() ? contest.parts() : contest.details();
            for (Part village : desa) {
                if (village.code().level() != RegionCode.Level.VILLAGE) {
                    continue;
                }
                String district = word(
                        new Random(village.code().at(RegionCode.Level.DISTRICT).hashCode()), 3);
                List<StationCode> silent = new ArrayList<>();
                for (int n = village.figures().reported() + 1;
                        n <= village.figures().stations();
                        n++) {
                    silent.add(new StationCode(village.code() + "%03d".formatted(n)));
                }
                if (!silent.isEmpty()) {
                    unreported.add(new Unreported(
                            contest.type(),
                            village.code(),
                            village.name(),
                            district,
                            silent,
                            silent.size() > 3
                                    ? List.of(
                                            new Told(Level.RESPONSIBLE, AT.minusSeconds(7200)),
                                            new Told(Level.KECAMATAN, AT.minusSeconds(3600)),
                                            new Told(Level.KABUPATEN, AT.minusSeconds(1200)))
                                    : List.of(new Told(Level.RESPONSIBLE, AT.minusSeconds(5400)))));
                }
                if (!quiet && village.code().digits().endsWith("2")) {
                    corrections.add(new Correction(
                            contest.type(),
                            new StationCode(village.code() + "001"),
                            village.name(),
                            district,
                            List.of(
                                    new Change("suara_1", "IV.1 Perolehan suara nomor urut 1", 96, 196),
                                    new Change("suara_sah", "V.A Jumlah seluruh suara sah", 214, 314)),
                            "Angka ratusan salah dibaca dari foto C.Hasil",
                            AT.minusSeconds(2400)));
                }
                if (!quiet && village.code().digits().endsWith("5")) {
                    explained.add(new Explained(
                            contest.type(),
                            new StationCode(village.code() + "002"),
                            village.name(),
                            district,
                            "H5",
                            "V.C 251 ≠ I.B.4 252",
                            "Satu surat suara tidak dikembalikan pemilih; dicatat KPPS di C.Kejadian Khusus"));
                }
            }
        }
        List<Source> sources = new ArrayList<>();
        if (province) {
            for (Part part : first.parts()) {
                sources.add(new Source(
                        part.code(),
                        part.name(),
                        new UUID(random.nextLong(), random.nextLong()),
                        "200.2.1/0%d/405.07/2024".formatted(10 + sources.size()),
                        AT.minusSeconds(900),
                        "5f2c9a71d3e8b64f".repeat(4),
                        part.figures().stations(),
                        part.figures().reported()));
            }
        }
        long dpt = first.whole().dpt();
        return new Snapshot(
                Snapshot.FORMAT,
                LETTER,
                new OfElection(
                        "pilkada-2024",
                        contests.get(0).type().isPemilu() ? "Pemilu 2024" : "Pilkada Serentak 2024",
                        LocalDate.of(2024, 11, 27),
                        rehearsal),
                new Place(region, name, Zone.WIB),
                AT,
                AT,
                new Coverage(
                        province ? districts : 1,
                        province ? districts * villages : districts,
                        province ? 1320 : districts * villages,
                        first.whole().stations(),
                        new Sexes(dpt / 2 - 200, dpt - dpt / 2 + 200, dpt),
                        0,
                        quiet ? 0 : first.whole().stations() - 3),
                contests,
                quiet ? List.of() : incidents(),
                unreported,
                corrections,
                explained,
                quiet
                        ? List.of()
                        : List.of(
                                new Escalated(EscalationKind.UNREPORTED, Level.KECAMATAN, 4, 21),
                                new Escalated(EscalationKind.UNREPORTED, Level.KABUPATEN, 1, 2),
                                new Escalated(EscalationKind.UNVERIFIED, Level.RESPONSIBLE, 0, 3)),
                sources);
    }

    private List<Incident> incidents() {
        RegionCode district = region.level() == RegionCode.Level.DISTRICT
                ? region
                : new RegionCode((region.digits() + "0905").substring(0, 6));
        return List.of(
                new Incident(
                        new UUID(1, 1),
                        IncidentKind.DELAYED_OPENING,
                        district,
                        null,
                        "TPS 004, Desa Wonosari, Kecamatan Sukamulya",
                        Instant.parse("2024-11-27T00:25:00Z"),
                        "TPS dibuka pukul 07.50 karena kunci balai desa terlambat tiba.",
                        "Pemungutan suara berjalan sampai selesai.",
                        true),
                new Incident(
                        new UUID(1, 2),
                        IncidentKind.LOGISTICS,
                        district,
                        null,
                        "TPS 011, Desa Banyujati, Kecamatan Sukamulya",
                        Instant.parse("2024-11-27T02:10:00Z"),
                        "Kekurangan 12 surat suara pemilihan Bupati.",
                        "KPU mengirim dari TPS 010 dengan berita acara.",
                        true),
                new Incident(
                        new UUID(1, 3),
                        IncidentKind.DISASTER,
                        district,
                        null,
                        "Desa Gunungrejo, Kecamatan Kramat",
                        Instant.parse("2024-11-27T06:40:00Z"),
                        "Banjir setinggi lutut di halaman TPS 002; penghitungan dipindahkan ke balai desa.",
                        null,
                        false));
    }

    /** The letter. */
    public LetterDocument document() {
        SnapshotJson json = new SnapshotJson();
        Frozen frozen = frozen(json);
        boolean province = region.level() == RegionCode.Level.PROVINCE;
        boolean single = region.level() == RegionCode.Level.DISTRICT;
        return new LetterDocument(
                LETTER,
                kind,
                frozen,
                prose,
                new Letterhead(
                        size,
                        emblem(),
                        province ? "PEMERINTAH PROVINSI MANDALA RAYA" : "PEMERINTAH KABUPATEN TIRTASARI",
                        single ? "KECAMATAN SUKAMULYA" : "BADAN KESATUAN BANGSA DAN POLITIK",
                        List.of(
                                "Jalan Merdeka Nomor 17, Tirtasari, Kode Pos 69999",
                                "Telepon (0399) 123456, Pos-el kesbangpol@tirtasari.example",
                                "Laman kesbangpol.tirtasari.example"),
                        "Tirtasari",
                        "Segera",
                        single
                                ? List.of(
                                        "Kepala Badan Kesatuan Bangsa dan Politik",
                                        "Kabupaten Tirtasari",
                                        "di Tirtasari")
                                : List.of(
                                        "Gubernur Mandala Raya",
                                        "c.q. Kepala Badan Kesatuan Bangsa dan Politik",
                                        "di Mandala"),
                        List.of(
                                "Bupati Tirtasari (sebagai laporan);",
                                "Ketua DPRD Kabupaten Tirtasari;",
                                "Ketua KPU Kabupaten Tirtasari."),
                        List.of(
                                "Peraturan Menteri Dalam Negeri Nomor 9 Tahun 2005 tentang Pedoman bagi Pemerintah Daerah dalam Pelaksanaan Pemilihan Kepala Daerah dan Wakil Kepala Daerah;",
                                "Keputusan Bupati Tirtasari Nomor 188/412/KEP/2024 tentang Tim Desk Pilkada Kabupaten Tirtasari Tahun 2024,"),
                        "Dokumen ini ditandatangani dengan sertifikat elektronik buatan sendiri untuk keperluan gladi."),
                "200.2.1/014/405.07/2024",
                LocalDate.of(2024, 11, 27),
                new Signatory(
                        List.of(
                                "a.n. BUPATI TIRTASARI",
                                "SEKRETARIS DAERAH",
                                "u.b.",
                                "KEPALA BADAN KESATUAN BANGSA DAN POLITIK,"),
                        "Drs. Hendra Wicaksana, M.Si.",
                        "Pembina Utama Muda (IV/c)",
                        "197003121994031005"),
                null,
                "https://desk.tirtasari.example/check",
                outlines ? map() : null,
                draft);
    }

    private Frozen frozen(SnapshotJson json) {
        return json.freeze(snapshot());
    }

    /** A printer with the desk's texts. */
    public static LetterPaper paper() {
        return new LetterPaper(LetterTexts.ofTheDesk(), new SnapshotCsv());
    }

    /** A map of squares, one for each part. */
    private RegionMap map() {
        List<RegionMap.Shape> shapes = new ArrayList<>();
        int columns = 7;
        int side = 1000 / columns;
        int number = 0;
        for (Part part : contests.get(0).parts()) {
            int x = number % columns * side;
            int y = number / columns * side;
            shapes.add(new RegionMap.Shape(
                    part.code(),
                    "M%d %dl%d %d %d %d %d %d %d %dz"
                            .formatted(x, y, side - 20, 12, 20, side - 20, -side + 5, 8, -5, -side + 20),
                    x + side / 2,
                    y + side / 2));
            number++;
        }
        return new RegionMap(region, (number / columns + 1) * side, shapes, "peta.geojson", "admin", AT);
    }

    /** A coat of arms that belongs to nobody. */
    private static byte[] emblem() {
        BufferedImage image = new BufferedImage(240, 280, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(30, 80, 50));
        pen.fill(new Polygon(new int[] {10, 230, 230, 120, 10}, new int[] {20, 20, 170, 270, 170}, 5));
        pen.setColor(new Color(240, 200, 60));
        pen.fillOval(70, 60, 100, 100);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
