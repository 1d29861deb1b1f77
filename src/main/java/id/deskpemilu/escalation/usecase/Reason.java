package id.deskpemilu.escalation.usecase;

import id.deskpemilu.shared.Refusal;

/** Why somebody decided something, in that person's words. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /**
     * The reason without the blanks around it.
     *
     * @throws Refusal {@code REASON_MISSING}, {@code TEXT_TOO_LONG}
     */
    static String of(String text) {
        String reason = text.strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid("REASON_MISSING");
        }
        if (reason.length() > LONGEST) {
            throw Refusal.invalid("TEXT_TOO_LONG", LONGEST);
        }
        return reason;
    }
}
