package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.paper.kit.Attachment;
import id.deskpemilu.dispatch.paper.kit.Beside;
import id.deskpemilu.dispatch.paper.kit.Beside.Part;
import id.deskpemilu.dispatch.paper.kit.Block;
import id.deskpemilu.dispatch.paper.kit.Canvas;
import id.deskpemilu.dispatch.paper.kit.Canvas.Ink;
import id.deskpemilu.dispatch.paper.kit.Face;
import id.deskpemilu.dispatch.paper.kit.Figure;
import id.deskpemilu.dispatch.paper.kit.Framed;
import id.deskpemilu.dispatch.paper.kit.Identity;
import id.deskpemilu.dispatch.paper.kit.Paper;
import id.deskpemilu.dispatch.paper.kit.PaperSize;
import id.deskpemilu.dispatch.paper.kit.Paragraph;
import id.deskpemilu.dispatch.paper.kit.Picture;
import id.deskpemilu.dispatch.paper.kit.QrSquare;
import id.deskpemilu.dispatch.paper.kit.Stack;
import id.deskpemilu.dispatch.paper.kit.Style;
import id.deskpemilu.dispatch.paper.kit.Style.Align;
import id.deskpemilu.dispatch.signature.SignatureBox;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands around the text of a letter and of a flash report: letterhead, signature, foot, what the file says of itself. */
final class Frame {

    private static final float FOOT_SIZE = 7;
    private static final float CODE = PaperSize.points(20);
    private static final int SHOWN_DIGITS = 16;
    private static final int ASKED_DIGITS = 8;

    private final LetterTexts texts;
    private final LetterDocument document;
    private final float scale;
    private final Paper paper;
    private final QrSquare code;
    private @Nullable Framed signature;

    /**
     * A frame.
     *
     * @param scale how large its letters are, 1 for the usual size
     */
    Frame(LetterTexts texts, LetterDocument document, float scale) {
        this.texts = texts;
        this.document = document;
        this.scale = scale;
        this.paper = new Paper(
                document.head().size(),
                new Paper.Margins(
                        PaperSize.points(25), PaperSize.points(15), PaperSize.points(20), PaperSize.points(33)));
        this.code = QrSquare.of(checkAddress(), texts.of("foot.qr", "address", checkAddress()), CODE);
    }

    Paper paper() {
        return paper;
    }

    Snapshot snapshot() {
        return document.frozen().snapshot();
    }

    /** A style of running text. */
    Style body() {
        return Style.body(11 * scale);
    }

    private String checkAddress() {
        return document.checkAddress() + "/" + document.letter() + "?h="
                + document.frozen().sha256().substring(0, ASKED_DIGITS);
    }

    /** A text with what all letters fill in: {election}, {region}, {date}, {hour}. */
    String say(String key, Object... more) {
        List<Object> fillings = new ArrayList<>(List.of(more));
        Snapshot snapshot = snapshot();
        fillings.addAll(List.of(
                "election",
                snapshot.election().name(),
                "region",
                snapshot.region().name(),
                "date",
                Indonesian.date(snapshot.shown(), snapshot.region().zone()),
                "hour",
                Indonesian.hour(snapshot.shown(), snapshot.region().zone())));
        return texts.of(key, fillings.toArray());
    }

    /** The kop with its double line. */
    Block letterhead() {
        Letterhead head = document.head();
        Style centred = Style.body(13 * scale)
                .align(Align.CENTRE)
                .leading(1.18f)
                .space(0, 0)
                .bold();
        List<Block> lines = new ArrayList<>();
        lines.add(Paragraph.of(centred, head.government()));
        lines.add(Paragraph.of(centred.size(15 * scale), head.agency()));
        Style small = Style.body(9 * scale).align(Align.CENTRE).leading(1.22f).space(0, 0);
        head.address().forEach(line -> lines.add(Paragraph.of(small, line)));
        float side = 66 * scale;
        Block text = Stack.of(lines);
        byte[] file = head.emblem();
        Optional<Picture> emblem = file == null ? Optional.empty() : Picture.of(file, texts.of("emblem"), side);
        Block top = emblem.<Block>map(picture -> Beside.of(
                        8 * scale,
                        Part.middle(side, picture),
                        Part.middle(0, text),
                        Part.of(side * 0.4f, Figure.gap(0))))
                .orElse(text);
        Block rules = Figure.ornament(
                5,
                8 * scale,
                (canvas, width, height) -> canvas.fill(0, 2, width, 2).fill(0, 0, width, 0.7));
        return Stack.of(top, Figure.gap(5 * scale), rules);
    }

    /** Position, block of the signature, name. */
    Block signature() {
        Signatory signatory = document.signatory();
        Style line = body().align(Align.LEFT).leading(1.22f).space(0, 0);
        List<Block> lines = new ArrayList<>();
        lines.add(Paragraph.of(line, String.join("\n", signatory.position())));
        Style small = Style.body(8.5f * scale).align(Align.LEFT).leading(1.25f).space(0, 2 * scale);
        List<Block> name = new ArrayList<>();
        if (document.draft()) {
            lines.add(Figure.gap(16 * scale));
            name.add(Paragraph.of(small.ink(Ink.grey(0.3)), texts.of("signature.draft")));
            name.add(Figure.gap(16 * scale));
        } else {
            lines.add(Figure.gap(6 * scale));
            name.add(Paragraph.of(small, texts.of("signature")));
        }
        name.add(Paragraph.of(small.size(9.5f * scale).bold(), signatory.name()));
        if (signatory.rank() != null) {
            name.add(Paragraph.of(small.space(0, 0), signatory.rank()));
        }
        if (signatory.nip() != null) {
            name.add(Paragraph.of(small.space(0, 0), texts.of("signature.nip", "nip", signatory.nip())));
        }
        signature = document.draft()
                ? Framed.bare(Stack.of(name))
                : Framed.of(
                        5 * scale,
                        Beside.of(
                                6 * scale,
                                Part.middle(CODE * scale, code.side(CODE * scale)),
                                Part.middle(0, Stack.of(name))),
                        0);
        lines.add(signature);
        return Beside.of(0, Part.of(paper.width() * 0.4f, Figure.gap(0)), Part.of(0, Stack.of(lines)));
    }

    /** Tembusan; nothing where there are none. */
    Optional<Block> copies() {
        if (document.head().copies().isEmpty()) {
            return Optional.empty();
        }
        Style small = Style.body(9.5f * scale).align(Align.LEFT).leading(1.25f).space(0, 0);
        List<Block> lines = new ArrayList<>();
        lines.add(Paragraph.of(small.space(14 * scale, 1), texts.of("head.copies")));
        int number = 0;
        for (String copy : document.head().copies()) {
            number++;
            lines.add(Paragraph.item(small, number + ".", 14 * scale, copy));
        }
        return Optional.of(Stack.of(lines));
    }

    private void foot(Canvas canvas, float width, float height, int page, int pages) {
        double left = PaperSize.points(25);
        double right = width - PaperSize.points(20);
        double top = PaperSize.points(30);
        canvas.pen(Ink.grey(0.6)).line(left, top, right, top, 0.5).pen(Ink.BLACK);
        paper.stamp(canvas, code, left - 3, top - CODE - 3, CODE);
        double text = left + CODE + 4;
        double room = right - text;
        double y = top - 10;
        canvas.ink(Ink.grey(0.2));
        y = canvas.wrapped(
                Face.REGULAR, FOOT_SIZE, text, y, room, document.head().footer());
        y = canvas.wrapped(Face.BOLD, FOOT_SIZE, text, y, room, texts.of("foot.disclaimer"));
        String hash = document.frozen().sha256();
        y = canvas.wrapped(
                Face.REGULAR,
                FOOT_SIZE,
                text,
                y,
                room,
                texts.of("foot.letter", "letter", document.letter()) + " · "
                        + texts.of("foot.hash", "hash", hash.substring(0, SHOWN_DIGITS)));
        String number = texts.of("foot.page", "page", page, "pages", pages);
        canvas.wrapped(
                Face.REGULAR,
                FOOT_SIZE,
                text,
                y,
                room - Face.REGULAR.width(number, FOOT_SIZE + 1) - 10,
                texts.of("foot.check", "address", document.checkAddress()));
        canvas.right(Face.REGULAR, FOOT_SIZE + 1, right, PaperSize.points(9), number)
                .ink(Ink.BLACK);
    }

    /**
     * The finished file.
     *
     * @param csv the figures as a table
     */
    Printed finish(byte[] csv) {
        Snapshot snapshot = snapshot();
        Identity identity = new Identity(
                say(document.kind() == LetterKind.FULL ? "title.full" : "title.flash"),
                texts.of("head.number") + " " + document.number(),
                document.head().agency(),
                snapshot.at(),
                document.letter(),
                document.frozen().sha256());
        List<Attachment> attachments = List.of(
                new Attachment(
                        "cuplikan.json",
                        "application/json",
                        "Cuplikan data (JSON)",
                        "Data",
                        document.frozen().json()),
                new Attachment("cuplikan.csv", "text/csv", "Cuplikan data (CSV)", "Data", csv));
        boolean rehearsal = snapshot.election().rehearsal();
        String across = null;
        if (rehearsal || document.draft()) {
            across = texts.of(rehearsal ? document.draft() ? "across.both" : "across.rehearsal" : "across.draft");
        }
        byte[] pdf = paper.finish(identity, this::foot, across, attachments);
        if (signature == null) {
            throw new IllegalStateException("no signature block");
        }
        Framed.Spot spot = signature.spot();
        return new Printed(
                pdf, paper.pages(), new SignatureBox(spot.page(), spot.x(), spot.y(), spot.width(), spot.height()));
    }
}
