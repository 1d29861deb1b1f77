package id.deskpemilu.dispatch.paper.kit;

import id.deskpemilu.dispatch.paper.kit.Canvas.Ink;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a file of drawn pages: PDF/A-3b with tags, bookmarks, metadata and attachments. Dates and the identifier come from
 * the document, so that it is the same file each time.
 */
final class Binding {

    private static final String TOOL = "Desk Pemilu";
    private static final float VERSION = 1.7f;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PAGINATION = "<</Type /Pagination>>";
    private static final String FADED = "G0";
    private static final double SEE_THROUGH = 0.13;
    private static final int HEXADECIMAL = 16;
    private static final int HASH_DIGITS = 15;
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Paper paper;
    private final Identity identity;
    private final List<Attachment> attachments;

    Binding(Paper paper, Identity identity, List<Attachment> attachments) {
        this.paper = paper;
        this.identity = identity;
        this.attachments = attachments;
    }

    /**
     * The file.
     *
     * @param across a word across every page; null for none
     */
    byte[] bind(Paper.Foot foot, @Nullable String across) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(VERSION);
            document.setDocumentId(identity.letter().getMostSignificantBits()
                    ^ Long.parseLong(identity.snapshotSha256().substring(0, HASH_DIGITS), HEXADECIMAL));
            COSDictionary resources = new COSDictionary();
            pages(document, resources, foot, across);
            resources(document, resources);
            structure(document);
            catalog(document);
            attach(document);
            bookmarks(document);
            ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 18);
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pages(PDDocument document, COSDictionary resources, Paper.Foot foot, @Nullable String across)
            throws IOException {
        int number = 0;
        List<Leaf> leaves = paper.leaves();
        for (Leaf leaf : leaves) {
            number++;
            Canvas rest = paper.canvas();
            rest.beginArtifact(PAGINATION);
            foot.draw(rest, leaf.width(), leaf.height(), number, leaves.size());
            rest.end();
            if (across != null) {
                writeAcross(rest, leaf, across);
            }
            COSDictionary page = leaf.page().getCOSObject();
            COSStream content = document.getDocument().createCOSStream();
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(leaf.canvas().bytes());
                out.write(rest.bytes());
            }
            page.setItem(COSName.CONTENTS, content);
            page.setItem(COSName.RESOURCES, resources);
            page.setInt(COSName.STRUCT_PARENTS, number - 1);
            page.setName(COSName.getPDFName("Tabs"), "S");
            document.addPage(leaf.page());
        }
    }

    private static void writeAcross(Canvas canvas, Leaf leaf, String word) {
        double angle = Math.toDegrees(Math.atan2(leaf.height(), leaf.width()));
        double length = Math.hypot(leaf.width(), leaf.height()) * 0.62;
        float size = (float) (length / Face.BOLD.width(word, 1));
        canvas.beginArtifact("<</Type /Pagination /Subtype /Watermark>>");
        canvas.turned(leaf.width() / 2, leaf.height() / 2, angle)
                .state(FADED)
                .ink(Ink.BLACK)
                .centred(Face.BOLD, size, 0, -size * 0.36, word)
                .restore();
        canvas.end();
    }

    private void resources(PDDocument document, COSDictionary resources) throws IOException {
        COSDictionary things = new COSDictionary();
        for (Map.Entry<String, Object> thing : paper.things().entrySet()) {
            COSStream drawn = thing.getValue() instanceof Picture picture
                    ? LosslessFactory.createFromImage(document, picture.image()).getCOSObject()
                    : form(document, (QrSquare) thing.getValue());
            things.setItem(COSName.getPDFName(thing.getKey()), drawn);
        }
        COSDictionary fonts = new COSDictionary();
        for (Map.Entry<Face, BitSet> face : paper.used().entrySet()) {
            if (face.getValue().isEmpty()) {
                continue;
            }
            PDType0Font font = PDType0Font.load(
                    document, new ByteArrayInputStream(face.getKey().file()), true);
            face.getValue().stream().forEach(font::addToSubset);
            font.subset();
            fonts.setItem(COSName.getPDFName("F" + face.getKey().ordinal()), font.getCOSObject());
        }
        COSDictionary faded = new COSDictionary();
        faded.setItem(COSName.CA_NS, new COSFloat((float) SEE_THROUGH));
        COSDictionary states = new COSDictionary();
        states.setItem(COSName.getPDFName(FADED), faded);
        resources.setItem(COSName.FONT, fonts);
        resources.setItem(COSName.XOBJECT, things);
        resources.setItem(COSName.EXT_G_STATE, states);
    }

    private COSStream form(PDDocument document, QrSquare square) throws IOException {
        Canvas canvas = paper.canvas();
        square.paint(canvas);
        COSStream form = document.getDocument().createCOSStream();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        COSArray box = new COSArray();
        for (int corner : new int[] {0, 0, 1, 1}) {
            box.add(COSInteger.get(corner));
        }
        form.setItem(COSName.BBOX, box);
        form.setItem(COSName.RESOURCES, new COSDictionary());
        try (OutputStream out = form.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(canvas.bytes());
        }
        return form;
    }

    private void structure(PDDocument document) {
        COSDictionary root = paper.root();
        root.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
        root.setItem(COSName.K, paper.document().element());
        COSArray numbers = new COSArray();
        int page = 0;
        for (Leaf leaf : paper.leaves()) {
            numbers.add(COSInteger.get(page));
            numbers.add(leaf.marks());
            page++;
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.getPDFName("ParentTree"), tree);
        root.setInt(COSName.getPDFName("ParentTreeNextKey"), page);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
        COSDictionary marked = new COSDictionary();
        marked.setBoolean(COSName.getPDFName("Marked"), true);
        catalog.setItem(COSName.getPDFName("MarkInfo"), marked);
    }

    private void catalog(PDDocument document) throws IOException {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setString(COSName.LANG, "id-ID");
        COSDictionary preferences = new COSDictionary();
        preferences.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        catalog.setItem(COSName.getPDFName("ViewerPreferences"), preferences);
        catalog.setItem(COSName.METADATA, metadata(document));
        catalog.setItem(COSName.OUTPUT_INTENTS, intents(document));

        // not by PDFBox's methods, which want a Calendar
        COSDictionary information = document.getDocumentInformation().getCOSObject();
        information.setString(COSName.TITLE, Face.clean(identity.title()));
        information.setString(COSName.SUBJECT, Face.clean(identity.subject()));
        information.setString(COSName.AUTHOR, Face.clean(identity.author()));
        information.setString(COSName.CREATOR, TOOL);
        information.setString(COSName.PRODUCER, TOOL);
        information.setString(COSName.CREATION_DATE, DATE.format(identity.created()));
        information.setString(COSName.MOD_DATE, DATE.format(identity.created()));
    }

    private COSStream metadata(PDDocument document) throws IOException {
        COSStream metadata = document.getDocument().createCOSStream();
        metadata.setItem(COSName.TYPE, COSName.METADATA);
        metadata.setName(COSName.SUBTYPE, "XML");
        // not compressed: it is read by programs that know nothing of PDF
        try (OutputStream out = metadata.createOutputStream()) {
            out.write(Metadata.of(identity, TOOL));
        }
        return metadata;
    }

    private static COSArray intents(PDDocument document) throws IOException {
        COSStream profile = document.getDocument().createCOSStream();
        profile.setInt(COSName.N, 3);
        try (OutputStream out = profile.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(SRGB);
        }
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "sRGB IEC61966-2.1");
        intent.setString(COSName.INFO, "sRGB IEC61966-2.1");
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        COSArray intents = new COSArray();
        intents.add(intent);
        return intents;
    }

    private void attach(PDDocument document) throws IOException {
        COSArray names = new COSArray();
        COSArray associated = new COSArray();
        for (Attachment attachment : attachments) {
            COSStream content = document.getDocument().createCOSStream();
            content.setItem(COSName.TYPE, COSName.getPDFName("EmbeddedFile"));
            content.setName(COSName.SUBTYPE, attachment.type());
            COSDictionary parameters = new COSDictionary();
            parameters.setInt(COSName.SIZE, attachment.content().length);
            parameters.setString(COSName.MOD_DATE, DATE.format(identity.created()));
            content.setItem(COSName.PARAMS, parameters);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(attachment.content());
            }
            COSDictionary embedded = new COSDictionary();
            embedded.setItem(COSName.F, content);
            embedded.setItem(COSName.UF, content);
            COSDictionary specification = new COSDictionary();
            specification.setItem(COSName.TYPE, COSName.FILESPEC);
            specification.setString(COSName.F, attachment.name());
            specification.setString(COSName.UF, attachment.name());
            specification.setString(COSName.DESC, attachment.description());
            specification.setName(COSName.getPDFName("AFRelationship"), attachment.relationship());
            specification.setItem(COSName.EF, embedded);
            names.add(new COSString(attachment.name()));
            names.add(specification);
            associated.add(specification);
        }
        if (attachments.isEmpty()) {
            return;
        }
        COSDictionary files = new COSDictionary();
        files.setItem(COSName.NAMES, names);
        COSDictionary trees = new COSDictionary();
        trees.setItem(COSName.EMBEDDED_FILES, files);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.NAMES, trees);
        catalog.setItem(COSName.getPDFName("AF"), associated);
    }

    private void bookmarks(PDDocument document) {
        if (paper.bookmarks().isEmpty()) {
            return;
        }
        PDDocumentOutline outline = new PDDocumentOutline();
        PDOutlineItem chapter = null;
        for (Paper.Bookmark bookmark : paper.bookmarks()) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(bookmark.title());
            PDPageXYZDestination destination = new PDPageXYZDestination();
            destination.setPage(bookmark.leaf().page());
            destination.setLeft(0);
            destination.setTop((int) Math.ceil(bookmark.top()));
            item.setDestination(destination);
            if (bookmark.level() == 1 || chapter == null) {
                outline.addLast(item);
                chapter = item;
            } else {
                chapter.addLast(item);
            }
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
    }
}
