package id.deskpemilu.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.usecase.SetRehearsalClock;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A desk in a rehearsal whose clock the test turns; the engine's own executor fires what is due. */
abstract class EscalationDesk extends RunningDesk {

    private static final int PATIENCE_SECONDS = 20;
    private static final int LOOK_EVERY_MILLIS = 100;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private SetRehearsalClock setClock;

    protected static Actor actor(String username, Role role, String region) {
        return new Actor(username, username, Set.of(role), List.of(new Actor.Scope(role, new RegionCode(region))));
    }

    /** Turns the clock of the rehearsal to the hour and stops it there. */
    protected void turn(TestElection election, String hour) {
        Instant at = LocalDate.of(2024, 11, 27)
                .atTime(LocalTime.parse(hour))
                .atZone(ZoneId.of("Asia/Jakarta"))
                .toInstant();
        setClock.execute(actor("admin", Role.ADMIN, election.regency()), election.code(), at, 0);
    }

    protected void open(TestElection election) {
        Answer opened = post("admin", election.contest("bupati") + "/open", null);
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(200);
    }

    protected void send(TestElection election, String operator, int village, int station) {
        String report = election.report("bupati", election.station(village, station));
        Answer sent = submit(
                operator,
                report,
                "%s-%d-%d".formatted(election.code(), village, station),
                Map.of(
                        "figures", TallyMother.consistentFigures(),
                        "votes", Map.of("1", 90, "2", 108, "3", 10),
                        "confirmed", true));
        assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
    }

    /** Looks until it is so. */
    protected static void await(String what, BooleanSupplier so) {
        await(what, PATIENCE_SECONDS, so);
    }

    /** Looks until it is so. */
    protected static void await(String what, int seconds, BooleanSupplier so) {
        for (int waited = 0; !so.getAsBoolean(); waited += LOOK_EVERY_MILLIS) {
            assertThat(waited).as("waited in vain: %s", what).isLessThan(seconds * 1000);
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    protected long passed(TestElection election) {
        return count("""
                select count(*) from desk.stage_passed p join desk.deadline d on d.id = p.deadline_id
                where d.district like ?
                """, election.regency() + "%");
    }

    /** Waits until so many stages have passed. */
    protected void await_stages(TestElection election, int stages) {
        await(stages + " stages", () -> passed(election) == stages);
    }

    protected long flags(TestElection election) {
        return count("select count(*) from desk.late_flag where station like ?", election.regency() + "%");
    }

    protected long notices(TestElection election, String username, String template) {
        return count(
                "select count(*) from desk.notice where region like ? and username = ? and template = ?",
                election.regency() + "%",
                username,
                template);
    }

    protected String level(TestElection election, int village) {
        return jdbc.sql(
                        "select level || ' ' || state from desk.escalation where region = ? order by opened_at desc limit 1")
                .param(election.village(village))
                .query(String.class)
                .optional()
                .orElse("none");
    }

    protected EscalationId escalation(String region) {
        return EscalationId.of(jdbc.sql("select id from desk.escalation where region = ? and state <> 'ENDED'")
                .param(region)
                .query(String.class)
                .single());
    }

    protected long count(String sql, Object... parameters) {
        return testElections.count(sql, parameters);
    }
}
