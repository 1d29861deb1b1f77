package id.deskpemilu.conversation;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.ReportThread;
import id.deskpemilu.report.ReportThread.Access;
import id.deskpemilu.report.ReportThread.Remark;
import id.deskpemilu.report.ReportThreads;
import id.deskpemilu.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The threads of the reports. Who still has to read the figures from the photo sees nothing of them, and while a report is
 * awaited no verifier does: operators name figures, and one of the readers will be asked to read blind.
 */
@Repository
public class Threads implements ReportThreads {

    /** The longest comment. */
    public static final int LONGEST = 1_000;

    private static final List<Role> DESK = List.of(Role.VERIFIER, Role.SUPERVISOR, Role.COORDINATOR);

    private final JdbcClient jdbc;

    Threads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ReportThread of(Actor reader, Report report) {
        Access access = access(reader, report);
        return access == Access.VEILED
                ? new ReportThread(access, false, List.of())
                : new ReportThread(access, isUnanswered(report.id()), remarks(report.id()));
    }

    /**
     * In which role the person speaks about the report.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code SUPERSEDED}, {@code THREAD_VEILED}
     */
    public Role speaker(Actor author, Report report) {
        Role role = role(author, report).orElseThrow(() -> foreign(author, report));
        report.requireCurrent();
        if (isVeiled(author, report)) {
            throw Refusal.conflict("THREAD_VEILED");
        }
        return role;
    }

    /**
     * In which role of the desk the person speaks about the report.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code SUPERSEDED}, {@code THREAD_VEILED}
     */
    public Role answerer(Actor author, Report report) {
        Role role = speaker(author, report);
        if (!DESK.contains(role)) {
            throw Refusal.forbidden("ROLE_MISSING", Role.VERIFIER.realmName());
        }
        return role;
    }

    private static Refusal foreign(Actor author, Report report) {
        boolean speaks = author.roles().contains(Role.OPERATOR) || DESK.stream().anyMatch(author.roles()::contains);
        return speaks
                ? Refusal.forbidden("REGION_FOREIGN", report.station().village().dotted())
                : Refusal.forbidden("ROLE_MISSING", Role.OPERATOR.realmName());
    }

    private static Access access(Actor reader, Report report) {
        if (isVeiled(reader, report)) {
            return Access.VEILED;
        }
        return report.isCurrent() && report.contest().election().phase().isRunning()
                ? role(reader, report)
                        .map(role -> DESK.contains(role) ? Access.ANSWER : Access.WRITE)
                        .orElse(Access.READ)
                : Access.READ;
    }

    private static boolean isVeiled(Actor reader, Report report) {
        boolean mayVerifyLater = report.status() == ReportStatus.AWAITED
                && report.isCurrent()
                && reader.may(Role.VERIFIER, report.station())
                && !reader.may(Role.OPERATOR, report.station());
        return mayVerifyLater || report.isVeiledFor(reader);
    }

    /** Whoever sent the report, or will, speaks as its operator, with whatever other role as well. */
    private static Optional<Role> role(Actor author, Report report) {
        boolean operates = author.may(Role.OPERATOR, report.station());
        if (operates && (report.submittedBy() == null || author.is(report.submittedBy()))) {
            return Optional.of(Role.OPERATOR);
        }
        return DESK.stream()
                .filter(role -> author.may(role, report.station()))
                .findFirst()
                .or(() -> operates ? Optional.of(Role.OPERATOR) : Optional.empty());
    }

    /** What was said, the first one first. */
    public List<Remark> remarks(ReportId report) {
        return jdbc.sql("""
                        select id, author, author_name, role, at, text from desk.report_comment
                        where report_id = ? order by id
                        """).param(report.value()).query(Threads::read).list();
    }

    /** What the person has said under the key about that report, if anything. */
    public Optional<Remark> said(String author, String key, ReportId report) {
        return jdbc.sql("""
                        select id, author, author_name, role, at, text from desk.report_comment
                        where author = ? and key = ? and report_id = ?
                        """)
                .params(author, key, report.value())
                .query(Threads::read)
                .optional();
    }

    /** Adds what the person says; nothing if something was said under the key before. */
    public Optional<Remark> add(Actor author, Role role, ReportId report, String text, String key, Instant at) {
        Optional<Remark> added = jdbc.sql("""
                        insert into desk.report_comment (report_id, author, author_name, role, text, at, key)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (author, key) do nothing
                        returning id, author, author_name, role, at, text
                        """)
                .params(
                        report.value(),
                        author.username(),
                        author.name(),
                        role.name(),
                        text,
                        at.atOffset(ZoneOffset.UTC),
                        key)
                .query(Threads::read)
                .optional();
        if (added.isPresent()) {
            turn(report, role == Role.OPERATOR, at);
        }
        return added;
    }

    /** Writes down whether an operator waits for an answer. */
    public void turn(ReportId report, boolean unanswered, Instant at) {
        jdbc.sql("""
                        insert into desk.report_thread (report_id, unanswered, since) values (?, ?, ?)
                        on conflict (report_id) do update
                        set since = case when report_thread.unanswered = excluded.unanswered then report_thread.since
                                         else excluded.since end,
                            unanswered = excluded.unanswered
                        """)
                .params(report.value(), unanswered, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isUnanswered(ReportId report) {
        return jdbc.sql("select exists (select from desk.report_thread where report_id = ? and unanswered)")
                .param(report.value())
                .query(Boolean.class)
                .single();
    }

    private static Remark read(ResultSet row, int n) throws SQLException {
        @Nullable String name = row.getString("author_name");
        return new Remark(
                row.getLong("id"),
                row.getString("author"),
                name == null ? row.getString("author") : name,
                Role.valueOf(row.getString("role")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("text"));
    }
}
