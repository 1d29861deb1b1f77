package id.deskpemilu.dispatch.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The table says what the snapshot says, line by line. */
class SnapshotCsvTest {

    private final SnapshotCsv csv = new SnapshotCsv();

    @Test
    void every_contest_and_region_has_a_line_with_its_figures() throws IOException {
        Snapshot snapshot = SnapshotMother.regency(new Random(7), "9805");
        List<CSVRecord> lines = read(snapshot);
        assertThat(lines).hasSize(2 * (1 + 2 + 6));
        int at = 0;
        for (OfContest contest : snapshot.contests()) {
            check(
                    lines.get(at++),
                    snapshot,
                    contest,
                    "kabupaten",
                    "9805",
                    snapshot.region().name(),
                    contest.whole());
            for (Part part : contest.parts()) {
                check(
                        lines.get(at++),
                        snapshot,
                        contest,
                        "kecamatan",
                        part.code().digits(),
                        part.name(),
                        part.figures());
            }
            for (Part part : contest.details()) {
                check(lines.get(at++), snapshot, contest, "desa", part.code().digits(), part.name(), part.figures());
            }
        }
    }

    @Test
    void a_choice_that_is_not_on_the_ballot_has_no_figure() throws IOException {
        List<CSVRecord> lines = read(SnapshotMother.regency());
        assertThat(lines.get(0).get("jenis")).isEqualTo("gubernur");
        assertThat(lines.get(0).get("suara_3")).isNotEmpty();
        assertThat(lines.get(lines.size() - 1).get("jenis")).isEqualTo("bupati");
        assertThat(lines.get(lines.size() - 1).get("suara_3")).isEmpty();
        assertThat(lines.get(0).isMapped("suara_4")).isFalse();
    }

    @Test
    void a_name_is_never_a_formula_and_may_hold_anything() throws IOException {
        Snapshot whole = SnapshotMother.regency();
        Snapshot named = new Snapshot(
                whole.format(),
                whole.letter(),
                whole.election(),
                new Snapshot.Place(
                        whole.region().code(), "=2+5;\"kab\"", whole.region().zone()),
                whole.at(),
                whole.shown(),
                whole.coverage(),
                whole.contests(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(read(named).get(0).get("nama")).isEqualTo("'=2+5;\"kab\"");
    }

    @Test
    void a_snapshot_without_contests_has_only_its_head() throws IOException {
        Snapshot whole = SnapshotMother.regency();
        Snapshot empty = new Snapshot(
                whole.format(),
                whole.letter(),
                whole.election(),
                whole.region(),
                whole.at(),
                whole.shown(),
                whole.coverage(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(new String(csv.write(empty), UTF_8))
                .startsWith("surat;pemilu;")
                .endsWith("sah;tidak_sah\r\n");
        assertThat(read(empty)).isEmpty();
    }

    private static void check(
            CSVRecord line,
            Snapshot snapshot,
            OfContest contest,
            String level,
            String code,
            String name,
            Figures figures) {
        assertThat(line.get("surat")).isEqualTo(snapshot.letter().toString());
        assertThat(line.get("pemilu")).isEqualTo("uji-2024");
        assertThat(line.get("potong")).isEqualTo(snapshot.shown().toString());
        assertThat(line.get("jenis")).isEqualTo(contest.type().slug());
        assertThat(line.get("daerah")).isEqualTo(contest.area().digits());
        assertThat(line.get("tingkat")).isEqualTo(level);
        assertThat(line.get("kode")).isEqualTo(code);
        assertThat(line.get("nama")).isEqualTo(name);
        assertThat(number(line, "tps")).isEqualTo(figures.stations());
        assertThat(number(line, "masuk")).isEqualTo(figures.reported());
        assertThat(number(line, "selesai")).isEqualTo(figures.verified());
        assertThat(number(line, "koreksi")).isEqualTo(figures.correcting());
        assertThat(number(line, "terpisah")).isEqualTo(figures.apart());
        assertThat(number(line, "apa_adanya")).isEqualTo(figures.asWritten());
        assertThat(number(line, "tidak_cocok")).isEqualTo(figures.inconsistent());
        assertThat(number(line, "dpt")).isEqualTo(figures.dpt());
        assertThat(number(line, "pemilih_dpt_l"))
                .isEqualTo(figures.turnout().registered().l());
        assertThat(number(line, "pengguna_dpt_p"))
                .isEqualTo(figures.turnout().listed().p());
        assertThat(number(line, "pengguna_pindah_j"))
                .isEqualTo(figures.turnout().moved().j());
        assertThat(number(line, "pengguna_tambahan_l"))
                .isEqualTo(figures.turnout().unlisted().l());
        assertThat(number(line, "pengguna_j"))
                .isEqualTo(figures.turnout().voted().j());
        assertThat(number(line, "disabilitas_p"))
                .isEqualTo(figures.turnout().disabled().p());
        assertThat(number(line, "sah")).isEqualTo(figures.valid());
        assertThat(number(line, "tidak_sah")).isEqualTo(figures.invalid());
        figures.votes()
                .forEach((choice, votes) ->
                        assertThat(number(line, "suara_" + choice)).isEqualTo(votes));
    }

    private static long number(CSVRecord line, String column) {
        return Long.parseLong(line.get(column));
    }

    private List<CSVRecord> read(Snapshot snapshot) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(csv.write(snapshot), UTF_8)))
                .getRecords();
    }
}
