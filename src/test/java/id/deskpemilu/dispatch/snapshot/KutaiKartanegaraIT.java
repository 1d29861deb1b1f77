package id.deskpemilu.dispatch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.Offices;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.paper.LetterDocument;
import id.deskpemilu.dispatch.paper.LetterPaper;
import id.deskpemilu.dispatch.paper.PdfReading;
import id.deskpemilu.dispatch.paper.Printed;
import id.deskpemilu.dispatch.signature.Credentials;
import id.deskpemilu.dispatch.signature.Judges;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.dispatch.signature.SigningRequest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.election.Elections;
import id.deskpemilu.shared.RegionCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The snapshot of a real regency, and the letter printed from it and signed, are, kecamatan by kecamatan, what a sum over the
 * published file is.
 */
class KutaiKartanegaraIT extends KutaiKartanegara {

    /** Where the snapshot is left for whoever prints a letter of it. */
    private static final Path KEPT = Path.of("target/kutai-kartanegara");

    private static final LocalDate DAY = LocalDate.of(2024, 2, 14);

    /** A share behind the votes: 47,11, or a dash where there are none. */
    private static final String SHARE = "\\S+ ";

    @Autowired
    private SnapshotReader reader;

    @Autowired
    private SnapshotJson json;

    @Autowired
    private SnapshotCsv csv;

    @Autowired
    private Elections elections;

    @Autowired
    private LetterPaper paper;

    @Autowired
    private Offices offices;

    @Autowired
    private Signer signer;

    @Autowired
    private Seal seal;

    @Autowired
    private Clock clock;

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void totals_of_every_kecamatan_equal_the_sum_of_the_file() throws Exception {
        bringIn();
        long begin = System.nanoTime();
        Snapshot snapshot = reader.read(new UUID(64, 2), elections.get(ELECTION), new RegionCode(REGENCY));
        double read = (System.nanoTime() - begin) / 1e6;
        Frozen frozen = json.freeze(snapshot);
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve("cuplikan.json"), frozen.json());
        Files.write(KEPT.resolve("cuplikan.csv"), csv.write(snapshot));

        List<Row> rows = rows();
        assertThat(rows).hasSize(STATIONS);
        assertThat(snapshot.coverage().districts()).isEqualTo(20);
        assertThat(snapshot.coverage().villages()).isEqualTo(237);
        assertThat(snapshot.coverage().stations()).isEqualTo(STATIONS);
        OfContest ppwp = snapshot.contests().get(0);
        assertThat(ppwp.parts()).hasSize(20);
        assertThat(ppwp.details()).hasSize(237);
        check(ppwp.whole(), rows);
        for (Part part : ppwp.parts()) {
            check(
                    part.figures(),
                    rows.stream()
                            .filter(row -> row.district().equals(part.code().digits()))
                            .toList());
        }
        for (Part part : ppwp.details()) {
            check(
                    part.figures(),
                    rows.stream()
                            .filter(row ->
                                    row.get("kode_kel").equals(part.code().digits()))
                            .toList());
        }
        assertThat(ppwp.revisions())
                .extracting(counted -> counted.station().digits())
                .containsExactlyElementsOf(
                        counted(rows).stream().map(Row::station).sorted().toList());
        assertThat(snapshot.unreported().stream()
                        .flatMap(desa -> desa.stations().stream())
                        .map(Object::toString))
                .containsExactlyElementsOf(rows.stream()
                        .filter(row -> !row.isForm())
                        .map(Row::station)
                        .sorted()
                        .toList());
        assertThat(json.read(frozen.json())).isEqualTo(snapshot);

        System.out.printf(
                "%s: read in %.0f ms, %,d bytes of JSON, sha256 %s, %,d revisions, %,d desa with stations missing, %,d findings explained%n",
                snapshot.region().name(),
                read,
                frozen.json().length,
                frozen.sha256(),
                ppwp.revisions().size(),
                snapshot.unreported().size(),
                snapshot.explained().size());
        System.out.printf(
                "%-20s %5s %5s %5s %8s %8s %8s %8s %8s %8s%n",
                "kecamatan", "tps", "masuk", "pisah", "suara 1", "suara 2", "suara 3", "sah", "tdk sah", "pengguna");
        ppwp.parts().forEach(part -> print(part.name(), part.figures()));
        print("SEMUA", ppwp.whole());
    }

    @Test
    void the_signed_letter_says_what_the_file_does_and_passes_before_all_judges() throws Exception {
        bringIn();
        RegionCode region = new RegionCode(REGENCY);
        UUID letter = new UUID(64, 3);
        Frozen frozen = json.freeze(reader.read(letter, elections.get(ELECTION), region));
        Printed printed = paper.print(new LetterDocument(
                letter,
                LetterKind.FULL,
                frozen,
                new Prose("", "", ""),
                offices.head(region),
                offices.number(region, 1, DAY),
                DAY,
                offices.expected(region),
                null,
                "https://desk.example/check",
                null,
                false));
        byte[] signed = signer.sign(new SigningRequest(
                letter,
                printed.pdf(),
                printed.box(),
                offices.expected(region).name(),
                "Laporan Desk Pemilu",
                offices.head(region).place(),
                clock.instant(),
                Credentials.none()));
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve("surat.pdf"), signed);

        String text = PdfReading.text(signed);
        List<Row> rows = rows();
        OfContest ppwp = frozen.snapshot().contests().get(0);
        for (Part part : ppwp.parts()) {
            List<Row> ofPart = rows.stream()
                    .filter(row -> row.district().equals(part.code().digits()))
                    .toList();
            assertThat(text).as(part.name()).containsPattern(line(ofPart, SHARE));
            assertThat(text).as("annex: %s", part.name()).containsPattern(line(ofPart, ""));
        }
        for (Part part : ppwp.details()) {
            List<Row> ofPart = rows.stream()
                    .filter(row -> row.get("kode_kel").equals(part.code().digits()))
                    .toList();
            assertThat(text).as(part.name()).containsPattern(line(ofPart, ""));
        }
        assertThat(text).containsPattern("JUMLAH" + line(rows, SHARE));

        X509Certificate trusted = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(seal.certificate().getBytes(StandardCharsets.US_ASCII)));
        List<String> unsignedForm = Judges.pdfA(printed.pdf());
        List<String> signedForm = Judges.pdfA(signed);
        List<String> dss = Judges.dss(signed, List.of(trusted));
        List<String> pdfsig = Judges.pdfsig(signed);
        System.out.printf(
                "letter of %s: %d pages, %,d bytes signed%n"
                        + "veraPDF PDF/A-3b: %d violations before, %d after signing%nDSS: %s%npdfsig: %s%n",
                frozen.snapshot().region().name(),
                printed.pages(),
                signed.length,
                unsignedForm.size(),
                signedForm.size(),
                dss,
                pdfsig);
        assertThat(unsignedForm).isEmpty();
        assertThat(signedForm).isEmpty();
        assertThat(dss).containsExactly("TOTAL_PASSED PAdES-BASELINE-B");
        assertThat(pdfsig).containsExactly("Total document signed", "Signature is Valid.");
    }

    /**
     * The figures of a region as the letter has to print them, summed up from the file.
     *
     * @param between what stands behind the votes of each paslon
     */
    private static String line(List<Row> rows, String between) {
        List<Row> counted = counted(rows);
        StringBuilder line = new StringBuilder(" ")
                .append(printed(rows.stream().filter(Row::isForm).count()))
                .append(' ')
                .append(printed(rows.size()))
                .append(' ');
        for (int paslon = 1; paslon <= 3; paslon++) {
            line.append(printed(sum(counted, "suara_" + paslon))).append(' ').append(between);
        }
        return line.append(printed(sum(counted, "suara_sah")))
                .append(' ')
                .append(printed(sum(counted, "suara_tidak_sah")))
                .append(' ')
                .toString();
    }

    private static String printed(long figure) {
        return String.format(Locale.ROOT, "%,d", figure).replace(",", "\\.");
    }

    private static void print(String name, Figures figures) {
        System.out.printf(
                "%-20s %5d %5d %5d %8d %8d %8d %8d %8d %8d%n",
                name,
                figures.stations(),
                figures.reported(),
                figures.apart(),
                figures.votes().get(1),
                figures.votes().get(2),
                figures.votes().get(3),
                figures.valid(),
                figures.invalid(),
                figures.turnout().voted().j());
    }

    private static void check(Figures figures, List<Row> rows) {
        List<Row> forms = rows.stream().filter(Row::isForm).toList();
        List<Row> counted = counted(rows);
        assertThat(figures.stations()).isEqualTo(rows.size());
        assertThat(figures.reported()).isEqualTo(forms.size());
        assertThat(figures.apart()).isEqualTo(forms.size() - counted.size());
        for (int paslon = 1; paslon <= 3; paslon++) {
            assertThat(figures.votes().get(paslon)).isEqualTo(sum(counted, "suara_" + paslon));
        }
        assertThat(figures.valid()).isEqualTo(sum(counted, "suara_sah"));
        assertThat(figures.invalid()).isEqualTo(sum(counted, "suara_tidak_sah"));
        check(figures.turnout().registered(), counted, "pemilih_dpt");
        check(figures.turnout().listed(), counted, "pengguna_dpt");
        check(figures.turnout().moved(), counted, "pengguna_dptb");
        check(figures.turnout().unlisted(), counted, "pengguna_dpk");
        check(figures.turnout().voted(), counted, "pengguna_total");
    }

    private static void check(Sexes sexes, List<Row> rows, String field) {
        assertThat(sexes)
                .isEqualTo(new Sexes(sum(rows, field + "_l"), sum(rows, field + "_p"), sum(rows, field + "_j")));
    }

    /** More votes than ballots: two verifiers have to look first, and nobody has. */
    private static List<Row> counted(List<Row> rows) {
        return rows.stream()
                .filter(Row::isForm)
                .filter(row -> row.figure("suara_total")
                        <= row.figure("pemilih_dpt_j") + Math.ceil(row.figure("pemilih_dpt_j") * 2 / 100.0))
                .toList();
    }

    private static long sum(List<Row> rows, String field) {
        return rows.stream().mapToLong(row -> row.figure(field)).sum();
    }
}
