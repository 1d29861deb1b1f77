package id.deskpemilu.look;

import static id.deskpemilu.look.Samples.EVENING;

import id.deskpemilu.board.chart.Arrival;
import id.deskpemilu.board.chart.Ring;
import id.deskpemilu.board.web.BoardPage;
import id.deskpemilu.board.web.MapsPage;
import id.deskpemilu.board.web.RecapPage;
import id.deskpemilu.board.web.WallPage;
import id.deskpemilu.board.web.WallsPage;
import id.deskpemilu.look.Samples.Sample;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The board and what belongs to it, filled with invented data: a large regency, a small one, a desa, nothing yet. */
final class BoardSamples {

    private static final String[] NAMES = {
        "Sukajaya",
        "Mekarsari",
        "Tanjung Harapan",
        "Batu Putih",
        "Muara Indah",
        "Karangrejo",
        "Wonosari",
        "Sumber Agung"
    };
    private static final int LARGE = 31;
    private static final BoardPage.Links LINKS =
            new BoardPage.Links("/progress", "/board/recap", "/board/walls", "/corrections");
    private static final BoardPage.Contact CONTACT = new BoardPage.Contact(
            "Pak Budi", "koordinator desa", "0812-3456-7890", "tel:+6281234567890", "https://wa.me/6281234567890");

    private BoardSamples() {}

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        all.add(new Sample("board", "board/board", "supervisor", board(2, 5, false)));
        all.add(new Sample("board-large", "board/board", "supervisor", board(5, LARGE, true)));
        all.add(new Sample("board-desa", "board/board", "operator", desa()));
        all.add(new Sample("board-empty", "board/board", "supervisor", empty()));
        all.add(new Sample("board-recap", "board/recap", "supervisor", recap()));
        all.add(new Sample("maps", "board/maps", "admin", maps(null, "Berkas ini bukan JSON.")));
        all.add(new Sample("maps-preview", "board/maps", "admin", maps(preview(), null)));
        all.add(new Sample("walls", "board/walls", "supervisor", walls("https://desk.example.go.id/wall/abc", null)));
        all.add(new Sample("walls-refused", "board/walls", "supervisor", walls(null, "Nama layar kosong.")));
        for (String kind : List.of("OVERVIEW", "VOTES", "REGIONS", "EMPTY")) {
            all.add(new Sample("wall-" + kind.toLowerCase(), "board/wall", "", wall(kind)));
        }
        return all;
    }

    private static List<BoardPage.Part> parts(int number) {
        return IntStream.range(0, number)
                .mapToObj(nth -> {
                    int stations = 24 + nth * 7 % 13;
                    int reported = nth % 5 == 4 ? 0 : nth % 5 == 0 ? stations : stations * (20 + nth * 17 % 79) / 100;
                    return new BoardPage.Part(
                            NAMES[nth % NAMES.length] + (nth < NAMES.length ? "" : " " + (nth / NAMES.length + 1)),
                            "99.01.%02d".formatted(nth + 1),
                            "/board?election=uji&contest=bupati&region=9901%02d".formatted(nth + 1),
                            new Ring(stations, reported, reported / 2));
                })
                .toList();
    }

    static Arrival arrival(int all) {
        List<Arrival.Point> plan = List.of(
                new Arrival.Point(EVENING.withHour(13).toInstant(), 0),
                new Arrival.Point(EVENING.withHour(17).toInstant(), all * 0.45),
                new Arrival.Point(EVENING.withHour(20).toInstant(), all * 0.95),
                new Arrival.Point(EVENING.withHour(23).toInstant(), all));
        List<Arrival.Point> actual = IntStream.rangeClosed(0, 24)
                .mapToObj(step -> new Arrival.Point(
                        EVENING.withHour(13).plusMinutes(step * 15L).toInstant(), all * 0.83 * step * step / 576.0))
                .toList();
        return Arrival.of(actual, plan, all, EVENING.getZone());
    }

    private static BoardPage.MapView map(List<BoardPage.Part> parts) {
        List<BoardPage.Shape> shapes = new ArrayList<>();
        for (int nth = 0; nth < parts.size() - 1; nth++) {
            int x = 20 + nth % 6 * 160;
            int y = 20 + nth / 6 * 130;
            shapes.add(new BoardPage.Shape(parts.get(nth), path(nth, x, y, 155, 125), x + 78, y + 62));
        }
        return new BoardPage.MapView(
                820, shapes, List.of(parts.get(parts.size() - 1).name()));
    }

    /** A wavy outline, as long as those of real maps. */
    static String path(int nth, int x, int y, int width, int height) {
        Random random = new Random(nth);
        StringBuilder path = new StringBuilder("M" + x + " " + y + "l");
        int steps = 14;
        for (int[] side : new int[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}}) {
            for (int step = 0; step < steps; step++) {
                int along = side[0] == 0 ? height / steps : width / steps;
                int across = random.nextInt(7) - 3;
                path.append(side[0] == 0 ? across : side[0] * along)
                        .append(' ')
                        .append(side[0] == 0 ? side[1] * along : across)
                        .append(' ');
            }
        }
        return path.toString().strip() + "z";
    }

    private static BoardPage board(int contests, int regions, boolean large) {
        List<String> slugs =
                List.of("bupati", "gubernur", "dpr", "dpd", "dprd-kab").subList(0, contests);
        List<BoardPage.Part> parts = parts(regions);
        long all = parts.stream().mapToLong(part -> part.ring().all()).sum();
        long reported = parts.stream().mapToLong(part -> part.ring().reported()).sum();
        Ring whole = new Ring(all, reported, reported * 2 / 3);
        return new BoardPage(
                new BoardPage.Live("v1", "/board/events?election=uji", "/board/version?election=uji", EVENING),
                "uji",
                "Kabupaten Nusa Jaya",
                "99.01",
                List.of(new Crumb("Provinsi Nusa", "/board"), new Crumb("Kabupaten Nusa Jaya", null)),
                "bupati",
                slugs.stream()
                        .map(slug -> new BoardPage.ContestRing(slug, "/board", slug.equals("bupati"), whole))
                        .toList(),
                new BoardPage.Stage(
                        "Eskalasi ke kabupaten", EVENING.withHour(20).withMinute(30), 2880, 1),
                arrival((int) all),
                "kecamatan",
                large ? map(parts) : null,
                parts,
                List.of(),
                votes(large ? 18 : 3),
                slugs.stream()
                        .map(slug -> new BoardPage.Change(
                                slug,
                                List.of("AHEAD", "NONE", "NOT_EXCLUDED", "SEVERAL_BALLOTS", "NOTHING")
                                        .get(slugs.indexOf(slug)),
                                slugs.indexOf(slug) < 2,
                                slugs.indexOf(slug) < 3 ? 2 : 0,
                                slugs.indexOf(slug) < 3 ? 1 : 0,
                                slugs.indexOf(slug) == 2 ? 0 : 1942,
                                8410,
                                7300,
                                1110,
                                slugs.indexOf(slug) == 2 ? 3 : 0))
                        .toList(),
                IntStream.range(0, large ? 6 : 2)
                        .mapToObj(nth -> new BoardPage.Silent(
                                "990101200" + nth,
                                "Sukamaju " + nth,
                                "Kec. " + NAMES[nth],
                                3 + nth,
                                EVENING.withHour(17).withMinute(0),
                                "/board",
                                nth == 0 ? List.of(CONTACT) : List.of()))
                        .toList(),
                IntStream.range(0, large ? 12 : 3)
                        .mapToObj(nth -> new BoardPage.Chase(
                                "99010%d2001".formatted(100 + nth),
                                "Sukamaju " + nth,
                                "Kec. " + NAMES[nth % NAMES.length],
                                4200 - nth * 100L,
                                slugs.stream()
                                        .limit(2)
                                        .map(slug -> new BoardPage.Owed(slug, 3))
                                        .toList(),
                                "/board",
                                nth % 2 == 0 ? List.of(CONTACT) : List.of()))
                        .toList(),
                slugs.stream()
                        .map(slug -> new BoardPage.Work(
                                slug,
                                41,
                                3,
                                1,
                                slug.equals("dpd") ? null : "TPS 007 Sukamaju",
                                slug.equals("dpd") ? null : EVENING.withHour(15),
                                slug.equals("dpd") ? null : "/reports/uji/bupati/9901012001007"))
                        .toList(),
                List.of(
                        new BoardPage.Escalated("RESPONSIBLE", 12, 3, 1, "/board"),
                        new BoardPage.Escalated("KECAMATAN", 4, 0, 1, null),
                        new BoardPage.Escalated("KABUPATEN", 1, 0, 0, null)),
                List.of(new BoardPage.Messages("CHAT", 4, 182, 2, 1), new BoardPage.Messages("EMAIL", 0, 40, 0, 0)),
                new Coverage(EVENING, reported, all, 33.3),
                large ? 2 : null,
                LINKS);
    }

    private static BoardPage.Votes votes(int choices) {
        return new BoardPage.Votes(
                IntStream.rangeClosed(1, choices)
                        .mapToObj(number -> new BoardPage.Vote(
                                number,
                                "Ratna Wulandari – Yusuf Hidayat " + number,
                                19420 - number * 31L,
                                100.0 / choices))
                        .toList(),
                58_000,
                1_200,
                1,
                true);
    }

    private static BoardPage desa() {
        BoardPage board = board(2, 5, false);
        List<BoardPage.StationRow> stations = List.of(
                new BoardPage.StationRow(station("001"), "APPROVED", "/reports/uji/bupati/9901012001001", EVENING),
                new BoardPage.StationRow(station("002"), "LOCKED", "/reports/uji/bupati/9901012001002", EVENING),
                new BoardPage.StationRow(station("901"), "AWAITED", null, null));
        return new BoardPage(
                board.live(),
                "uji",
                "Sukamaju",
                "99.01.01.2001",
                board.crumbs(),
                "bupati",
                board.contests(),
                null,
                board.arrival(),
                "tps",
                null,
                List.of(),
                stations,
                board.votes(),
                board.changes(),
                List.of(),
                List.of(),
                board.work(),
                List.of(),
                List.of(),
                board.coverage(),
                null,
                new BoardPage.Links("/progress", "/board/recap", null, "/corrections"));
    }

    private static BoardPage empty() {
        return new BoardPage(
                new BoardPage.Live("v0", "/board/events", "/board/version", EVENING),
                "uji",
                "Kabupaten Nusa Jaya",
                "99.01",
                List.of(),
                "",
                List.of(),
                null,
                Arrival.NOTHING,
                "kecamatan",
                null,
                List.of(),
                List.of(),
                new BoardPage.Votes(List.of(), 0, 0, 0, false),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Coverage(EVENING, 0, 0, 0),
                null,
                LINKS);
    }

    private static Station station(String number) {
        return new Station("9901012001" + number, number, "Sukamaju", "Sukajaya", number.equals("901"));
    }

    private static RecapPage recap() {
        List<RecapPage.Row> rows = parts(LARGE).stream()
                .map(part -> new RecapPage.Row(
                        part.name(),
                        part.code(),
                        part.href(),
                        part.ring(),
                        4200,
                        130,
                        part.ring().reported() == 0 ? null : 78.25,
                        2,
                        1))
                .toList();
        RecapPage.Row whole =
                new RecapPage.Row(null, null, null, new Ring(900, 700, 400), 130_200, 4_030, 78.2, 62, 31);
        return new RecapPage(
                "Kabupaten Nusa Jaya",
                "99.01",
                "uji",
                List.of(),
                "kecamatan",
                List.of(
                        new RecapPage.OfContest("bupati", rows, whole, new Coverage(EVENING, 700, 900, 42)),
                        new RecapPage.OfContest("gubernur", rows, whole, new Coverage(EVENING, 700, 900, 42))),
                "/board");
    }

    private static MapsPage maps(MapsPage.@Nullable Preview preview, @Nullable String error) {
        return new MapsPage(
                List.of(
                        new MapsPage.Row("Kabupaten Nusa Jaya", "99.01", false, 31, 31, EVENING, "/admin/maps/9901"),
                        new MapsPage.Row("Sukajaya", "99.01.01", true, 4, 5, EVENING, "/admin/maps/990101")),
                preview,
                error,
                error == null ? null : "Simpan sebagai GeoJSON, lalu unggah lagi.",
                null);
    }

    private static MapsPage.Preview preview() {
        return new MapsPage.Preview(
                "/admin/maps/9901",
                "Kabupaten Nusa Jaya",
                "99.01",
                true,
                "kecamatan.geojson",
                "admin",
                EVENING,
                820,
                IntStream.range(0, LARGE)
                        .mapToObj(nth -> new MapsPage.Shape(
                                NAMES[nth % NAMES.length],
                                "99.01.%02d".formatted(nth + 1),
                                path(nth, 20 + nth % 6 * 160, 20 + nth / 6 * 130, 155, 125),
                                98 + nth % 6 * 160,
                                82 + nth / 6 * 130))
                        .toList(),
                List.of("Muara Indah"),
                8400);
    }

    private static WallsPage walls(@Nullable String made, @Nullable String error) {
        return new WallsPage(
                made,
                List.of(new Choice("uji", "Pilkada Serentak 2027", null, true)),
                List.of(new Choice("9901", "Kabupaten Nusa Jaya", null, true)),
                List.of(6, 12, 24, 48),
                Map.of("hours", "12"),
                error,
                error != null
                        ? List.of()
                        : List.of(
                                new WallsPage.Row(
                                        "1", "Aula", "Kab. Nusa Jaya", "Pilkada", "supervisor", EVENING, "OPEN"),
                                new WallsPage.Row(
                                        "2", "Lobi", "Kab. Nusa Jaya", "Pilkada", "supervisor", EVENING, "REVOKED"),
                                new WallsPage.Row(
                                        "3",
                                        "Ruang rapat",
                                        "Kab. Nusa Jaya",
                                        "Pilkada",
                                        "supervisor",
                                        EVENING,
                                        "EXPIRED")),
                null);
    }

    private static WallPage wall(String kind) {
        List<WallPage.Named> parts = parts(6).stream()
                .map(part -> new WallPage.Named(part.name(), part.ring()))
                .toList();
        boolean overview = kind.equals("OVERVIEW");
        return new WallPage(
                "Kabupaten Nusa Jaya",
                "Pilkada Serentak 2027",
                true,
                "Kabupaten Nusa Jaya",
                2,
                9,
                !kind.equals("VOTES"),
                15,
                kind,
                overview || kind.equals("EMPTY") ? "" : "bupati",
                overview
                        ? List.of(
                                new WallPage.Named("bupati", new Ring(4046, 3700, 2100)),
                                new WallPage.Named("gubernur", new Ring(4046, 3698, 1900)))
                        : List.of(),
                overview ? arrival(4046) : Arrival.NOTHING,
                votes(3),
                parts,
                new Coverage(EVENING, 3700, 4046, 43));
    }
}
