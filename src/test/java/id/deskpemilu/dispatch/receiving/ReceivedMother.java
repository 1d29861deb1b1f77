package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.dispatch.snapshot.SnapshotMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters of regencies, as small as they can be: one page with the number, the marks, the snapshot. Not signed yet. */
public final class ReceivedMother {

    private static final SnapshotJson JSON = new SnapshotJson();

    private ReceivedMother() {}

    /**
     * Figures of a regency for an election, frozen at a moment.
     *
     * @param type of its one contest
     */
    public static Frozen frozen(
            UUID letter, Snapshot.OfElection election, String regency, ContestType type, int seed, Instant at) {
        Snapshot drawn = SnapshotMother.regency(new Random(seed), regency, type, SnapshotMother.paslon(3));
        return JSON.freeze(new Snapshot(
                Snapshot.FORMAT,
                letter,
                election,
                drawn.region(),
                at,
                at,
                drawn.coverage(),
                drawn.contests(),
                drawn.incidents(),
                drawn.unreported(),
                drawn.corrections(),
                drawn.explained(),
                drawn.escalations(),
                drawn.sources()));
    }

    /** The file of a letter with those figures and that number. */
    public static byte[] paper(Frozen frozen, String number) {
        return paper(frozen.snapshot().letter(), frozen.sha256(), frozen.json(), number);
    }

    /** The same with marks of one's own. */
    public static byte[] paper(UUID letter, String hash, byte[] snapshot, String number) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.newLineAtOffset(60, 700);
                content.showText("Nomor : " + number);
                content.endText();
            }
            PDMetadata xmp = new PDMetadata(document);
            xmp.importXMPMetadata("""
                    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description rdf:about="" xmlns:letter="https://desk-pemilu.id/ns/letter/">
                    <letter:letter>%s</letter:letter><letter:snapshotSha256>%s</letter:snapshotSha256></rdf:Description>
                    </rdf:RDF></x:xmpmeta>
                    <?xpacket end="w"?>""".formatted(letter, hash).getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(xmp);
            attach(document, snapshot);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attach(PDDocument document, byte[] snapshot) throws IOException {
        PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(snapshot), COSName.FLATE_DECODE);
        content.setSubtype("application/json");
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("cuplikan.json");
        file.setFileUnicode("cuplikan.json");
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        file.getCOSObject().setName("AFRelationship", "Data");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("cuplikan.json", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(file);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** A letter about the regency that the desk has taken; its sender has to be registered. */
    public static LetterId kept(ApplicationContext desk, String election, String regency) {
        UUID name = UUID.randomUUID();
        Election of = desk.getBean(Elections.class).get(election);
        Frozen frozen = frozen(
                name,
                new Snapshot.OfElection(
                        election, "Pilkada Uji", java.time.LocalDate.of(2024, 11, 27), of.isSimulation()),
                regency,
                ContestType.BUPATI,
                7,
                Instant.now());
        Snapshot.Figures whole = frozen.snapshot().contests().get(0).whole();
        ReceivedLetter letter = new ReceivedLetter(
                new LetterId(name),
                of.id(),
                frozen.snapshot().region().code(),
                LetterKind.FULL,
                "200.2.1/007/" + regency,
                frozen.snapshot().at(),
                frozen.snapshot().shown(),
                whole.stations(),
                whole.reported(),
                "0".repeat(64),
                frozen.sha256(),
                "Drs. Uji, M.Si.",
                ReceivedLetter.Trust.REGISTERED,
                null,
                "service-account-uji",
                Instant.now(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        new TransactionTemplate(desk.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> desk.getBean(ReceivedLetters.class)
                        .keep(letter, "0".repeat(64), paper(frozen, letter.number()), frozen.json(), new byte[] {1}));
        return letter.id();
    }
}
