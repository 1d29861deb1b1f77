package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Sha256;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** Small letters in PDF/A-3b with what the check reads: marks and an attached snapshot. */
public final class PdfMother {

    static final UUID LETTER = UUID.fromString("5f3c1c9e-52a2-4a3e-9d57-0d2a1f3b7c11");

    static final byte[] SNAPSHOT = """
            {"format":1,"letter":"5f3c1c9e-52a2-4a3e-9d57-0d2a1f3b7c11","election":{"code":"uji","name":"Pilkada Uji"},
            "region":{"code":"35.17","name":"Jombang"},"shown":"2024-11-27T11:00:00Z",
            "contests":[{"type":"BUPATI","choices":[{"number":1,"name":"Ani dan Budi"},{"number":2,"name":"Citra dan Dedi"}],
            "whole":{"stations":1942,"reported":1813,"votes":{"1":301245,"2":287990},"valid":589235,"invalid":12044}}]}
            """.getBytes(StandardCharsets.UTF_8);

    private PdfMother() {}

    static byte[] letter() {
        return letter(marks(LETTER.toString(), Sha256.of(SNAPSHOT)), false, Map.of("cuplikan.json", SNAPSHOT));
    }

    /** With these bytes as metadata and these files attached. */
    public static byte[] letter(String metadata, boolean compressed, Map<String, byte[]> attached) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(0.2f, 0.2f, 0.2f);
                content.addRect(60, 700, 400, 2);
                content.fill();
            }
            PDMetadata xmp = new PDMetadata(document);
            xmp.importXMPMetadata(metadata.getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(xmp);
            PDOutputIntent intent = new PDOutputIntent(
                    document,
                    new ByteArrayInputStream(
                            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
            intent.setInfo("sRGB");
            intent.setOutputCondition("sRGB");
            intent.setOutputConditionIdentifier("sRGB");
            intent.setRegistryName("http://www.color.org");
            document.getDocumentCatalog().addOutputIntent(intent);
            attach(document, attached);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf, compressed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attach(PDDocument document, Map<String, byte[]> attached) throws IOException {
        Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
        COSArray associated = new COSArray();
        int number = 0;
        for (Map.Entry<String, byte[]> one : attached.entrySet()) {
            PDEmbeddedFile content =
                    new PDEmbeddedFile(document, new ByteArrayInputStream(one.getValue()), COSName.FLATE_DECODE);
            content.setSubtype("application/json");
            content.setModDate(new GregorianCalendar());
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(one.getKey().strip()); // a name with a blank stands for a second one of the same name
            file.setFileUnicode(one.getKey().strip());
            file.setEmbeddedFile(content);
            file.setEmbeddedFileUnicode(content);
            file.getCOSObject().setName("AFRelationship", "Data");
            files.put("file" + number++, file);
            associated.add(file);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** The metadata of a letter. */
    public static String marks(String letter, String hash) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
                <rdf:Description rdf:about="" xmlns:letter="https://desk-pemilu.id/ns/letter/">
                <letter:letter>%s</letter:letter><letter:snapshotSha256>%s</letter:snapshotSha256></rdf:Description>
                <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
                <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>letter</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>https://desk-pemilu.id/ns/letter/</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>letter</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq>
                <rdf:li rdf:parseType="Resource"><pdfaProperty:name>letter</pdfaProperty:name>
                <pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>
                <pdfaProperty:description>letter</pdfaProperty:description></rdf:li>
                <rdf:li rdf:parseType="Resource"><pdfaProperty:name>snapshotSha256</pdfaProperty:name>
                <pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>
                <pdfaProperty:description>hash</pdfaProperty:description></rdf:li>
                </rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
                </rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(letter, hash);
    }

    static SigningRequest request(byte[] pdf) {
        return request(pdf, Credentials.none());
    }

    static SigningRequest request(byte[] pdf, Credentials credentials) {
        return new SigningRequest(
                LETTER,
                pdf,
                new SignatureBox(1, 320, 120, 200, 60),
                "Drs. Uji, M.Si.",
                "Laporan pukul 18.00",
                "Jombang",
                KeyMother.NOW,
                credentials);
    }

    static byte[] signed(AgencyKey key, byte[] pdf) {
        return new KeyStoreSigner(() -> key, null).sign(request(pdf));
    }
}
