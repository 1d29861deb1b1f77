package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.paper.LetterSheet;
import id.deskpemilu.dispatch.snapshot.SnapshotCsv;
import id.deskpemilu.dispatch.usecase.PreviewLetter;
import id.deskpemilu.dispatch.usecase.ReadLetter;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The files of a letter, for pages and for programs. */
@Component
class LetterFiles {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReadLetter readLetter;
    private final PreviewLetter previewLetter;
    private final LetterPrinter printer;
    private final LetterSheet sheet;
    private final SnapshotCsv csv;
    private final LetterNames names;

    LetterFiles(
            ReadLetter readLetter,
            PreviewLetter previewLetter,
            LetterPrinter printer,
            LetterSheet sheet,
            SnapshotCsv csv,
            LetterNames names) {
        this.readLetter = readLetter;
        this.previewLetter = previewLetter;
        this.printer = printer;
        this.sheet = sheet;
        this.csv = csv;
        this.names = names;
    }

    /**
     * A file.
     *
     * @param kind {@code pdf xlsx csv json}
     * @param view whether it is to be shown rather than saved
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code REGION_FOREIGN}, {@code LETTER_NOT_FROZEN}, {@code LETTER_FILE_UNKNOWN}
     */
    ResponseEntity<byte[]> file(Actor actor, String id, String kind, boolean view) {
        Letter letter = readLetter.execute(actor, LetterId.of(id));
        byte[] content = switch (kind) {
            case "pdf" -> previewLetter.execute(actor, letter.id());
            case "csv" -> csv.write(printer.figures(letter.id()).snapshot());
            case "xlsx" ->
                sheet.write(
                        printer.figures(letter.id()),
                        Objects.requireNonNullElse(letter.number(), LetterPrinter.NO_NUMBER));
            case "json" -> printer.figures(letter.id()).json();
            default -> throw Refusal.notFound("LETTER_FILE_UNKNOWN", kind);
        };
        ContentDisposition name = (view ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(names.file(letter, kind))
                .build();
        return ResponseEntity.ok()
                .contentType(type(kind))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static MediaType type(String kind) {
        return switch (kind) {
            case "pdf" -> MediaType.APPLICATION_PDF;
            case "xlsx" -> MediaType.parseMediaType(SHEET);
            case "csv" -> MediaType.parseMediaType("text/csv;charset=UTF-8");
            default -> MediaType.APPLICATION_JSON;
        };
    }
}
