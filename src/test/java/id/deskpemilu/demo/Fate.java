package id.deskpemilu.demo;

import java.util.ArrayList;
import java.util.List;

/** How far a case of the demo has come. */
enum Fate {
    AWAITED,
    LOCKED,
    /** Locked, with a figure that does not fit. */
    LOCKED_ODD,
    /** Locked and in a verifier's hands. */
    HELD,
    CORRECTION_REQUESTED,
    CORRECTION_CONFIRMED,
    /** Waits for another verifier after a correction. */
    RECHECK_CORRECTED,
    /** Waits for another verifier because it has more votes than ballots. */
    RECHECK_SECOND_LOOK,
    /** Waits for a supervisor because the operator did not agree to a correction. */
    DISPUTED,
    APPROVED,
    /** Approved although a figure does not fit: the paper has it so. */
    APPROVED_ODD,
    APPROVED_CORRECTED;

    // every state at the front, so that a short list has it too
    private static final List<Fate> SPREAD = List.of(
            CORRECTION_REQUESTED,
            CORRECTION_CONFIRMED,
            RECHECK_CORRECTED,
            RECHECK_SECOND_LOOK,
            HELD,
            LOCKED,
            LOCKED_ODD,
            APPROVED,
            APPROVED_ODD,
            APPROVED_CORRECTED,
            AWAITED,
            AWAITED,
            AWAITED,
            CORRECTION_REQUESTED,
            APPROVED,
            AWAITED,
            AWAITED,
            LOCKED_ODD,
            AWAITED,
            APPROVED,
            DISPUTED,
            AWAITED,
            APPROVED,
            AWAITED,
            APPROVED);

    /** That many fates: a third awaited, a third approved, and each of the others at least once. */
    static List<Fate> spread(int count) {
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fates.add(SPREAD.get(i % SPREAD.size()));
        }
        return fates;
    }
}
