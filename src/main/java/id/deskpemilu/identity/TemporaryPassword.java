package id.deskpemilu.identity;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * A first password, to be changed at the first login. It is shown once and kept nowhere.
 *
 * @param username whose
 * @param password three groups of four characters that nobody mistakes for another: 60 bits
 */
public record TemporaryPassword(String username, String password) {

    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789"; // without 0, 1, l and o
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** A new password. */
    public static TemporaryPassword forAccount(String username) {
        StringBuilder text = new StringBuilder();
        do {
            text.setLength(0);
            for (int i = 0; i < GROUPS * GROUP; i++) {
                text.append(i > 0 && i % GROUP == 0 ? "-" : "");
                text.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
            }
        } while (text.chars().noneMatch(Character::isDigit) || text.chars().noneMatch(Character::isLetter));
        return new TemporaryPassword(username, text.toString());
    }

    /** Without the password, so that no log ever holds it. */
    @Override
    public String toString() {
        return "TemporaryPassword[" + username + "]";
    }
}
