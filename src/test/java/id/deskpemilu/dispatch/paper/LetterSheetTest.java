package id.deskpemilu.dispatch.paper;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** The workbook, read again. */
class LetterSheetTest {

    private static Map<String, List<Row>> read(LetterDocument document) throws IOException {
        byte[] file = new LetterSheet(LetterTexts.ofTheDesk()).write(document.frozen(), document.number());
        Map<String, List<Row>> sheets = new TreeMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), new ArrayList<>(sheet.read()));
            }
        }
        return sheets;
    }

    @Test
    void it_has_the_figures_of_the_letter_and_its_hash() throws IOException {
        LetterDocument document = PaperMother.regency().document();
        Snapshot snapshot = document.frozen().snapshot();
        Map<String, List<Row>> sheets = read(document);
        assertThat(sheets)
                .containsOnlyKeys(
                        "Ringkasan",
                        "Gubernur dan Wakil Gubernur",
                        "Bupati dan Wakil Bupati",
                        "TPS belum masuk",
                        "Koreksi",
                        "Kejadian");
        assertThat(sheets.get("Ringkasan"))
                .anyMatch(row -> row.getCellCount() > 1
                        && row.getCellText(1).equals(document.frozen().sha256()))
                .anyMatch(row -> row.getCellCount() > 1 && row.getCellText(1).equals(document.number()));
        OfContest contest = snapshot.contests().get(0);
        List<Row> rows = sheets.get("Gubernur dan Wakil Gubernur");
        assertThat(rows).hasSize(2 + contest.parts().size() + contest.details().size());
        Row first = rows.get(2);
        assertThat(first.getCellText(2)).isEqualTo(contest.parts().get(0).name());
        assertThat(first.getCellAsNumber(5).orElseThrow().longValue())
                .isEqualTo(contest.parts().get(0).figures().votes().get(1));
        long silent = snapshot.unreported().stream()
                .mapToLong(one -> one.stations().size())
                .sum();
        assertThat(sheets.get("TPS belum masuk")).hasSize((int) silent + 1);
        assertThat(sheets.get("Kejadian")).hasSize(snapshot.incidents().size() + 1);
    }

    @Test
    void five_contests_have_a_sheet_each_and_a_rehearsal_says_so() throws IOException {
        Map<String, List<Row>> sheets = read(PaperMother.pemilu().rehearsal().document());
        assertThat(sheets).hasSize(9);
        assertThat(sheets.get("Ringkasan").get(0).getCellText(0)).isEqualTo("SIMULASI");
    }
}
