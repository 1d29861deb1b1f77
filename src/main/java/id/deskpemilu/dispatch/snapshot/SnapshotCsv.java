package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Turnout;
import id.deskpemilu.shared.RegionCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes the figures of a snapshot as a table: CSV of RFC 4180 with {@code ;}, UTF-8 without a byte order mark. A line for
 * each contest and region: the region as a whole, its parts, their parts. What the columns mean stands in the README.
 */
@Component
public class SnapshotCsv {

    private static final List<String> FIXED = List.of(
            "surat",
            "pemilu",
            "potong",
            "jenis",
            "daerah",
            "tingkat",
            "kode",
            "nama",
            "tps",
            "masuk",
            "selesai",
            "koreksi",
            "terpisah",
            "apa_adanya",
            "tidak_cocok",
            "dpt");

    private static final List<String> VOTERS =
            List.of("pemilih_dpt", "pengguna_dpt", "pengguna_pindah", "pengguna_tambahan", "pengguna", "disabilitas");

    private static final String END = "\r\n";

    /** The table; without choices on any ballot it ends with the invalid votes. */
    public byte[] write(Snapshot snapshot) {
        int numbers = snapshot.contests().stream()
                .flatMap(contest -> contest.choices().stream())
                .mapToInt(Option::number)
                .max()
                .orElse(0);
        StringBuilder table = new StringBuilder();
        List<String> head = new ArrayList<>(FIXED);
        VOTERS.forEach(row -> Stream.of("_l", "_p", "_j").map(row::concat).forEach(head::add));
        head.add("sah");
        head.add("tidak_sah");
        for (int number = 1; number <= numbers; number++) {
            head.add("suara_" + number);
        }
        table.append(String.join(";", head)).append(END);
        for (OfContest contest : snapshot.contests()) {
            Stream.of(
                            Stream.of(new Part(
                                    snapshot.region().code(), snapshot.region().name(), contest.whole())),
                            contest.parts().stream(),
                            contest.details().stream())
                    .flatMap(parts -> parts)
                    .map(part -> line(snapshot, contest, part, numbers))
                    .forEach(line -> table.append(line).append(END));
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Snapshot snapshot, OfContest contest, Part part, int numbers) {
        Figures figures = part.figures();
        Turnout turnout = figures.turnout();
        List<Object> cells = new ArrayList<>(List.of(
                snapshot.letter(),
                snapshot.election().code(),
                snapshot.shown(),
                contest.type().slug(),
                contest.area(),
                level(part.code()),
                part.code(),
                text(part.name()),
                figures.stations(),
                figures.reported(),
                figures.verified(),
                figures.correcting(),
                figures.apart(),
                figures.asWritten(),
                figures.inconsistent(),
                figures.dpt()));
        for (Sexes sexes : List.of(
                turnout.registered(),
                turnout.listed(),
                turnout.moved(),
                turnout.unlisted(),
                turnout.voted(),
                turnout.disabled())) {
            cells.addAll(List.of(sexes.l(), sexes.p(), sexes.j()));
        }
        cells.addAll(List.of(figures.valid(), figures.invalid()));
        Set<Integer> ballot = contest.choices().stream().map(Option::number).collect(Collectors.toSet());
        for (int number = 1; number <= numbers; number++) {
            cells.add(ballot.contains(number) ? figures.votes().getOrDefault(number, 0L) : "");
        }
        return cells.stream().map(Object::toString).collect(Collectors.joining(";"));
    }

    private static String level(RegionCode code) {
        return switch (code.level()) {
            case PROVINCE -> "provinsi";
            case REGENCY -> "kabupaten";
            case DISTRICT -> "kecamatan";
            case VILLAGE -> "desa";
        };
    }

    /** In quotes where it has to be; a spreadsheet takes what begins like a formula for one, and so it does not begin so. */
    private static String text(String name) {
        String harmless = !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
        return harmless.matches("[^\";\r\n]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
