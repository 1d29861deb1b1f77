package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the signatures of a file, which may come from anybody. It needs neither the desk nor a network, and does not ask
 * whether a certificate was revoked.
 */
final class Inspector {

    /** The clocks of two offices; what was signed later than now was not signed. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private static final int MOST_SIGNATURES = 16;
    private static final int MOST_MESSAGE = 512 * 1024;
    private static final String DOCUMENT_TIMESTAMP = "ETSI.RFC3161";
    private static final List<String> KINDS = List.of("ETSI.CAdES.detached", "adbe.pkcs7.detached", DOCUMENT_TIMESTAMP);

    private final TrustList trusted;
    private final Clock clock;

    Inspector(TrustList trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    /**
     * The place of a signature in the file.
     *
     * @param from where its message begins
     * @param to where it ends
     * @param end where what was signed ends
     */
    private record Covered(COSDictionary signature, int from, int to, int end) {}

    /** What the file is worth. */
    Verdict inspect(byte[] pdf) {
        try (Revision file = Revision.read(pdf, pdf.length)) {
            Revision.Marks marks = file.marks();
            byte[] snapshot = file.snapshot();
            return new Verdict(
                    true,
                    signatures(pdf, file),
                    letter(marks.letter()),
                    marks.hash(),
                    snapshot,
                    snapshot == null ? null : Sha256.of(snapshot));
        } catch (IOException | RuntimeException | StackOverflowError hostile) {
            // a file that is made to break its reader breaks it in many ways; all of them mean that it is no letter
            return new Verdict(false, List.of(), null, null, null, null);
        }
    }

    private static @Nullable UUID letter(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Verdict.Signature> signatures(byte[] pdf, Revision file) throws IOException {
        List<COSDictionary> found = file.signatures();
        if (found.size() > MOST_SIGNATURES) {
            throw new IOException("too many signatures");
        }
        List<Covered> places = new ArrayList<>();
        for (COSDictionary one : found) {
            places.add(place(pdf, one));
        }
        places.sort(Comparator.comparingInt(Covered::end));
        boolean ends = places.stream().anyMatch(one -> one.end() == pdf.length);
        List<Verdict.Signature> judged = new ArrayList<>();
        for (Covered one : places) {
            judged.add(judge(pdf, file, one, ends, found));
        }
        return judged;
    }

    /** A signature that covers something else than its file from the first byte to its end, but for itself, covers nothing. */
    private static Covered place(byte[] pdf, COSDictionary signature) {
        Covered none = new Covered(signature, 0, 0, 0);
        COSArray range = signature.getCOSArray(COSName.BYTERANGE);
        if (range == null || range.size() != 4) {
            return none;
        }
        long from = range.getInt(1);
        long to = range.getInt(2);
        long end = to + range.getInt(3);
        boolean possible = range.getInt(0) == 0 && from > 0 && to > from + 1 && end > to && end <= pdf.length;
        if (!possible || to - from > MOST_MESSAGE || pdf[(int) from] != '<' || pdf[(int) to - 1] != '>') {
            return none;
        }
        return new Covered(signature, (int) from, (int) to, (int) end);
    }

    private Verdict.Signature judge(byte[] pdf, Revision file, Covered place, boolean ends, List<COSDictionary> all) {
        Instant said = Asn1Time.ofPdf(place.signature().getString(COSName.M));
        String name = place.signature().getString(COSName.NAME, "?");
        SignedMessage message;
        try {
            message = message(pdf, place);
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            return new Verdict.Signature(name, null, "?", said, false, false, false, false, Verdict.Trust.UNKNOWN, "");
        }
        SignedMessage.Stamp stamp = message.stamp();
        boolean stamped = stamp != null
                && stamp.intact()
                && trusted.judge(stamp.certificate(), stamp.others(), stamp.at()) == Verdict.Trust.TRUSTED;
        Instant at = stamp != null && stamped ? stamp.at() : said;
        Instant asked = at == null ? clock.instant() : at;
        X509Certificate certificate = message.certificate();
        return new Verdict.Signature(
                Names.common(Names.subject(certificate)),
                Names.of(Names.subject(certificate), BCStyle.O),
                Names.common(Names.issuer(certificate)),
                at,
                stamped,
                message.intact() && (stamp == null || stamp.intact()),
                isWhole(pdf, file, place, ends, all),
                Certificates.isInForce(certificate, asked)
                        && !asked.isAfter(clock.instant().plus(CLOCKS_APART)),
                trusted.judge(certificate, message.others(), asked),
                Names.hash(certificate));
    }

    private static SignedMessage message(byte[] pdf, Covered place) throws GeneralSecurityException {
        String kind = place.signature().getNameAsString(COSName.SUB_FILTER);
        if (place.end() == 0 || !KINDS.contains(kind)) {
            throw new GeneralSecurityException("no signature of a kind that is known");
        }
        byte[] message = HexFormat.of()
                .parseHex(new String(pdf, place.from() + 1, place.to() - place.from() - 2, StandardCharsets.US_ASCII));
        if (!(place.signature().getDictionaryObject(COSName.CONTENTS) instanceof COSString contents)
                || !Arrays.equals(message, contents.getBytes())) {
            throw new GeneralSecurityException("its message lies elsewhere");
        }
        byte[] covered = new byte[place.from() + place.end() - place.to()];
        System.arraycopy(pdf, 0, covered, 0, place.from());
        System.arraycopy(pdf, place.to(), covered, place.from(), place.end() - place.to());
        return DOCUMENT_TIMESTAMP.equals(kind)
                ? SignedMessage.readStamp(message, covered)
                : SignedMessage.read(message, covered);
    }

    /** Whether it covers the file to its end, or what follows are further signatures, one at the end, and nothing else. */
    private static boolean isWhole(byte[] pdf, Revision file, Covered place, boolean ends, List<COSDictionary> all) {
        if (place.end() == pdf.length) {
            return true;
        }
        if (!ends) {
            return false;
        }
        try (Revision signed = Revision.read(pdf, place.end())) {
            return Additions.areOnlySignatures(signed, file, all);
        } catch (IOException | RuntimeException noFileOfItsOwn) {
            return false;
        }
    }
}
