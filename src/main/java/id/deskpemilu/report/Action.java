package id.deskpemilu.report;

import static id.deskpemilu.report.ReportStatus.AWAITED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_CONFIRMED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_REQUESTED;
import static id.deskpemilu.report.ReportStatus.LOCKED;
import static id.deskpemilu.report.ReportStatus.RECHECK;

import id.deskpemilu.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/** What a person can do to a report, in which role, and when. */
public enum Action {
    /** Sends the figures, once. */
    SUBMIT(Role.OPERATOR, AWAITED),
    /** Takes the report in hand, so that no colleague checks it at the same time. */
    CLAIM(Role.VERIFIER, LOCKED, CORRECTION_CONFIRMED, RECHECK),
    /** Puts it back. */
    RELEASE(Role.VERIFIER, LOCKED, CORRECTION_CONFIRMED, RECHECK),
    /** Takes it from a colleague, with a reason. */
    TAKE_OVER(Role.VERIFIER, LOCKED, CORRECTION_CONFIRMED, RECHECK),
    /** Finds that it agrees with the form. */
    APPROVE(Role.VERIFIER, LOCKED, RECHECK),
    /** Asks the operator to confirm other figures. */
    REQUEST_CORRECTION(Role.VERIFIER, LOCKED, RECHECK),
    /** Says that the form does hold the figures asked for. */
    CONFIRM_CORRECTION(Role.OPERATOR, CORRECTION_REQUESTED),
    /** Says that it does not. */
    DECLINE_CORRECTION(Role.OPERATOR, CORRECTION_REQUESTED),
    /** Puts exactly what was confirmed into force. */
    APPLY_CORRECTION(Role.VERIFIER, CORRECTION_CONFIRMED);

    private final Role role;
    private final Set<ReportStatus> from;

    Action(Role role, ReportStatus first, ReportStatus... further) {
        this.role = role;
        this.from = EnumSet.of(first, further);
    }

    /** The role that it takes, for the region of the station. */
    public Role role() {
        return role;
    }

    /** The statuses in which it can be done. */
    public Set<ReportStatus> from() {
        return Set.copyOf(from);
    }
}
