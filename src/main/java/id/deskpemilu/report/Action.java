package id.deskpemilu.report;

import static id.deskpemilu.report.ReportStatus.APPROVED;
import static id.deskpemilu.report.ReportStatus.AWAITED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_CONFIRMED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_REQUESTED;
import static id.deskpemilu.report.ReportStatus.DISPUTED;
import static id.deskpemilu.report.ReportStatus.LOCKED;
import static id.deskpemilu.report.ReportStatus.RECHECK;
import static id.deskpemilu.report.ReportStatus.REOPENED;

import id.deskpemilu.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/** What a person can do to a report, in which role, and when. */
public enum Action {
    /** Sends the figures, once. */
    SUBMIT(Role.OPERATOR, AWAITED),
    /** Sends them in the place of the operator of the desa, with a reason. */
    SUBMIT_ON_BEHALF(EnumSet.of(Role.COORDINATOR, Role.SUPERVISOR), AWAITED),
    /** Takes the report in hand, so that no colleague checks it at the same time. */
    CLAIM(Role.VERIFIER, LOCKED, CORRECTION_CONFIRMED, RECHECK, REOPENED),
    /** Puts it back. */
    RELEASE(Role.VERIFIER, LOCKED, CORRECTION_CONFIRMED, RECHECK, REOPENED),
    /** Takes it from a colleague, with a reason. */
    TAKE_OVER(Role.VERIFIER, LOCKED, CORRECTION_CONFIRMED, RECHECK, REOPENED),
    /** Keys the decisive figures from the photo before seeing what the operator sent. */
    CHECK_BLIND(Role.VERIFIER, LOCKED, RECHECK),
    /** Finds that it agrees with the form. */
    APPROVE(Role.VERIFIER, LOCKED, RECHECK),
    /** Asks the operator to confirm other figures. */
    REQUEST_CORRECTION(Role.VERIFIER, LOCKED, RECHECK, REOPENED),
    /** Says that the form does hold the figures asked for. */
    CONFIRM_CORRECTION(Role.OPERATOR, CORRECTION_REQUESTED),
    /** Says that the figures stand as the form has them, consistent or not: "C.Hasil memang begitu". */
    KEEP_AS_WRITTEN(Role.OPERATOR, CORRECTION_REQUESTED),
    /** Says that it does not; a supervisor decides. */
    DISPUTE_CORRECTION(Role.OPERATOR, CORRECTION_REQUESTED),
    /** Settles a correction that was disputed or not answered in time. */
    DECIDE_CORRECTION(Role.SUPERVISOR, DISPUTED),
    /** Puts exactly what was confirmed into force. */
    APPLY_CORRECTION(Role.VERIFIER, CORRECTION_CONFIRMED),
    /** Asks for an approved report to be opened again. */
    REQUEST_REOPENING(Role.VERIFIER, APPROVED),
    /** Opens it again until a set hour, or refuses to. */
    DECIDE_REOPENING(Role.SUPERVISOR, APPROVED),
    /** Finds that a reopened report was right, before the hour. */
    CLOSE_REOPENING(Role.VERIFIER, REOPENED);

    private final Set<Role> roles;
    private final Set<ReportStatus> from;

    Action(Role role, ReportStatus first, ReportStatus... further) {
        this(EnumSet.of(role), first, further);
    }

    Action(Set<Role> roles, ReportStatus first, ReportStatus... further) {
        this.roles = roles;
        this.from = EnumSet.of(first, further);
    }

    /** The roles any of which it takes, for the region of the station. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** The roles that send figures: as operator of the desa, or in its place. */
    public static Set<Role> sending() {
        Set<Role> sending = EnumSet.copyOf(SUBMIT.roles);
        sending.addAll(SUBMIT_ON_BEHALF.roles);
        return sending;
    }

    /** The statuses in which it can be done. */
    public Set<ReportStatus> from() {
        return Set.copyOf(from);
    }
}
