package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.Reports;
import id.deskpemilu.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How every use case gets hold of a report: row locked first, then role and region, then the version. */
@Component
class ReportsInHand {

    private final Contests contests;
    private final Reports reports;
    private final Clock clock;

    ReportsInHand(Contests contests, Reports reports, Clock clock) {
        this.contests = contests;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * The report, locked.
     *
     * @param version the version that the person saw, or null
     * @throws Refusal {@code REPORT_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code PHASE_NOT_RUNNING},
     *     {@code ROUND_UNKNOWN}, {@code SUPERSEDED}, {@code STALE}
     */
    Report take(Actor actor, Role role, ReportAddress address, @Nullable Integer version) {
        return take(actor, Set.of(role), address, version);
    }

    /** The report, locked, for a person who has one of the roles; see {@link #take(Actor, Role, ReportAddress, Integer)}. */
    Report take(Actor actor, Set<Role> roles, ReportAddress address, @Nullable Integer version) {
        actor.requireAny(roles, address.station().village());
        Contest contest = contests.get(address.election(), address.contest());
        Report report = reports.lock(contest.id(), address.station(), address.round());
        if (!contest.election().phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", contest.election().phase());
        }
        report.requireCurrent();
        report.requireVersion(version);
        return report;
    }

    /** The report, locked, for a person who may add photos to it. */
    Report takeForPhotos(Actor actor, ReportAddress address) {
        Report report = take(actor, Action.sending(), address, null);
        report.requirePhotosFrom(actor);
        return report;
    }

    void put(Report report) {
        reports.save(report);
    }

    Instant now() {
        return clock.instant();
    }
}
