package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.Reports;
import id.deskpemilu.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
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
        actor.require(role, address.station());
        Contest contest = contests.get(address.election(), address.contest());
        Report report = reports.lock(contest.id(), address.station(), address.round());
        if (!contest.election().phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", contest.election().phase());
        }
        report.requireCurrent();
        report.requireVersion(version);
        return report;
    }

    void put(Report report) {
        reports.save(report);
    }

    Instant now() {
        return clock.instant();
    }
}
