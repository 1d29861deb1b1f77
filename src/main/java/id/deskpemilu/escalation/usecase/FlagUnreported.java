package id.deskpemilu.escalation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.Chase;
import id.deskpemilu.escalation.Deadlines;
import id.deskpemilu.escalation.Deadlines.Deadline;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Stage;
import id.deskpemilu.escalation.Waiting;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.UseCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A stage has come: flags every station of the kecamatan that has not reported, and begins or raises the escalation of
 * every desa with one. All of it is one transaction, so that a node that dies in the middle has done nothing, and the one
 * that repeats it does it once. The process does it.
 */
@UseCase
public class FlagUnreported {

    private final Deadlines deadlines;
    private final Contests contests;
    private final ElectionClocks clocks;
    private final Waiting waiting;
    private final Chase chase;
    private final AuditLog log;

    FlagUnreported(
            Deadlines deadlines, Contests contests, ElectionClocks clocks, Waiting waiting, Chase chase, AuditLog log) {
        this.deadlines = deadlines;
        this.contests = contests;
        this.clocks = clocks;
        this.waiting = waiting;
        this.chase = chase;
        this.log = log;
    }

    /**
     * Flags. After a long silence of the desk itself several stages may have come: stations are flagged at each, and
     * people are told of the last one only.
     */
    public void execute(UUID id) {
        Deadline deadline = deadlines.lock(id);
        Contest contest = contests.findById(deadline.contestId()).orElseThrow();
        if (!contest.takesReports()) {
            return;
        }
        Instant now = clocks.now(contest.election().id());
        List<Stage> come = deadlines.ahead(contest.election().id(), deadline).stream()
                .filter(stage -> {
                    Instant at = stage.on(contest.election().heldOn(), deadline.zone());
                    return !at.isBefore(deadline.begunAt()) && !at.isAfter(now);
                })
                .toList();
        for (Stage stage : come) {
            int silent = deadlines.pass(deadline, stage);
            log.append(
                    ReportEvent.TIMER,
                    deadline.subject(),
                    "StagePassed",
                    Map.of(
                            "stage", stage.id(),
                            "kind", stage.kind(),
                            "contest", contest.type().slug(),
                            "district", deadline.district().digits(),
                            "silent", silent));
        }
        if (!come.isEmpty()) {
            Stage last = come.get(come.size() - 1);
            waiting.unreported(contest.id(), deadline.district())
                    .forEach((village, missing) -> chase.silent(
                            EscalationKind.UNREPORTED,
                            contest,
                            village,
                            missing,
                            last.kind().level(),
                            last));
        }
    }
}
