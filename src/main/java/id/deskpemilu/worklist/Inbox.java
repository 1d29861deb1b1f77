package id.deskpemilu.worklist;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.RoundName;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a person: only what that person may do, in the person's own regions, the longest waiting first. */
@Component
public class Inbox {

    /** How many items a page has. */
    public static final int PAGE_SIZE = 50;

    /** The filter for items without a finding. */
    public static final String NO_FINDING = "none";

    private static final String MINE = """
            from desk.inbox_item i
            join desk.contest c on c.id = i.contest_id
            join desk.election e on e.id = i.election_id
            where i.role = :role and i.station like any (:regions) and e.phase in ('REHEARSAL', 'ACTIVE')
              and (:role <> 'VERIFIER' or (i.submitted_by is distinct from :me and
                   (i.status = 'CORRECTION_CONFIRMED' or not :me = any (i.verified_by))))
              and (i.status <> 'AWAITED' or c.state in ('OPENING', 'OPEN'))
            """;
    private static final String FILTERED = """
              and (:region::text is null or i.station like :region || '%')
              and (:contest::text is null or c.type = :contest)
              and (:finding::text is null or :finding = any (i.findings)
                   or (:finding = 'none' and i.findings = '{}'))
              and (:held = 'ANY' or (:held = 'MINE' and i.holder = :me) or (:held = 'FREE' and i.holder is null)
                   or (:held = 'OTHERS' and i.holder <> :me))
            """;

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose items to show. */
    public enum Held {
        ANY,
        MINE,
        FREE,
        OTHERS
    }

    /**
     * What to show.
     *
     * @param role in which role the person looks
     * @param region only below this region
     * @param contest only this contest
     * @param finding only with this finding
     * @param held only held by this person, or by nobody
     * @param page from 0
     */
    public record Query(
            Role role,
            @Nullable RegionCode region,
            @Nullable ContestType contest,
            @Nullable String finding,
            Held held,
            int page) {

        /** Everything that waits for the role. */
        public static Query of(Role role) {
            return new Query(role, null, null, null, Held.ANY, 0);
        }
    }

    /**
     * A page of the inbox.
     *
     * @param items the items
     * @param total how many items the filters leave
     * @param page the page, from 0
     * @param pageSize how many items a page has
     */
    public record Page(List<InboxItem> items, int total, int page, int pageSize) {}

    /**
     * How many items each filter would leave.
     *
     * @param all without any filter
     * @param byDistrict by kecamatan
     * @param byContest by contest
     * @param byFinding by finding, {@value #NO_FINDING} among them
     * @param byHolder by {@code free}, {@code mine} and {@code others}
     */
    public record Counts(
            int all,
            Map<String, Integer> byDistrict,
            Map<String, Integer> byContest,
            Map<String, Integer> byFinding,
            Map<String, Integer> byHolder) {}

    /**
     * A page of what waits.
     *
     * @throws Refusal {@code ROLE_MISSING} if the person has not the role, {@code ROLE_HAS_NO_INBOX}
     */
    public Page find(Actor actor, Query query) {
        requireInbox(actor, query.role());
        int total = bind(jdbc.sql("select count(*) " + MINE + FILTERED), actor, query)
                .query(Integer.class)
                .single();
        // the page first, and only then what is shown of its items
        List<InboxItem> items = bind(jdbc.sql("""
                                select i.*, v.name village, d.name district, a.name holder_name,
                                       (select count(distinct p.page) from desk.photo p
                                        where p.report_id = i.report_id and p.withdrawn_at is null) photos,
                                       exists (select from desk.report_thread t
                                               where t.report_id = i.report_id and t.unanswered) commented,
                                       r.round, o.kind round_kind, o.held_on round_held_on
                                from (select e.code election, c.type, i.* %s
                                      order by i.second_look desc, i.since, i.station limit :limit offset :offset) i
                                join desk.report r on r.id = i.report_id
                                left join desk.round o on o.contest_id = r.contest_id and o.number = r.round
                                join desk.region v on v.code = substr(i.station, 1, 10)
                                join desk.region d on d.code = substr(i.station, 1, 6)
                                left join desk.account a on a.username = i.holder
                                order by i.second_look desc, i.since, i.station
                                """.formatted(MINE + FILTERED)), actor, query)
                .param("limit", PAGE_SIZE)
                .param("offset", (long) Math.max(0, query.page()) * PAGE_SIZE)
                .query(Inbox::read)
                .list();
        return new Page(items, total, Math.max(0, query.page()), PAGE_SIZE);
    }

    /** How many items there are by kecamatan, contest and finding. */
    public Counts count(Actor actor, Role role) {
        requireInbox(actor, role);
        Query all = Query.of(role);
        Map<String, Integer> byDistrict = new TreeMap<>();
        Map<String, Integer> byContest = new TreeMap<>();
        Map<String, Integer> byFinding = new TreeMap<>();
        Map<String, Integer> byHolder = new TreeMap<>();
        bind(jdbc.sql("""
                                select substr(i.station, 1, 6) district, c.type,
                                       case when i.holder is null then 'free' when i.holder = :me then 'mine'
                                            else 'others' end holding,
                                       count(*) n, count(*) filter (where i.findings = '{}') clean
                                """ + MINE + " group by 1, 2, 3"), actor, all)
                .query((row, n) -> {
                    int count = row.getInt("n");
                    byDistrict.merge(row.getString("district"), count, Integer::sum);
                    byContest.merge(ContestType.valueOf(row.getString("type")).slug(), count, Integer::sum);
                    byHolder.merge(row.getString("holding"), count, Integer::sum);
                    if (row.getInt("clean") > 0) {
                        byFinding.merge(NO_FINDING, row.getInt("clean"), Integer::sum);
                    }
                    return count;
                })
                .list();
        bind(
                        jdbc.sql("select f.code, count(*) n from (select unnest(i.findings) code " + MINE
                                + ") f group by f.code"),
                        actor,
                        all)
                .query((row, n) -> byFinding.put(row.getString("code"), row.getInt("n")))
                .list();
        int total = byDistrict.values().stream().mapToInt(Integer::intValue).sum();
        return new Counts(total, byDistrict, byContest, byFinding, byHolder);
    }

    /** The item that the person would do next: one held already, else the longest waiting that nobody holds. */
    public Optional<InboxItem> next(Actor actor, Role role) {
        List<InboxItem> mine =
                find(actor, new Query(role, null, null, null, Held.MINE, 0)).items();
        List<InboxItem> candidates = mine.isEmpty()
                ? find(actor, new Query(role, null, null, null, Held.FREE, 0)).items()
                : mine;
        return candidates.stream().findFirst();
    }

    private static void requireInbox(Actor actor, Role role) {
        if (role != Role.OPERATOR && role != Role.VERIFIER && role != Role.SUPERVISOR) {
            throw Refusal.invalid("ROLE_HAS_NO_INBOX", role.realmName());
        }
        boolean watches = role == Role.VERIFIER
                && !actor.scopes(Role.SUPERVISOR, Role.AUDITOR).isEmpty();
        if (!watches) {
            actor.requireAnywhere(role);
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Actor actor, Query query) {
        Set<RegionCode> regions = actor.roles().contains(query.role())
                ? actor.scopes(query.role())
                : actor.scopes(Role.SUPERVISOR, Role.AUDITOR);
        return sql.param("role", query.role().name())
                .param(
                        "regions",
                        regions.stream().map(region -> region.digits() + "%").toArray(String[]::new))
                .param("me", actor.username())
                .param("region", query.region() == null ? null : query.region().digits())
                .param(
                        "contest",
                        query.contest() == null ? null : query.contest().name())
                .param("finding", query.finding())
                .param("held", query.held().name());
    }

    private static InboxItem read(ResultSet row, int n) throws SQLException {
        return new InboxItem(
                row.getString("election"),
                ContestType.valueOf(row.getString("type")),
                new StationCode(row.getString("station")),
                row.getString("village"),
                row.getString("district"),
                RoundName.read(row),
                ReportStatus.valueOf(row.getString("status")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getBoolean("second_look"),
                row.getString("worst") == null ? null : Severity.valueOf(row.getString("worst")),
                strings(row.getArray("findings")),
                row.getString("holder"),
                row.getString("holder_name"),
                instant(row.getObject("held_since", OffsetDateTime.class)),
                row.getInt("photos"),
                row.getBoolean("commented"),
                row.getBoolean("on_behalf"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).collect(Collectors.toList());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
