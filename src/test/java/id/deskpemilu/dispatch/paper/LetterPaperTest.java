package id.deskpemilu.dispatch.paper;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.paper.kit.PaperSize;
import id.deskpemilu.dispatch.signature.SignatureBox;
import id.deskpemilu.dispatch.snapshot.SnapshotCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The letter as a reader, a screen reader, a scanner and veraPDF find it. */
class LetterPaperTest {

    private static final LetterPaper PAPER = PaperMother.paper();
    private static final Set<String> SHOWING = Set.of("Tj", "TJ", "'", "\"");

    /** The letters that are looked at, each printed once. */
    private enum Sample {
        REGENCY(() -> PaperMother.regency()),
        WITH_MAP(() -> PaperMother.regency().withOutlines()),
        DRAFT(() -> PaperMother.regency().rehearsal().draft().on(PaperSize.A4)),
        QUIET(() -> PaperMother.regency().quiet()),
        UNEVEN(() -> PaperMother.regency().uneven(3)),
        DISTRICT(() -> PaperMother.district()),
        REHEARSAL(() -> PaperMother.district().rehearsal()),
        PROVINCE(() -> PaperMother.province()),
        PARTIES(() -> PaperMother.parties()),
        FLASH(() -> PaperMother.regency().flash()),
        LONG_FLASH(() -> PaperMother.pemilu().flash().on(PaperSize.A4));

        private final Supplier<PaperMother> mother;
        private @Nullable LetterDocument document;
        private @Nullable Printed printed;

        Sample(Supplier<PaperMother> mother) {
            this.mother = mother;
        }

        LetterDocument document() {
            if (document == null) {
                document = mother.get().document();
            }
            return document;
        }

        Printed printed() {
            if (printed == null) {
                printed = PAPER.print(document());
            }
            return printed;
        }

        byte[] pdf() {
            return printed().pdf();
        }
    }

    private static Printed print(PaperMother letter) {
        return PAPER.print(letter.document());
    }

    @Test
    void a_letter_has_all_its_parts() throws IOException {
        String text = PdfReading.text(Sample.REGENCY.pdf());
        assertThat(text)
                .containsSubsequence(
                        "PEMERINTAH KABUPATEN TIRTASARI",
                        "BADAN KESATUAN BANGSA DAN POLITIK",
                        "Tirtasari, 27 November 2024",
                        "Nomor : 200.2.1/014/405.07/2024",
                        "Sifat : Segera",
                        "Lampiran : 4 (empat) berkas",
                        "Hal : Laporan Perkembangan Pemungutan dan Penghitungan Suara Pilkada Serentak 2024",
                        "Yth. Gubernur Mandala Raya",
                        "Berdasarkan:",
                        "tanggal 27 November 2024 pukul 18.00 WIB",
                        "1. Gambaran Umum",
                        "TPS : 620",
                        "2. Pelaksanaan Pemungutan Suara",
                        "Pemungutan suara ulang (PSU)",
                        "3. Partisipasi Pemilih",
                        "DPPh (pindah memilih)",
                        "4. Hasil Sementara",
                        "BUKAN HASIL RESMI",
                        "5. Permasalahan dan Tindak Lanjut",
                        "koordinator kecamatan: 4 masih berjalan, 21 selesai",
                        "6. Situasi",
                        "7. Saran",
                        "Demikian laporan ini",
                        "KEPALA BADAN KESATUAN BANGSA DAN POLITIK,",
                        "Ditandatangani secara elektronik oleh:",
                        "Drs. Hendra Wicaksana, M.Si.",
                        "Pembina Utama Muda (IV/c)",
                        "NIP 197003121994031005",
                        "Tembusan:",
                        "3. Ketua KPU",
                        "Lampiran I – Rekapitulasi per Desa/Kelurahan",
                        "Lampiran II – TPS yang Belum Masuk",
                        "operator desa (16.30)",
                        "Lampiran III – Koreksi",
                        "IV.1 Perolehan suara nomor urut 1: 96 → 196",
                        "Lampiran IV – Penjelasan atas Temuan",
                        "V.C 251 ≠ I.B.4 252");
        assertThat(text).doesNotContain("SIMULASI", "DRAF", "BSrE", "{", "}");
    }

    @Test
    void every_figure_of_every_part_is_printed() throws IOException {
        String text = PdfReading.text(Sample.REGENCY.pdf());
        Sample.REGENCY
                .document()
                .frozen()
                .snapshot()
                .contests()
                .forEach(contest -> Stream.concat(contest.parts().stream(), contest.details().stream())
                        .forEach(part -> {
                            assertThat(text).contains(part.name());
                            part.figures()
                                    .votes()
                                    .values()
                                    .forEach(votes -> assertThat(text).contains(" " + Indonesian.number(votes) + " "));
                            assertThat(text)
                                    .contains(" "
                                            + Indonesian.number(part.figures().valid()) + " ");
                        }));
    }

    @Test
    void every_page_says_whose_it_is_and_how_many_there_are() throws IOException {
        LetterDocument document = Sample.PARTIES.document();
        Printed printed = Sample.PARTIES.printed();
        List<String> pages = PdfReading.pages(printed.pdf());
        assertThat(pages).hasSize(printed.pages());
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i))
                    .contains("Halaman " + (i + 1) + " dari " + pages.size())
                    .contains(PaperMother.LETTER.toString())
                    .contains(document.frozen().sha256().substring(0, 16))
                    .contains("bukan hasil resmi");
        }
    }

    @Test
    void the_code_on_every_page_leads_to_the_check() throws IOException {
        LetterDocument document = Sample.PARTIES.document();
        Printed printed = Sample.PARTIES.printed();
        String address = document.checkAddress() + "/" + PaperMother.LETTER + "?h="
                + document.frozen().sha256().substring(0, 8);
        // the upright page with the signature, which has two; one across
        for (int page : new int[] {printed.box().page(), printed.pages()}) {
            assertThat(PdfReading.codes(printed.pdf(), page))
                    .as("page %s", page)
                    .isNotEmpty()
                    .allMatch(address::equals);
        }
    }

    /** One of each kind of page: upright, across, with drawings, F4 and A4, one page. */
    @ParameterizedTest
    @EnumSource(names = {"WITH_MAP", "DRAFT", "PARTIES", "LONG_FLASH"})
    void it_is_an_archive_file(Sample letter) throws Exception {
        assertThat(PdfReading.violations(letter.pdf(), PDFAFlavour.PDFA_3_B)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTIES", "LONG_FLASH"})
    void it_can_be_read_aloud(Sample letter) throws Exception {
        // the claim itself is not made: whoever signs adds a field that nobody has described
        assertThat(PdfReading.violations(letter.pdf(), PDFAFlavour.PDFUA_1))
                .allMatch(violation -> violation.startsWith("5-1 "));
    }

    @ParameterizedTest
    @EnumSource(names = {"WITH_MAP", "DRAFT", "PARTIES", "LONG_FLASH"})
    void the_same_letter_is_the_same_file(Sample letter) {
        Printed again = PaperMother.paper().print(letter.document());
        assertThat(Arrays.equals(letter.pdf(), again.pdf())).isTrue();
        assertThat(again.box()).isEqualTo(letter.printed().box());
    }

    @ParameterizedTest
    @EnumSource(names = {"WITH_MAP", "DRAFT", "PROVINCE", "PARTIES", "LONG_FLASH"})
    void everything_on_a_page_is_tagged(Sample letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            COSDictionary root =
                    document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
            Set<COSBase> reachable = new HashSet<>();
            collect(root.getCOSDictionary(COSName.K), reachable);
            COSArray numbers =
                    root.getCOSDictionary(COSName.getPDFName("ParentTree")).getCOSArray(COSName.NUMS);
            int index = 0;
            for (PDPage page : document.getPages()) {
                assertThat(page.getCOSObject().getInt(COSName.STRUCT_PARENTS)).isEqualTo(index);
                COSArray parents = (COSArray) numbers.getObject(2 * index + 1);
                List<Integer> marks = marks(page);
                assertThat(marks).hasSize(parents.size()).doesNotHaveDuplicates();
                for (int i = 0; i < parents.size(); i++) {
                    assertThat(reachable).contains(parents.getObject(i));
                }
                index++;
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id-ID");
        }
    }

    /** The numbers of the pieces of a page; fails at text that is neither in a piece nor in an ornament. */
    private static List<Integer> marks(PDPage page) throws IOException {
        List<Integer> marks = new ArrayList<>();
        List<Object> operands = new ArrayList<>();
        int depth = 0;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (!(token instanceof Operator operator)) {
                operands.add(token);
                continue;
            }
            String name = operator.getName();
            if (name.equals("BDC") || name.equals("BMC")) {
                depth++;
                if (operands.size() > 1
                        && operands.get(1) instanceof COSDictionary properties
                        && properties.containsKey(COSName.MCID)) {
                    marks.add(properties.getInt(COSName.MCID));
                }
            } else if (name.equals("EMC")) {
                depth--;
            } else if (SHOWING.contains(name) || name.equals("f") || name.equals("S") || name.equals("Do")) {
                assertThat(depth).as(name).isEqualTo(1);
            }
            operands.clear();
        }
        assertThat(depth).isZero();
        return marks;
    }

    private static void collect(COSDictionary element, Set<COSBase> into) {
        into.add(element);
        String role = element.getNameAsString(COSName.S);
        if (role.equals("Figure")) {
            assertThat(element.getString(COSName.ALT)).isNotBlank();
        }
        for (COSBase kid : element.getCOSArray(COSName.K).toList()) {
            COSBase plain = kid instanceof org.apache.pdfbox.cos.COSObject reference ? reference.getObject() : kid;
            if (plain instanceof COSInteger) {
                continue;
            }
            if (plain instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S)) {
                String below = dictionary.getNameAsString(COSName.S);
                assertThat(role + "/" + below).matches("Document/(P|H1|H2|Table|Figure)|Table/TR|TR/T[HD]");
                collect(dictionary, into);
            }
        }
    }

    @Test
    void the_figures_are_inside_as_they_were_frozen() throws IOException {
        LetterDocument document = Sample.REGENCY.document();
        byte[] pdf = Sample.REGENCY.pdf();
        Map<String, byte[]> files = PdfReading.attachments(pdf);
        assertThat(files).containsOnlyKeys("cuplikan.json", "cuplikan.csv");
        assertThat(files.get("cuplikan.json")).isEqualTo(document.frozen().json());
        assertThat(files.get("cuplikan.csv"))
                .isEqualTo(new SnapshotCsv().write(document.frozen().snapshot()));
        assertThat(new String(pdf, StandardCharsets.UTF_8))
                .contains("<desk:letter>" + PaperMother.LETTER + "</desk:letter>")
                .contains("<desk:snapshotSha256>" + document.frozen().sha256() + "</desk:snapshotSha256>");
    }

    @Test
    void it_has_bookmarks_for_sections_contests_and_annexes() throws IOException {
        try (PDDocument document = Loader.loadPDF(Sample.REGENCY.pdf())) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                item.children().forEach(below -> titles.add("- " + below.getTitle()));
            }
            assertThat(titles)
                    .containsSubsequence(
                            "1. Gambaran Umum",
                            "4. Hasil Sementara",
                            "- a. Pemilihan Gubernur dan Wakil Gubernur",
                            "- b. Pemilihan Bupati dan Wakil Bupati",
                            "7. Saran",
                            "Lampiran I – Rekapitulasi per Desa/Kelurahan",
                            "- Pemilihan Bupati dan Wakil Bupati",
                            "Lampiran IV – Penjelasan atas Temuan");
        }
    }

    @Test
    void a_rehearsal_and_a_draft_say_so_across_every_page() throws IOException {
        assertThat(PdfReading.across(Sample.REHEARSAL.pdf()))
                .hasSizeGreaterThan(3)
                .containsOnly("SIMULASI");
        byte[] draft = print(PaperMother.district().draft()).pdf();
        assertThat(PdfReading.across(draft)).hasSizeGreaterThan(3).containsOnly("DRAF");
        assertThat(PdfReading.text(draft)).doesNotContain("Ditandatangani secara elektronik");
        assertThat(PdfReading.across(Sample.DRAFT.pdf())).containsOnly("DRAF SIMULASI");
        assertThat(PdfReading.across(Sample.DISTRICT.pdf())).containsOnly("");
    }

    @Test
    void a_flash_report_is_one_page_whatever_it_says() throws IOException {
        String long_ = "Kendala jaringan di beberapa desa. ".repeat(110);
        for (Printed printed : List.of(
                Sample.FLASH.printed(),
                print(PaperMother.pemilu()
                        .flash()
                        .with(new Prose(long_, long_, long_))
                        .on(PaperSize.A4)),
                print(PaperMother.province().flash()),
                print(PaperMother.district().flash().quiet()))) {
            assertThat(printed.pages()).isEqualTo(1);
            assertThat(PdfReading.text(printed.pdf()))
                    .contains("LAPORAN KILAT", "BUKAN HASIL RESMI", "Drs. Hendra Wicaksana", "TPS masuk");
        }
    }

    @Test
    void the_head_of_a_table_is_on_each_of_its_pages() throws IOException {
        List<String> pages = PdfReading.pages(print(PaperMother.large()).pdf());
        int first = 0;
        int last = 0;
        for (int i = 0; i < pages.size(); i++) {
            first = pages.get(i).contains("Lampiran I –") ? i : first;
            last = pages.get(i).contains("Lampiran II –") ? i : last;
        }
        assertThat(last - first).isGreaterThan(10);
        assertThat(pages.subList(first, last))
                .allSatisfy(page -> assertThat(page).contains("Desa/Kelurahan", "Masuk", "Pengguna", "DPT"));
        assertThat(pages.subList(first + 1, last)).anyMatch(page -> page.contains("(lanjutan)"));
    }

    @Test
    void a_province_lists_the_letters_that_it_adds_up() throws IOException {
        String text = PdfReading.text(Sample.PROVINCE.pdf());
        assertThat(text)
                .contains(
                        "dijumlahkan dari 9 surat",
                        "Surat yang Dijumlahkan",
                        "200.2.1/010/405.07/2024",
                        "5f2c9a71d3e8b64f");
    }

    @Test
    void a_district_reports_its_desa_and_needs_no_annex_for_them() throws IOException {
        String text = PdfReading.text(Sample.DISTRICT.pdf());
        assertThat(text).contains("KECAMATAN SUKAMULYA", "Desa/Kelurahan").doesNotContain("Rekapitulasi per");
    }

    @Test
    void where_nothing_has_come_in_the_letter_says_so() throws IOException {
        String text = PdfReading.text(Sample.QUIET.pdf());
        assertThat(text)
                .contains(
                        "Belum ada suara yang dihitung.",
                        "tidak ada kejadian yang dilaporkan",
                        "Pembukaan TPS tidak dicatat",
                        "TPS yang sudah masuk: 0 dari 620 (0,00 %)");
    }

    @Test
    void shares_add_up_even_where_forms_do_not() throws IOException {
        assertThat(PdfReading.text(Sample.REGENCY.pdf()))
                .contains("Jumlah Perolehan Suara 114.376 100,00")
                .doesNotContain("Jumlah perolehan suara berbeda");
        // the valid votes are fewer than the votes: shares are of the votes
        assertThat(PdfReading.text(Sample.UNEVEN.pdf()))
                .contains(
                        "Jumlah Perolehan Suara 114.376 100,00 Suara Sah 114.373",
                        "Jumlah perolehan suara berbeda 3 dari suara sah, karena 1 formulir memuat penjumlahan yang tidak cocok.");
        for (String shown : List.of("36.918 (32,28 %)", "38.768 (33,90 %)", "38.690 (33,83 %)")) {
            assertThat(PdfReading.text(Sample.UNEVEN.pdf()).replace('\u00a0', ' '))
                    .contains(shown);
        }
        assertThat(PdfReading.text(
                        print(PaperMother.regency().uneven(3).flash()).pdf()))
                .contains("Jumlah perolehan suara berbeda 3 dari suara sah");
    }

    @Test
    void no_heading_stands_at_the_foot_of_a_page() throws IOException {
        LetterDocument document = Sample.DISTRICT.document();
        for (int lines = 0; lines < 30; lines += 6) {
            List<String> addressee = new ArrayList<>(document.head().addressee());
            addressee.addAll(Collections.nCopies(lines, "di Tempat"));
            for (String page :
                    PdfReading.pages(PAPER.print(to(document, addressee)).pdf())) {
                assertThat(page.contains("Tembusan:")).isEqualTo(page.contains("Demikian laporan"));
                String body = page.substring(0, page.indexOf("Dokumen ini ditandatangani"))
                        .strip();
                assertThat(body.substring(body.lastIndexOf('\n') + 1))
                        .as("last line, %s lines further down", lines)
                        .doesNotContainPattern(
                                "^(\\d\\. (Gambaran|Pelaksanaan|Partisipasi|Hasil|Permasalahan|Situasi|Saran)"
                                        + "|[ab]\\. Pemilihan|Lampiran|Angka berikut|Perolehan Suara per)")
                        .doesNotContain("dari DPT", "Diagram batang", "TPS yang sudah masuk", "lanjutan:");
            }
        }
    }

    private static LetterDocument to(LetterDocument document, List<String> addressee) {
        Letterhead head = document.head();
        return new LetterDocument(
                document.letter(),
                document.kind(),
                document.frozen(),
                document.prose(),
                new Letterhead(
                        head.size(),
                        head.emblem(),
                        head.government(),
                        head.agency(),
                        head.address(),
                        head.place(),
                        head.nature(),
                        addressee,
                        head.copies(),
                        head.basis(),
                        head.footer()),
                document.number(),
                document.date(),
                document.signatory(),
                null,
                document.checkAddress(),
                null,
                false);
    }

    @Test
    void the_box_of_the_signature_is_where_the_block_stands() throws IOException {
        Printed printed = Sample.REGENCY.printed();
        SignatureBox box = printed.box();
        assertThat(PdfReading.pages(printed.pdf()).get(box.page() - 1))
                .contains("Ditandatangani secara elektronik oleh:", "NIP 197003121994031005");
        assertThat(box.x() + box.width()).isLessThan(PaperSize.F4.width());
        assertThat(box.y()).isGreaterThan(PaperSize.points(33) - 1);
        assertThat(box.y() + box.height()).isLessThan(PaperSize.F4.height());
    }

    @Test
    void the_letter_that_it_takes_the_place_of_is_named() throws IOException {
        LetterDocument document = Sample.REGENCY.document();
        LetterDocument later = new LetterDocument(
                document.letter(),
                document.kind(),
                document.frozen(),
                document.prose(),
                document.head(),
                document.number(),
                document.date(),
                document.signatory(),
                "200.2.1/013/405.07/2024",
                document.checkAddress(),
                null,
                false);
        assertThat(PdfReading.text(PAPER.print(later).pdf()))
                .contains("Surat ini menggantikan surat kami Nomor 200.2.1/013/405.07/2024.");
    }

    @Test
    void what_people_write_is_printed_whatever_it_holds() throws Exception {
        String strange = "Emoji 😀, Arab سلام, Jawa ꦗꦮ, gabungan e\u0301 a\u0308, \u0000\u0007 kendali, ¼ ½ ﬁ ﬀ № ①, "
                + "panjang " + "x".repeat(400) + " https://contoh.example/" + "jalan/".repeat(60)
                + "\r\n\n  baris\tbaru \u202e terbalik \ufffd \ud83d";
        Printed printed = print(PaperMother.regency().with(new Prose(strange, strange, strange)));
        String text = PdfReading.text(printed.pdf());
        assertThat(text).contains("gabungan é ä", "¼ ½ fi ff", "baris baru");
        assertThat(PdfReading.violations(printed.pdf(), PDFAFlavour.PDFA_3_B)).isEmpty();
    }

    @Test
    void the_longest_texts_are_printed_to_their_end() throws IOException {
        String words = ("kata ".repeat(790)).strip() + " TAMAT";
        String text = PdfReading.text(print(PaperMother.regency().with(new Prose(words, words, words)))
                .pdf());
        assertThat(text.split("TAMAT", -1)).hasSize(4);
    }
}
