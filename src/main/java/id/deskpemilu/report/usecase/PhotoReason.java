package id.deskpemilu.report.usecase;

import id.deskpemilu.shared.Refusal;

/** Why somebody does something to a photo. */
final class PhotoReason {

    private static final int LONGEST = 500;

    private PhotoReason() {}

    /**
     * The reason, trimmed.
     *
     * @throws Refusal {@code REASON_MISSING}, {@code TEXT_TOO_LONG}
     */
    static String of(String given) {
        String reason = given.strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid("REASON_MISSING");
        }
        if (reason.length() > LONGEST) {
            throw Refusal.invalid("TEXT_TOO_LONG", LONGEST);
        }
        return reason;
    }
}
