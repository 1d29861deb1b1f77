package id.deskpemilu.dispatch.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A PDF as it was when its first bytes were all of it. It may come from anybody: what is unpacked is limited, and nothing is
 * mended on the way, because a file that has to be mended says two things.
 */
final class Revision implements AutoCloseable {

    /** The name of the attached snapshot. */
    static final String SNAPSHOT = "cuplikan.json";

    private static final String NAMESPACE = "https://desk-pemilu.id/ns/letter/";
    private static final COSName AF = COSName.getPDFName("AF");
    private static final COSName UF = COSName.getPDFName("UF");
    private static final int MOST_NODES = 10_000;
    private static final int MOST_METADATA = 1024 * 1024;
    private static final int MOST_SNAPSHOT = 32 * 1024 * 1024;

    private final PDDocument document;
    private final COSDictionary root;

    private Revision(PDDocument document, COSDictionary root) {
        this.document = document;
        this.root = root;
    }

    /**
     * What a letter says of itself.
     *
     * @param letter its name
     * @param hash the hash of its snapshot
     */
    record Marks(@Nullable String letter, @Nullable String hash) {}

    /**
     * Reads the first bytes of a file.
     *
     * @throws IOException if they are no PDF that can be read without a password and within limits
     */
    static Revision read(byte[] pdf, int length) throws IOException {
        byte[] bytes = length == pdf.length ? pdf : Arrays.copyOf(pdf, length);
        PDDocument document = new Strict(new Metered(bytes)).parse(false);
        COSDictionary root = document.getDocument().getTrailer().getCOSDictionary(COSName.ROOT);
        if (root == null || document.isEncrypted()) {
            document.close();
            throw new IOException("no catalogue");
        }
        return new Revision(document, root);
    }

    /** Reads as the standard says, and unpacks what holds the file together within limits only. */
    private static final class Strict extends PDFParser {

        private static final int MOST_XREF = 2 * 1024 * 1024;
        private static final int MOST_OBJECTS = 32 * 1024 * 1024;
        private static final int MOST_OBJECTS_AT_ONCE = 8 * 1024 * 1024;
        private static final int MOST_COLUMNS = 64;

        private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Metered metered;
        private int xref = MOST_XREF;
        private int objects = MOST_OBJECTS;

        Strict(Metered metered) throws IOException {
            super(metered);
            this.metered = metered;
        }

        @Override
        protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
            COSDictionary trailer = document.getTrailer();
            if (trailer != null && trailer.containsKey(COSName.ENCRYPT)) {
                throw new IOException("encrypted");
            }
            COSStream stream = super.parseCOSStream(dictionary);
            if (trailer == null) { // only the table of the objects is read before
                xref -= unpacked(stream, xref);
            }
            return stream;
        }

        @Override
        protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
            COSBase container =
                    document.getObjectFromPool(new COSObjectKey(number, 0)).getObject();
            if (container instanceof COSStream stream && seen.add(stream)) {
                metered.look();
                objects -= unpacked(stream, Math.min(objects, MOST_OBJECTS_AT_ONCE));
            }
            return super.parseObjectStreamObject(number, key);
        }

        private static int unpacked(COSStream stream, int most) throws IOException {
            if (stream.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSDictionary parameters
                    && (parameters.getInt(COSName.COLUMNS, 1) > MOST_COLUMNS
                            || parameters.getInt(COSName.COLORS, 1) > 1
                            || parameters.getInt(COSName.BITS_PER_COMPONENT, Byte.SIZE) > Byte.SIZE)) {
                throw new IOException("unusual packing");
            }
            return content(stream, most).length;
        }
    }

    /** The bytes of a stream that is not packed, or packed once. */
    static byte[] content(COSStream stream, int most) throws IOException {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSArray list && list.size() == 1) {
            filters = list.getObject(0);
        }
        if (filters == null || filters instanceof COSArray list && list.size() == 0) {
            try (InputStream raw = stream.createRawInputStream()) {
                return bytes(raw, most);
            }
        }
        if (!COSName.FLATE_DECODE.equals(filters)) {
            throw new IOException("unusual packing");
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream unpacked = new InflaterInputStream(raw)) {
            return bytes(unpacked, most);
        } catch (ZipException broken) {
            throw new IOException(broken);
        }
    }

    private static byte[] bytes(InputStream source, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[64 * 1024];
        for (int n = source.read(part); n >= 0; n = source.read(part)) {
            if (n > most - all.size()) {
                throw new IOException("too long");
            }
            all.write(part, 0, n);
        }
        return all.toByteArray();
    }

    COSDictionary root() {
        return root;
    }

    @Nullable
    COSObjectKey key(COSName entryOfTrailer) {
        return document.getDocument().getTrailer().getItem(entryOfTrailer) instanceof COSObject object
                ? object.getKey()
                : null;
    }

    /** Where its objects lie. */
    Map<COSObjectKey, Long> objects() {
        return document.getDocument().getXrefTable();
    }

    @Nullable
    COSBase object(COSObjectKey key) {
        COSDocument objects = document.getDocument();
        return objects.getObjectFromPool(key).getObject();
    }

    /** The dictionaries of its signatures, each once. */
    List<COSDictionary> signatures() throws IOException {
        List<COSDictionary> found = new ArrayList<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        COSDictionary form = root.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null && form.getCOSArray(COSName.FIELDS) != null) {
            open.add(form.getCOSArray(COSName.FIELDS));
        }
        while (!open.isEmpty()) {
            COSBase next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (seen.size() > MOST_NODES) {
                throw new IOException("too many fields");
            }
            if (next instanceof COSArray list) {
                for (int i = 0; i < Math.min(list.size(), MOST_NODES); i++) {
                    COSBase item = list.getObject(i);
                    if (item != null) {
                        open.add(item);
                    }
                }
            } else if (next instanceof COSDictionary field) {
                COSDictionary value = field.getCOSDictionary(COSName.V);
                if (value != null && value.containsKey(COSName.BYTERANGE) && seen.add(value)) {
                    found.add(value);
                }
                if (field.getCOSArray(COSName.KIDS) != null) {
                    open.add(field.getCOSArray(COSName.KIDS));
                }
            }
        }
        return found;
    }

    /** What its metadata say; nothing where they say it twice. */
    Marks marks() {
        if (!(root.getDictionaryObject(COSName.METADATA) instanceof COSStream metadata)) {
            return new Marks(null, null);
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document xml = builder.parse(new ByteArrayInputStream(content(metadata, MOST_METADATA)));
            return new Marks(property(xml, "letter"), property(xml, "snapshotSha256"));
        } catch (IOException | SAXException | ParserConfigurationException none) {
            return new Marks(null, null);
        }
    }

    private static @Nullable String property(Document xml, String name) {
        List<String> values = new ArrayList<>();
        NodeList elements = xml.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength() && i < MOST_NODES; i++) {
            Element element = (Element) elements.item(i);
            if (NAMESPACE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName())) {
                values.add(element.getTextContent().strip());
            }
            if (element.hasAttributeNS(NAMESPACE, name)) {
                values.add(element.getAttributeNS(NAMESPACE, name).strip());
            }
        }
        return values.size() == 1 ? values.get(0) : null;
    }

    /** The attached snapshot; null if there is none, or more than one. */
    byte @Nullable [] snapshot() throws IOException {
        Set<COSBase> streams = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        COSDictionary names = root.getCOSDictionary(COSName.NAMES);
        for (COSBase start : new COSBase[] {
            root.getDictionaryObject(AF), names == null ? null : names.getDictionaryObject(COSName.EMBEDDED_FILES)
        }) {
            if (start != null) {
                open.add(start);
            }
        }
        while (!open.isEmpty()) {
            COSBase next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (seen.size() > MOST_NODES) {
                throw new IOException("too many attachments");
            }
            if (next instanceof COSArray list) {
                for (int i = 0; i < Math.min(list.size(), MOST_NODES); i++) {
                    COSBase item = list.getObject(i);
                    if (item instanceof COSArray || item instanceof COSDictionary) {
                        open.add(item);
                    }
                }
            } else if (next instanceof COSDictionary node) {
                for (COSName inner : List.of(COSName.KIDS, COSName.NAMES)) {
                    if (node.getCOSArray(inner) != null) {
                        open.add(node.getCOSArray(inner));
                    }
                }
                COSDictionary files = node.getCOSDictionary(COSName.EF);
                if (files != null && isSnapshot(node)) {
                    for (COSName entry : List.of(COSName.F, UF)) {
                        if (files.getDictionaryObject(entry) instanceof COSStream stream) {
                            streams.add(stream);
                        }
                    }
                }
            }
        }
        return streams.size() == 1 ? content((COSStream) streams.iterator().next(), MOST_SNAPSHOT) : null;
    }

    private static boolean isSnapshot(COSDictionary file) {
        for (COSName entry : List.of(UF, COSName.F)) {
            if (file.getDictionaryObject(entry) instanceof COSString name && SNAPSHOT.equals(name.getString())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
