package id.deskpemilu.dispatch.signature;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.paper.PaperMother;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a letter are read, and a page that is meant to keep its reader busy ends within bounds. */
class FirstPageTest {

    private static final String TEXT = "BT /F0 11 Tf 60 700 Td (Nomor : 200.2.1/014) Tj ET";

    private static String packed(byte[] pdf) {
        return FirstPage.words(pdf).orElseThrow().replaceAll("\\s", "");
    }

    @Test
    void the_number_of_a_letter_and_of_a_flash_report_is_read_as_it_is_printed() {
        byte[] full =
                PaperMother.paper().print(PaperMother.regency().document()).pdf();
        assertThat(packed(full)).contains("200.2.1/014/405.07/2024");
        byte[] flash = PaperMother.paper()
                .print(PaperMother.regency().flash().document())
                .pdf();
        assertThat(packed(flash)).contains("200.2.1/014/405.07/2024").doesNotContain("\uFFFD");
    }

    @Test
    void texts_are_read_in_each_way_in_which_they_are_shown() throws IOException {
        String content = "BT /F0 9 Tf (satu ) Tj [(du) -120 (a )] TJ (tiga ) ' 0 0 (empat ) \" /F1 9 Tf <00010002> Tj"
                + " /F2 9 Tf <0001> Tj /F3 9 Tf (x) Tj ET";
        String table =
                "1 beginbfchar <0001> <0041> endbfchar 1 beginbfrange <0002> <0003> [<00420043> <0044>] endbfrange";
        assertThat(FirstPage.words(page(content, table))).hasValue("satu dua tiga empat ABC\uFFFD\uFFFD");
        String range = "1 beginbfrange <0001> <0002> <0061> endbfrange";
        assertThat(FirstPage.words(page("/F1 9 Tf <000100020003> Tj", range))).hasValue("ab\uFFFD");
        assertThat(FirstPage.words(page("", ""))).hasValue("");
    }

    @Test
    void a_page_may_have_its_fonts_from_the_tree_and_its_content_in_parts() {
        byte[] pdf = file(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Kids [3 0 R] /Count 1 /Resources << /Font << /F0 << /Subtype /Type1 >> >> >> >>",
                "<< /Kids [4 0 R] /Count 1 /Parent 2 0 R >>",
                "<< /Type /Page /Parent 3 0 R /Contents [5 0 R 6 0 R] >>",
                stream("BT /F0 11 Tf (Nomor".getBytes(StandardCharsets.US_ASCII), ""),
                stream("lain) Tj (Nomor) Tj".getBytes(StandardCharsets.US_ASCII), ""));
        assertThat(FirstPage.words(pdf))
                .isPresent()
                .hasValueSatisfying(words -> assertThat(words).endsWith("Nomor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bukan PDF", "%PDF-1.7", "%PDF-1.7\nxref\n0 99999999\ntrailer<<>>\nstartxref\n9\n%%EOF"})
    void garbage_has_no_first_page(String content) {
        assertThat(FirstPage.words(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void a_locked_file_is_not_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(page(TEXT, ""))) {
            document.protect(new StandardProtectionPolicy("pemilik", "", new AccessPermission()));
            document.save(out);
        }
        assertThat(FirstPage.words(out.toByteArray())).isEmpty();
    }

    @Test
    @Timeout(10)
    void however_many_pages_it_says_to_have_one_is_read() {
        String kids = "3 0 R ".repeat(500_000);
        byte[] many = file(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Kids [" + kids + "] /Count 2147483647 /Resources << /Font << /F0 << /Subtype /Type1 >> >> >> >>",
                "<< /Type /Page /Contents 4 0 R >>",
                stream(TEXT.getBytes(StandardCharsets.US_ASCII), ""));
        assertThat(FirstPage.words(many))
                .hasValueSatisfying(words -> assertThat(words).contains("200.2.1/014"));
        assertThat(FirstPage.words(file("<< /Pages 2 0 R >>", "<< /Kids [2 0 R] >>")))
                .as("a circle")
                .isEmpty();
        assertThat(FirstPage.words(file("<< /Pages 2 0 R >>", "<< /Kids [] /Count 9 >>")))
                .as("none")
                .isEmpty();
        assertThat(FirstPage.words(file("<< /Pages 7 0 R >>"))).as("nowhere").isEmpty();
        List<String> chain = new ArrayList<>(List.of("<< /Pages 2 0 R >>"));
        IntStream.range(3, 5_000).forEach(next -> chain.add("<< /Kids [" + next + " 0 R] >>"));
        assertThat(FirstPage.words(file(chain.toArray(String[]::new))))
                .as("far down")
                .isEmpty();
    }

    @Test
    @Timeout(20)
    void what_unpacks_to_a_hundred_times_its_size_is_not_unpacked() throws IOException {
        byte[] bomb = deflated(100);
        long before = allocated();
        String flate = "/Filter /FlateDecode";
        assertThat(FirstPage.words(pageOf(stream(bomb, flate), stream(new byte[0], ""))))
                .isEmpty();
        assertThat(FirstPage.words(
                        pageOf(stream(bomb, "/Filter [/FlateDecode /FlateDecode]"), stream(new byte[0], ""))))
                .isEmpty();
        assertThat(FirstPage.words(pageOf(stream(bomb, "/Filter /LZWDecode"), stream(new byte[0], ""))))
                .isEmpty();
        String shown = stream("/F1 9 Tf <0001> Tj".getBytes(StandardCharsets.US_ASCII), "");
        assertThat(FirstPage.words(pageOf(shown, stream(bomb, flate))))
                .as("the table of a font")
                .isEmpty();
        String parts = IntStream.range(0, 400).mapToObj(i -> "4 0 R").collect(Collectors.joining(" "));
        assertThat(FirstPage.words(file(
                        "<< /Pages 2 0 R >>",
                        "<< /Kids [3 0 R] >>",
                        "<< /Contents [" + parts + "] >>",
                        stream(deflated(1), flate))))
                .as("one part many times")
                .isEmpty();
        assertThat(allocated() - before).isLessThan(60_000_000);
    }

    @Test
    @Timeout(20)
    void a_table_that_stands_for_everything_and_a_text_that_means_too_much_end() throws IOException {
        long before = allocated();
        String everything = "beginbfrange " + "<0000> <FFFF> <0041> ".repeat(20_000) + "endbfrange";
        assertThat(FirstPage.words(page("/F1 9 Tf <0001> Tj", everything))).isEmpty();
        assertThat(FirstPage.words(page("/F1 9 Tf <0001> Tj", "beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")))
                .isEmpty();
        assertThat(FirstPage.words(
                        page("/F1 9 Tf <0001> Tj", "beginbfchar <0001> <" + "0041".repeat(10_000) + "> endbfchar")))
                .isEmpty();
        String thirty = "beginbfchar <0001> <" + "0041".repeat(30) + "> endbfchar";
        assertThat(FirstPage.words(page("/F1 9 Tf <" + "0001".repeat(400_000) + "> Tj", thirty)))
                .isEmpty();
        assertThat(allocated() - before).isLessThan(500_000_000);
    }

    @Test
    @Timeout(20)
    void a_million_brackets_do_not_stop_it() throws IOException {
        long before = allocated();
        for (String content : List.of(
                "[".repeat(1_000_000),
                "<<".repeat(500_000),
                "[" + "<<>>".repeat(400_000) + "] TJ",
                "1 ".repeat(900_000) + "Tj",
                "/F0 ".repeat(400_000),
                "(".repeat(1_000_000),
                "BI ".repeat(300_000),
                "Tf Tj TJ ' \" ET BT [] Tf [] Tj")) {
            FirstPage.words(page(content, ""))
                    .ifPresent(words -> assertThat(words).doesNotContain("200"));
        }
        assertThat(allocated() - before).isLessThan(1_500_000_000);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static byte[] deflated(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < megabytes; i++) {
                deflater.write(blanks);
            }
        }
        return packed.toByteArray();
    }

    /** One page: F0 has plain letters, F1 a table, F2 none although its characters have two bytes. */
    private static byte[] page(String content, String table) {
        return pageOf(
                stream(content.getBytes(StandardCharsets.US_ASCII), ""),
                stream(table.getBytes(StandardCharsets.US_ASCII), ""));
    }

    private static byte[] pageOf(String content, String table) {
        return file(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F0 << /Subtype /Type1 >>"
                        + " /F1 << /Subtype /Type0 /ToUnicode 5 0 R >> /F2 << /Subtype /Type0 >> >> >> >>",
                content,
                table);
    }

    private static String stream(byte[] content, String entries) {
        return "<< /Length " + content.length + " " + entries + " >>\nstream\n"
                + new String(content, StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    /** A file of these objects; the first is its catalogue. */
    private static byte[] file(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int place = pdf.length();
        pdf.append(table)
                .append("trailer\n<< /Size ")
                .append(objects.length + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(place)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
