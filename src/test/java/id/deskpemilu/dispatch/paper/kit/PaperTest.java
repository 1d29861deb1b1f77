package id.deskpemilu.dispatch.paper.kit;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.paper.PdfReading;
import id.deskpemilu.dispatch.paper.kit.Table.Align;
import id.deskpemilu.dispatch.paper.kit.Table.Column;
import id.deskpemilu.dispatch.paper.kit.Table.Look;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How blocks fall onto pages. */
class PaperTest {

    private static final Identity IDENTITY =
            new Identity("Uji", "Uji", "Uji", Instant.parse("2024-11-27T11:00:00Z"), new UUID(1, 2), "0".repeat(64));

    private static Paper paper() {
        return new Paper(PaperSize.A4, new Paper.Margins(60, 40, 60, 60));
    }

    private static List<String> pages(Paper paper) throws IOException {
        return PdfReading.pages(paper.finish(IDENTITY, (canvas, width, height, page, pages) -> {}, null, List.of()));
    }

    private static long rows(String page, String mark) {
        return page.lines().filter(line -> line.contains(mark)).count();
    }

    private static Table table(int rows) {
        Table table = Table.of(Look.of(9), List.of(Column.text("Kepala", 1), Column.number("Angka")), 8, "(lanjutan)");
        for (int i = 1; i <= rows; i++) {
            table.row(List.of("baris " + i, Integer.toString(i)));
        }
        return table;
    }

    @Test
    void no_page_of_a_table_has_a_single_row_and_each_has_the_head() throws IOException {
        for (int above = 0; above < 24; above++) {
            Paper paper = paper();
            paper.add(Figure.gap(above * 31f));
            paper.add(table(49 + above).sum(List.of("jumlah", "9")));
            List<String> pages =
                    pages(paper).stream().filter(page -> !page.isBlank()).toList();
            assertThat(pages).hasSizeGreaterThan(1).allSatisfy(page -> {
                assertThat(rows(page, "Kepala")).isEqualTo(1);
                assertThat(rows(page, "baris") + rows(page, "jumlah")).isGreaterThan(1);
            });
            String last = pages.get(pages.size() - 1);
            assertThat(last).contains("jumlah");
            assertThat(rows(last, "baris")).isPositive();
            assertThat(pages.stream().mapToLong(page -> rows(page, "baris")).sum())
                    .isEqualTo(49 + above);
        }
    }

    @Test
    void a_group_keeps_its_title_and_names_itself_again_on_the_next_page() throws IOException {
        for (int above = 0; above < 14; above++) {
            Paper paper = paper();
            paper.add(Figure.gap(above * 48));
            Table table =
                    Table.of(Look.of(9), List.of(Column.text("Kepala", 1), Column.number("Angka")), 8, "(lanjutan)");
            for (int group = 1; group <= 12; group++) {
                table.group("Kelompok " + group);
                for (int i = 1; i <= 7; i++) {
                    table.row(List.of("baris " + i, "1"));
                }
                table.sum(List.of("jumlah", "7"));
            }
            paper.add(table);
            List<String> pages =
                    pages(paper).stream().filter(page -> !page.isBlank()).toList();
            for (String page : pages) {
                List<String> lines =
                        page.lines().filter(line -> !line.isBlank()).toList();
                assertThat(lines.get(lines.size() - 1)).doesNotContain("Kelompok");
                // behind the head comes a title, be it again
                assertThat(lines.get(1)).contains("Kelompok");
                assertThat(lines.get(2)).contains("baris");
            }
        }
    }

    @Test
    void paragraphs_leave_no_single_line_and_headings_hold_what_follows() throws IOException {
        String words = "kata yang cukup panjang untuk sebuah baris ".repeat(12).strip();
        for (int above = 0; above < 15; above++) {
            Paper paper = paper();
            paper.add(Figure.gap(300 + above * 28));
            paper.add(Paragraph.of(Style.body(11).heading(1), "JUDUL"));
            paper.add(Paragraph.of(Style.body(11), words));
            List<String> pages =
                    pages(paper).stream().filter(page -> !page.isBlank()).toList();
            for (String page : pages) {
                List<String> lines =
                        page.lines().filter(line -> !line.isBlank()).toList();
                assertThat(lines.stream().filter(line -> line.contains("kata")).count())
                        .isGreaterThan(1);
                assertThat(lines.get(lines.size() - 1)).doesNotContain("JUDUL");
            }
        }
    }

    @Test
    void a_row_taller_than_a_page_goes_on_and_loses_nothing() throws IOException {
        Paper paper = paper();
        String words = IntStream.rangeClosed(1, 2500)
                .mapToObj(i -> "w" + i + "w")
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        Table table = Table.of(Look.of(9), List.of(Column.label("No.", Align.CENTRE), Column.text("Kepala", 1)), 8, "");
        table.row(List.of("1", words)).row(List.of("2", "pendek"));
        paper.add(table);
        List<String> pages = pages(paper);
        String all = String.join(" ", pages).replaceAll("\\s+", " ");
        assertThat(pages).hasSizeGreaterThan(2);
        for (int i = 1; i <= 2500; i++) {
            assertThat(all).contains("w" + i + "w");
        }
    }

    @Test
    void numbers_stand_one_below_the_other() throws IOException {
        assertThat(Face.REGULAR.width("1.111", 10)).isEqualTo(Face.REGULAR.width("9.876", 10));
        assertThat(Face.BOLD.width("1.111", 10)).isEqualTo(Face.BOLD.width("9.876", 10));
    }

    @Test
    void lines_are_broken_at_spaces_and_in_words_that_fit_nowhere() {
        assertThat(Lines.of(Face.REGULAR, 10, "satu dua tiga", 45)).containsExactly("satu dua", "tiga");
        assertThat(Lines.of(Face.REGULAR, 10, "a\nb", 100)).containsExactly("a", "b");
        List<String> parts = Lines.of(Face.REGULAR, 10, "x".repeat(50), 60);
        assertThat(String.join("", parts)).isEqualTo("x".repeat(50));
        assertThat(parts).allMatch(part -> Face.REGULAR.width(part, 10) <= 60.1);
        assertThat(Lines.of(Face.REGULAR, 10, "", 60)).containsExactly("");
        assertThat(Lines.of(Face.REGULAR, 10, "i", 0.5f)).containsExactly("i");
    }

    @Test
    void characters_that_the_font_lacks_are_replaced() {
        assertThat(Face.clean("Ma’ruf ≠ → é")).isEqualTo("Ma’ruf ≠ → é");
        assertThat(Face.clean("e\u0301")).isEqualTo("é");
        assertThat(Face.clean("ﬀ")).isEqualTo("ff");
        assertThat(Face.clean("a\u2011b")).isEqualTo("a\u2010b");
        assertThat(Face.clean("a\tb\u0007\u200bc")).isEqualTo("a b c");
        assertThat(Face.clean("😀")).isEqualTo("?");
        List<String> samples = new ArrayList<>();
        for (int c = 0; c < 0x10000; c++) {
            samples.add(Character.toString(c));
        }
        assertThat(samples)
                .allSatisfy(sample -> assertThat(Face.clean(sample)
                                .chars()
                                .allMatch(c -> c == '\n' || Face.REGULAR.glyph((char) c) != 0))
                        .isTrue());
    }
}
