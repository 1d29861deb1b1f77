package id.deskpemilu.worklist;

import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.ReportsAwaited;
import id.deskpemilu.report.finding.Finding;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the inbox in step with the reports, in the same transaction. */
@Component
class InboxTable {

    private static final String PUT = """
            insert into desk.inbox_item (report_id, election_id, contest_id, station, role, status, since, second_look,
                                         findings, worst, submitted_by, verified_by, holder,
                                         held_since, on_behalf)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (report_id) do update
            set role = excluded.role, status = excluded.status, second_look = excluded.second_look,
                since = case when inbox_item.status = excluded.status then inbox_item.since else excluded.since end,
                findings = excluded.findings, worst = excluded.worst,
                submitted_by = excluded.submitted_by, verified_by = excluded.verified_by,
                holder = excluded.holder, held_since = excluded.held_since, on_behalf = excluded.on_behalf
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    InboxTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(ReportsAwaited awaited) {
        Instant now = clock.instant();
        jdbc.batchUpdate(
                PUT, awaited.reports().stream().map(report -> row(report, now)).toList());
    }

    @EventListener
    void on(ReportEvent event) {
        Report report = event.report();
        boolean done = report.status() == ReportStatus.APPROVED && !report.isReopeningAsked();
        if (done || !report.isCurrent()) {
            jdbc.update(
                    "delete from desk.inbox_item where report_id = ?",
                    report.id().value());
        } else {
            jdbc.batchUpdate(PUT, List.<Object[]>of(row(report, event.at())));
        }
    }

    private static Object[] row(Report report, Instant at) {
        return new Object[] {
            report.id().value(),
            report.contest().election().id(),
            report.contest().id(),
            report.station().digits(),
            waitsFor(report.status()).name(),
            report.status().name(),
            timestamp(at),
            report.needsSecondLook(),
            report.findingCodes().toArray(String[]::new),
            worst(report),
            report.submittedBy(),
            report.verifiedBy().toArray(String[]::new),
            report.holder(),
            timestamp(report.heldSince()),
            report.onBehalf() != null
        };
    }

    private static Role waitsFor(ReportStatus status) {
        return switch (status) {
            case AWAITED, SUBMITTED, CORRECTION_REQUESTED -> Role.OPERATOR;
            case DISPUTED, APPROVED -> Role.SUPERVISOR; // approved: somebody wants it opened again
            case LOCKED, CORRECTION_CONFIRMED, RECHECK, REOPENED -> Role.VERIFIER;
        };
    }

    private static @Nullable String worst(Report report) {
        return report.revision() == 0
                ? null
                : report.current().findings().stream()
                        .map(Finding::severity)
                        .max(Comparator.naturalOrder())
                        .map(Enum::name)
                        .orElse(null);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
