package id.deskpemilu.dispatch.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What was added to a file behind a signature. Allowed is: further signature fields that draw nothing, named in the form and on
 * their pages; certificates kept for later checks; the date and program of the change. Every other object must be the
 * one that was signed.
 */
final class Additions {

    private static final COSName SIG = COSName.getPDFName("Sig");
    private static final Set<COSName> OF_ROOT =
            Set.of(COSName.ACRO_FORM, COSName.METADATA, COSName.getPDFName("DSS"), COSName.getPDFName("Extensions"));
    private static final Set<COSName> OF_FORM = Set.of(COSName.FIELDS, COSName.SIG_FLAGS);
    private static final Set<COSName> OF_INFO = Set.of(COSName.MOD_DATE, COSName.PRODUCER);
    private static final int LITTLE = 1_024;

    private final Revision before;
    private final Revision after;
    private final List<COSDictionary> signatures;

    private Additions(Revision before, Revision after, List<COSDictionary> signatures) {
        this.before = before;
        this.after = after;
        this.signatures = signatures;
    }

    /**
     * Whether nothing but signatures was added.
     *
     * @param before the file as it was signed
     * @param after the file as it is
     * @param signatures the signatures in it now
     */
    static boolean areOnlySignatures(Revision before, Revision after, List<COSDictionary> signatures)
            throws IOException {
        return new Additions(before, after, signatures).areOnlySignatures();
    }

    private boolean areOnlySignatures() throws IOException {
        if (!Objects.equals(before.key(COSName.ROOT), after.key(COSName.ROOT))
                || !Objects.equals(before.key(COSName.INFO), after.key(COSName.INFO))) {
            return false;
        }
        Map<COSObjectKey, Long> places = after.objects();
        for (Map.Entry<COSObjectKey, Long> old : before.objects().entrySet()) {
            Long place = places.get(old.getKey());
            if (place == null || !place.equals(old.getValue()) && !mayChange(old.getKey())) {
                return false;
            }
        }
        return true;
    }

    private boolean mayChange(COSObjectKey key) throws IOException {
        COSBase old = before.object(key);
        COSBase now = after.object(key);
        if (isSame(old, now)) {
            return true;
        }
        if (old instanceof COSStream || now instanceof COSStream) {
            return isMetadata(key) && before.marks().equals(after.marks());
        }
        if (old instanceof COSArray && now instanceof COSArray) {
            return grows(old, now);
        }
        if (!(old instanceof COSDictionary was) || !(now instanceof COSDictionary is)) {
            return false;
        }
        if (key.equals(before.key(COSName.ROOT))) {
            return isSameBut(was, is, OF_ROOT)
                    && before.marks().equals(after.marks())
                    && isSameForm(
                            was.getDictionaryObject(COSName.ACRO_FORM), is.getDictionaryObject(COSName.ACRO_FORM));
        }
        if (key.equals(before.key(COSName.INFO))) {
            return isSameBut(was, is, OF_INFO);
        }
        if (was == before.root().getDictionaryObject(COSName.ACRO_FORM)) {
            return isSameForm(was, is);
        }
        return COSName.PAGE.equals(was.getDictionaryObject(COSName.TYPE))
                && isSameBut(was, is, Set.of(COSName.ANNOTS))
                && grows(was.getDictionaryObject(COSName.ANNOTS), is.getDictionaryObject(COSName.ANNOTS));
    }

    private boolean isMetadata(COSObjectKey key) {
        return before.root().getItem(COSName.METADATA) instanceof COSObject metadata && key.equals(metadata.getKey());
    }

    private boolean isSameForm(@Nullable COSBase old, @Nullable COSBase now) throws IOException {
        return old instanceof COSDictionary was
                && now instanceof COSDictionary is
                && isSameBut(was, is, OF_FORM)
                && grows(was.getDictionaryObject(COSName.FIELDS), is.getDictionaryObject(COSName.FIELDS));
    }

    private boolean grows(@Nullable COSBase old, @Nullable COSBase now) throws IOException {
        List<COSBase> was = items(old);
        List<COSBase> is = items(now);
        if (is.size() < was.size()) {
            return false;
        }
        for (int i = 0; i < is.size(); i++) {
            if (i < was.size() ? !isSame(was.get(i), is.get(i)) : !isNewSignature(is.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<COSBase> items(@Nullable COSBase list) {
        List<COSBase> items = new ArrayList<>();
        if (list instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                items.add(array.get(i));
            }
        }
        return items;
    }

    private boolean isNewSignature(COSBase item) throws IOException {
        if (!(item instanceof COSObject object)
                || before.objects().containsKey(object.getKey())
                || !(object.getObject() instanceof COSDictionary field)) {
            return false;
        }
        COSDictionary value = field.getCOSDictionary(COSName.V);
        return SIG.equals(field.getDictionaryObject(COSName.FT))
                && COSName.WIDGET.equals(field.getDictionaryObject(COSName.SUBTYPE))
                && signatures.stream().anyMatch(one -> one == value)
                && !field.containsKey(COSName.KIDS)
                && !field.containsKey(COSName.PARENT)
                && !field.containsKey(COSName.A)
                && !field.containsKey(COSName.AA)
                && drawsNothing(field);
    }

    private static boolean drawsNothing(COSDictionary field) throws IOException {
        COSArray box = field.getCOSArray(COSName.RECT);
        if (box != null && box.size() == 4) {
            float[] corners = box.toFloatArray();
            if (corners[0] == corners[2] && corners[1] == corners[3]) {
                return true;
            }
        }
        COSDictionary appearance = field.getCOSDictionary(COSName.AP);
        if (appearance == null) {
            return true;
        }
        return appearance.size() == 1
                && appearance.getDictionaryObject(COSName.N) instanceof COSStream normal
                && new String(Revision.content(normal, LITTLE), StandardCharsets.ISO_8859_1).isBlank();
    }

    private static boolean isSameBut(COSDictionary old, COSDictionary now, Set<COSName> but) throws IOException {
        Set<COSName> keys = new HashSet<>(old.keySet());
        keys.addAll(now.keySet());
        keys.removeAll(but);
        for (COSName key : keys) {
            if (!isSame(old.getItem(key), now.getItem(key))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(@Nullable COSBase old, @Nullable COSBase now) throws IOException {
        if (old == null || now == null || old instanceof COSNull || now instanceof COSNull) {
            return (old == null || old instanceof COSNull) && (now == null || now instanceof COSNull);
        }
        if (old instanceof COSObject was) {
            return now instanceof COSObject is && Objects.equals(was.getKey(), is.getKey());
        }
        if (old instanceof COSStream was) {
            return now instanceof COSStream is && isSameBut(was, is, Set.of()) && Arrays.equals(raw(was), raw(is));
        }
        if (old instanceof COSDictionary was) {
            return now instanceof COSDictionary is && !(now instanceof COSStream) && isSameBut(was, is, Set.of());
        }
        if (old instanceof COSArray was) {
            List<COSBase> first = items(was);
            List<COSBase> second = items(now);
            boolean same = now instanceof COSArray && first.size() == second.size();
            for (int i = 0; same && i < first.size(); i++) {
                same = isSame(first.get(i), second.get(i));
            }
            return same;
        }
        if (old instanceof COSString was) {
            return now instanceof COSString is && Arrays.equals(was.getBytes(), is.getBytes());
        }
        return old.equals(now);
    }

    private static byte[] raw(COSStream stream) throws IOException {
        if (!stream.hasData()) {
            return new byte[0];
        }
        try (InputStream bytes = stream.createRawInputStream()) {
            return bytes.readAllBytes();
        }
    }
}
