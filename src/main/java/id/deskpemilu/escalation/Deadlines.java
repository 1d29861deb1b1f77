package id.deskpemilu.escalation;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendars of the kecamatan: one for each of them and each contest, not one for each station. */
@Component
public class Deadlines {

    private final JdbcClient jdbc;
    private final ElectionClocks clocks;
    private final Clock clock;

    Deadlines(JdbcClient jdbc, ElectionClocks clocks, Clock clock) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * A calendar.
     *
     * @param id its name; the business key of its process
     * @param contestId the contest
     * @param district the kecamatan
     * @param zone the kecamatan's time zone
     * @param begunAt since when it runs, by the clock of the election: stages before it are not asked
     * @param sweptAt when the overdue were last looked for, by the clock of the election
     * @param ended whether it has ended
     */
    public record Deadline(
            UUID id, long contestId, RegionCode district, Zone zone, Instant begunAt, Instant sweptAt, boolean ended) {

        /** The subject under which the log keeps what happened at its stages. */
        public String subject() {
            return "deadline:" + id;
        }
    }

    /** Makes the calendars that the contest lacks, and lets those run again that have ended; which ones these are. */
    public List<UUID> begin(Contest contest) {
        List<String> districts = jdbc.sql("""
                        select distinct substr(code, 1, 6) district from desk.station
                        where election_id = ? and code like ? order by 1
                        """)
                .params(contest.election().id(), contest.area().digits() + "%")
                .query(String.class)
                .list();
        OffsetDateTime now = clocks.now(contest.election().id()).atOffset(ZoneOffset.UTC);
        List<UUID> begun = new ArrayList<>();
        for (String district : districts) {
            jdbc.sql("""
                            insert into desk.deadline (id, contest_id, district, begun_at, swept_at) values (?, ?, ?, ?, ?)
                            on conflict (contest_id, district) do update set ended = false where deadline.ended
                            returning id
                            """)
                    .params(UUID.randomUUID(), contest.id(), district, now, now)
                    .query(UUID.class)
                    .optional()
                    .ifPresent(begun::add);
        }
        return begun;
    }

    /** The calendar, locked until the transaction ends. */
    public Deadline lock(UUID id) {
        return jdbc.sql("""
                        select d.id, d.contest_id, d.district, r.zone, d.begun_at, d.swept_at, d.ended
                        from desk.deadline d join desk.region r on r.code = d.district
                        where d.id = ? for update of d
                        """).param(id).query(Deadlines::read).single();
    }

    /** Those of the election that run, locked until the transaction ends. */
    public List<UUID> lockRunning(long electionId) {
        return jdbc.sql("""
                        select d.id from desk.deadline d join desk.contest c on c.id = d.contest_id
                        where c.election_id = ? and not d.ended order by d.id for update of d
                        """).param(electionId).query(UUID.class).list();
    }

    /** The overdue were looked for now. */
    public void swept(Deadline deadline, Instant shown) {
        jdbc.sql("update desk.deadline set swept_at = ? where id = ?")
                .params(shown.atOffset(ZoneOffset.UTC), deadline.id())
                .update();
    }

    /** It waits for nothing any more. */
    public void end(Deadline deadline) {
        jdbc.sql("update desk.deadline set ended = true where id = ?")
                .param(deadline.id())
                .update();
    }

    /** The stages of the election that have not passed there, in their order. */
    public List<Stage> ahead(long electionId, Deadline deadline) {
        return jdbc.sql("""
                        select s.id, s.at, s.next_day, s.kind from desk.stage s
                        where s.election_id = ? and not s.withdrawn
                          and not exists (select from desk.stage_passed p where p.stage_id = s.id and p.deadline_id = ?)
                        order by s.next_day, s.at
                        """)
                .params(electionId, deadline.id())
                .query(Stages::read)
                .list();
    }

    /**
     * Flags every station without a report as late at the stage, in one statement.
     *
     * @return how many
     */
    public int pass(Deadline deadline, Stage stage) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int silent = jdbc.sql("""
                        insert into desk.late_flag (contest_id, station, stage_id, at)
                        select contest_id, station, ?, ? from desk.report
                        where contest_id = ? and status = 'AWAITED' and station like ? and current
                        on conflict do nothing
                        """)
                .params(
                        stage.id(),
                        now,
                        deadline.contestId(),
                        deadline.district().digits() + "%")
                .update();
        jdbc.sql("insert into desk.stage_passed (deadline_id, stage_id, at, silent) values (?, ?, ?, ?)")
                .params(deadline.id(), stage.id(), now, silent)
                .update();
        return silent;
    }

    private static Deadline read(ResultSet row, int n) throws SQLException {
        return new Deadline(
                row.getObject("id", UUID.class),
                row.getLong("contest_id"),
                new RegionCode(row.getString("district")),
                Zone.valueOf(row.getString("zone")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("swept_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("ended"));
    }
}
