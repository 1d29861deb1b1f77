package id.deskpemilu.conversation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.conversation.Correspondents;
import id.deskpemilu.conversation.Threads;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportThread.Remark;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Says something about a report to the other side: operator to desk, desk to operator. */
@UseCase
public class WriteComment {

    private static final int LONGEST_KEY = 100;

    private final Contests contests;
    private final Reports reports;
    private final Threads threads;
    private final Correspondents correspondents;
    private final Notices notices;
    private final AuditLog log;
    private final Clock clock;

    WriteComment(
            Contests contests,
            Reports reports,
            Threads threads,
            Correspondents correspondents,
            Notices notices,
            AuditLog log,
            Clock clock) {
        this.contests = contests;
        this.reports = reports;
        this.threads = threads;
        this.correspondents = correspondents;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Adds it, and tells the other side that there is something to read; the notice never holds the text.
     *
     * @param key names this attempt: the same key again adds nothing
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code REPORT_UNKNOWN}, {@code ROUND_UNKNOWN},
     *     {@code PHASE_NOT_RUNNING}, {@code SUPERSEDED}, {@code THREAD_VEILED}, {@code COMMENT_EMPTY},
     *     {@code TEXT_TOO_LONG}, {@code KEY_INVALID}, {@code KEY_REUSED}
     */
    public Remark execute(Actor author, ReportAddress address, String text, String key) {
        author.requireSight(address.station());
        Contest contest = contests.get(address.election(), address.contest());
        // locked: whether it is veiled for the author does not change before this is written
        Report report = reports.lock(contest.id(), address.station(), address.round());
        Role role = threads.speaker(author, report);
        if (!contest.election().phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", contest.election().phase());
        }
        String said = text.strip();
        if (said.isEmpty()) {
            throw Refusal.invalid("COMMENT_EMPTY");
        }
        if (said.length() > Threads.LONGEST) {
            throw Refusal.invalid("TEXT_TOO_LONG", Threads.LONGEST);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.invalid("KEY_INVALID", LONGEST_KEY);
        }
        Instant now = clock.instant();
        Optional<Remark> added = threads.add(author, role, report.id(), said, key, now);
        if (added.isEmpty()) {
            return threads.said(author.username(), key, report.id())
                    .filter(before -> before.text().equals(said))
                    .orElseThrow(() -> Refusal.conflict("KEY_REUSED"));
        }
        Remark remark = added.get();
        log.append(
                author.username(),
                "thread:" + report.id(),
                "CommentWritten",
                Map.of("comment", remark.id(), "role", role.realmName(), "text", said));
        notices.post(correspondents.notices(contest, report, remark));
        return remark;
    }
}
