package id.deskpemilu.incident.usecase;

import id.deskpemilu.shared.Refusal;

/** What people write about an incident: short, and one line, for it goes into a table of the letter. */
final class IncidentText {

    static final int LONGEST = 500;
    private static final int LONGEST_KEY = 100;

    private IncidentText() {}

    /**
     * The text without what cannot be printed, its lines joined; empty if nothing is left.
     *
     * @throws Refusal {@code TEXT_TOO_LONG}
     */
    static String of(String written) {
        String line = written.replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]+", " ")
                .strip();
        if (line.length() > LONGEST) {
            throw Refusal.invalid("TEXT_TOO_LONG", LONGEST);
        }
        return line;
    }

    /** @throws Refusal {@code KEY_INVALID} */
    static void requireKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.invalid("KEY_INVALID", LONGEST_KEY);
        }
    }
}
