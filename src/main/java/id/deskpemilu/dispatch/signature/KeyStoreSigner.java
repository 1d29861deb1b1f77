package id.deskpemilu.dispatch.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * Signs with the agency's own key: PAdES-BASELINE-B, with a timestamp PAdES-BASELINE-T. The signature is appended to the file,
 * whose bytes stay as they are.
 */
final class KeyStoreSigner implements Signer {

    private static final int ROOM = 8 * 1024;
    private static final int ROOM_FOR_STAMP = 16 * 1024;

    private final Supplier<AgencyKey> keys;
    private final @Nullable TimestampServer timestamps;

    KeyStoreSigner(Supplier<AgencyKey> keys, @Nullable TimestampServer timestamps) {
        this.keys = keys;
        this.timestamps = timestamps;
    }

    @Override
    public boolean asksForCredentials() {
        return false;
    }

    @Override
    public boolean isSelfMade() {
        return keys.get().selfMade();
    }

    @Override
    public byte[] sign(SigningRequest request) {
        AgencyKey key = keys.get();
        try (PDDocument document = Loader.loadPDF(request.pdf());
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(request.signer());
            signature.setReason(request.reason());
            signature.setLocation(request.place());
            signature.getCOSObject().setString(COSName.M, Asn1Time.pdf(request.at()));
            options.setPage(request.box().page() - 1);
            options.setPreferredSignatureSize(room(key));
            document.addSignature(
                    signature, content -> SignedMessage.sign(key, content.readAllBytes(), false, timestamps), options);
            place(document, signature, request);
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            document.saveIncremental(signed);
            return signed.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("the desk cannot read its own letter", e);
        }
    }

    private int room(AgencyKey key) {
        int room = timestamps == null ? ROOM : ROOM + ROOM_FOR_STAMP;
        try {
            for (X509Certificate certificate : key.chain()) {
                room += certificate.getEncoded().length;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was read from bytes", e);
        }
        return room;
    }

    /** Over the printed block, so that a click there shows the signature; it draws nothing, and says so as PDF/A asks. */
    private static void place(PDDocument document, PDSignature signature, SigningRequest request) throws IOException {
        SignatureBox box = request.box();
        for (PDSignatureField field : document.getSignatureFields()) {
            PDSignature value = field.getSignature();
            if (value == null || value.getCOSObject() != signature.getCOSObject()) {
                continue;
            }
            PDAppearanceStream nothing = new PDAppearanceStream(document);
            nothing.setBBox(new PDRectangle(box.width(), box.height()));
            nothing.setResources(new PDResources());
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(nothing);
            field.setAlternateFieldName(request.signer());
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(box.x(), box.y(), box.width(), box.height()));
            widget.setAppearance(appearance);
            widget.setPrinted(true);
        }
    }
}
