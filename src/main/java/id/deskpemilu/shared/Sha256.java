package id.deskpemilu.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The hash by which files, figures and keys are known. */
public final class Sha256 {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /** The hexadecimal SHA-256 of the bytes, 64 digits in lower case. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    /** The hexadecimal SHA-256 of the text in UTF-8, 64 digits in lower case. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** The 32 bytes themselves. */
    public static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes themselves, of the text in UTF-8. */
    public static byte[] digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the text can be such a hash. */
    public static boolean isValid(String text) {
        return HEX.matcher(text).matches();
    }
}
