package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.Snapshot.Change;
import id.deskpemilu.dispatch.snapshot.Snapshot.Correction;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.Incident;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Unreported;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** The figures of a letter as a workbook (XLSX), with the hash that is printed on the letter. */
@Component
public class LetterSheet {

    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_CELL = 32_000;
    private static final String WHOLE_NUMBERS = "#,##0";

    private final LetterTexts texts;

    /**
     * A writer.
     *
     * @param texts the fixed texts
     */
    public LetterSheet(LetterTexts texts) {
        this.texts = texts;
    }

    /**
     * The workbook.
     *
     * @param frozen the figures
     * @param number of the letter
     */
    public byte[] write(Frozen frozen, String number) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
        try (Workbook book = new Workbook(file, "Desk Pemilu", "1.0")) {
            Snapshot snapshot = frozen.snapshot();
            summary(book, frozen, number);
            for (OfContest contest : snapshot.contests()) {
                contest(book, snapshot, contest);
            }
            unreported(book, snapshot);
            corrections(book, snapshot);
            incidents(book, snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Rows of one sheet, from the top. */
    private static final class Rows {
        private final Worksheet sheet;
        private int row;

        Rows(Workbook book, String name) {
            String plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
            sheet = book.newWorksheet(plain.substring(0, Math.min(LONGEST_NAME, plain.length())));
        }

        Rows head(List<String> titles, double... widths) {
            for (int i = 0; i < titles.size(); i++) {
                sheet.value(row, i, titles.get(i));
                sheet.style(row, i).bold().fillColor("E6E6E6").wrapText(true).set();
                sheet.width(i, i < widths.length ? widths[i] : 13);
            }
            row++;
            sheet.freezePane(0, row);
            return this;
        }

        Rows add(boolean bold, Object... cells) {
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] instanceof Number number) {
                    sheet.value(row, i, number);
                    sheet.style(row, i).format(WHOLE_NUMBERS).set();
                } else {
                    String text = String.valueOf(cells[i]);
                    sheet.value(row, i, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
                }
                if (bold) {
                    sheet.style(row, i).bold().set();
                }
            }
            row++;
            return this;
        }
    }

    private void summary(Workbook book, Frozen frozen, String number) {
        Snapshot snapshot = frozen.snapshot();
        Rows rows = new Rows(book, "Ringkasan");
        rows.sheet.width(0, 34);
        rows.sheet.width(1, 70);
        Zone zone = snapshot.region().zone();
        if (snapshot.election().rehearsal()) {
            rows.add(true, texts.of("across.rehearsal"));
        }
        rows.add(true, snapshot.election().name(), snapshot.region().name());
        rows.add(false, texts.of("head.number"), number);
        rows.add(
                false,
                "Batas data",
                Indonesian.date(snapshot.shown(), zone) + " " + Indonesian.hour(snapshot.shown(), zone));
        rows.add(false, "Dokumen", snapshot.letter());
        rows.add(false, "SHA-256 cuplikan data", frozen.sha256());
        rows.add(false, texts.of("overview.districts"), snapshot.coverage().districts());
        rows.add(false, texts.of("overview.villages"), snapshot.coverage().villages());
        rows.add(false, texts.of("overview.stations"), snapshot.coverage().stations());
        Sexes dpt = snapshot.coverage().dpt();
        rows.add(false, "DPT L", dpt.l()).add(false, "DPT P", dpt.p()).add(false, "DPT J", dpt.j());
        rows.add(
                false,
                texts.of("foot.disclaimer"),
                texts.of(
                        "disclaimer",
                        "election",
                        snapshot.election().name(),
                        "region",
                        snapshot.region().name()));
        for (OfContest contest : snapshot.contests()) {
            Figures whole = contest.whole();
            rows.add(true, texts.of("results.contest", "contest", texts.contest(contest)));
            rows.add(false, "TPS masuk", whole.reported());
            rows.add(false, "TPS", whole.stations());
            for (Option choice : contest.choices()) {
                rows.add(
                        false,
                        choice.number() + ". " + texts.name(choice),
                        whole.votes().getOrDefault(choice.number(), 0L));
            }
            rows.add(false, texts.of("results.given"), whole.given());
            rows.add(false, texts.of("results.valid"), whole.valid());
            rows.add(false, texts.of("results.invalid"), whole.invalid());
        }
    }

    private void contest(Workbook book, Snapshot snapshot, OfContest contest) {
        Rows rows = new Rows(book, texts.contest(contest));
        List<String> titles = new ArrayList<>(List.of("Kode", "Tingkat", "Nama", "TPS masuk", "TPS"));
        contest.choices().forEach(choice -> titles.add(choice.number() + ". " + texts.name(choice)));
        titles.addAll(List.of(
                texts.of("results.valid"),
                texts.of("results.invalid"),
                texts.of("results.voted"),
                texts.of("results.dpt")));
        rows.head(titles, 16, 16, 28, 10, 10);
        rows.add(
                true,
                cells(
                        contest,
                        new Part(snapshot.region().code(), snapshot.region().name(), contest.whole())));
        contest.parts().forEach(part -> rows.add(true, cells(contest, part)));
        contest.details().forEach(part -> rows.add(false, cells(contest, part)));
    }

    private Object[] cells(OfContest contest, Part part) {
        Figures figures = part.figures();
        List<Object> cells = new ArrayList<>(List.of(
                part.code().dotted(),
                texts.of("level." + part.code().level()),
                part.name(),
                figures.reported(),
                figures.stations()));
        contest.choices().forEach(choice -> cells.add(figures.votes().getOrDefault(choice.number(), 0L)));
        cells.addAll(List.of(
                figures.valid(), figures.invalid(), figures.turnout().voted().j(), figures.dpt()));
        return cells.toArray();
    }

    private void unreported(Workbook book, Snapshot snapshot) {
        Rows rows = new Rows(book, "TPS belum masuk");
        rows.head(List.of("Pemilihan", "Kecamatan", "Desa/Kelurahan", "TPS", "Diberitahukan"), 28, 24, 28, 12, 60);
        for (Unreported one : snapshot.unreported()) {
            String told = one.told().stream()
                    .map(each -> texts.of("told." + each.level()) + " " + time(each.at(), snapshot))
                    .collect(Collectors.joining("; "));
            for (StationCode station : one.stations()) {
                rows.add(
                        false,
                        name(snapshot, one.contest().name()),
                        one.districtName(),
                        one.name(),
                        Indonesian.padded(station.number()),
                        told);
            }
        }
    }

    private void corrections(Workbook book, Snapshot snapshot) {
        Rows rows = new Rows(book, "Koreksi");
        rows.head(
                List.of(
                        "Pemilihan",
                        "Kecamatan",
                        "Desa/Kelurahan",
                        "TPS",
                        "Baris C.Hasil",
                        "Semula",
                        "Menjadi",
                        "Alasan",
                        "Waktu"),
                28,
                24,
                28,
                8,
                40,
                10,
                10,
                50,
                20);
        for (Correction one : snapshot.corrections()) {
            for (Change change : one.changes()) {
                rows.add(
                        false,
                        name(snapshot, one.contest().name()),
                        one.districtName(),
                        one.villageName(),
                        Indonesian.padded(one.station().number()),
                        change.label(),
                        change.from(),
                        change.to(),
                        one.reason(),
                        time(one.at(), snapshot));
            }
        }
    }

    private void incidents(Workbook book, Snapshot snapshot) {
        Rows rows = new Rows(book, "Kejadian");
        rows.head(
                List.of("Waktu", "Jenis", "Tempat", "Kode", "Kejadian", "Tindak lanjut", "Keadaan"),
                20,
                24,
                40,
                16,
                60,
                60,
                12);
        for (Incident one : snapshot.incidents()) {
            RegionCode region = one.region();
            rows.add(
                    false,
                    time(one.at(), snapshot),
                    texts.of("incident." + one.kind()),
                    one.place(),
                    region.dotted(),
                    one.text(),
                    one.followUp() == null ? "" : one.followUp(),
                    texts.of(one.settled() ? "incident.settled" : "incident.open"));
        }
    }

    private String name(Snapshot snapshot, String type) {
        return snapshot.contests().stream()
                .filter(contest -> contest.type().name().equals(type))
                .findFirst()
                .map(texts::contest)
                .orElseGet(() -> texts.of("contest." + type));
    }

    private static String time(Instant at, Snapshot snapshot) {
        Zone zone = snapshot.region().zone();
        return Indonesian.date(at, zone).replace('\u00a0', ' ') + " " + Indonesian.clock(at, zone);
    }
}
