package id.deskpemilu.board.wall;

import id.deskpemilu.shared.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret part of a link: 256 random bits. Only its hash is kept, so that nobody who reads the database can open a wall.
 *
 * @param value as it stands in the address
 */
public record WallToken(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A token that nobody has seen. */
    public static WallToken fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new WallToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What is kept of it: SHA-256 in hexadecimal digits. Random bits need no salt and no slow hash. */
    public String hash() {
        return Sha256.of(value);
    }

    /** Without the secret, which has no place in a log. */
    @Override
    public String toString() {
        return "WallToken";
    }
}
