package id.deskpemilu.report.evidence;

import id.deskpemilu.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** What a file is by its content; its name and what the sender says of it do not count. */
enum ImageKind {
    JPEG("jpeg", 0xff, 0xd8, 0xff),
    PNG("png", 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);

    private static final int BRAND = 8;
    private static final int BRAND_END = 12;
    private static final Set<String> HEIF =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

    private final String format;
    private final byte[] beginning;

    ImageKind(String format, int... beginning) {
        this.format = format;
        this.beginning = new byte[beginning.length];
        for (int i = 0; i < beginning.length; i++) {
            this.beginning[i] = (byte) beginning[i];
        }
    }

    /** The name under which Java knows the format. */
    String format() {
        return format;
    }

    /**
     * The kind of the file.
     *
     * @throws Refusal {@code PHOTO_HEIC} or {@code PHOTO_KIND} if the desk does not take it
     */
    static ImageKind of(byte[] content) {
        for (ImageKind kind : values()) {
            int length = kind.beginning.length;
            if (content.length > length && Arrays.equals(content, 0, length, kind.beginning, 0, length)) {
                return kind;
            }
        }
        if (content.length > BRAND_END
                && text(content, BRAND / 2, BRAND).equals("ftyp")
                && HEIF.contains(text(content, BRAND, BRAND_END))) {
            throw Refusal.invalid("PHOTO_HEIC");
        }
        throw Refusal.invalid("PHOTO_KIND");
    }

    private static String text(byte[] content, int from, int to) {
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
