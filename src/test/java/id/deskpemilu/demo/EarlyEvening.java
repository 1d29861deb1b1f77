package id.deskpemilu.demo;

import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.usecase.SetRehearsalClock;
import id.deskpemilu.escalation.Stage;
import id.deskpemilu.escalation.usecase.ChangeStages;
import id.deskpemilu.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The hours of the demo: reports come in from the afternoon on, two stages have passed when the visitor arrives, and the
 * next one is near.
 */
final class EarlyEvening {

    static final LocalDate DAY = LocalDate.of(2024, 11, 27);

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final LocalTime OPENED = LocalTime.of(13, 0);
    private static final LocalTime FIRST = LocalTime.of(13, 40);
    private static final LocalTime REMINDED = LocalTime.of(17, 30);
    private static final LocalTime CALLED = LocalTime.of(18, 0);
    private static final LocalTime VISITED = LocalTime.of(18, 10);
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LOOK_EVERY_MILLIS = 100;

    private static final List<ChangeStages.Entry> STAGES = List.of(
            new ChangeStages.Entry(REMINDED, false, Stage.Kind.REMINDER),
            new ChangeStages.Entry(CALLED, false, Stage.Kind.KECAMATAN),
            new ChangeStages.Entry(LocalTime.of(19, 0), false, Stage.Kind.KABUPATEN),
            new ChangeStages.Entry(LocalTime.of(20, 0), false, Stage.Kind.CUTOFF));

    private final SetRehearsalClock clock;
    private final ElectionClocks clocks;
    private final JdbcClient jdbc;
    private final Actor admin;
    private final String election;
    private final long id;

    EarlyEvening(ConfigurableApplicationContext desk, Actor admin, String election) {
        this.clock = desk.getBean(SetRehearsalClock.class);
        this.clocks = desk.getBean(ElectionClocks.class);
        this.jdbc = desk.getBean(JdbcClient.class);
        this.admin = admin;
        this.election = election;
        this.id = desk.getBean(Elections.class).get(election).id();
        if (clocks.current(id).isEmpty()) {
            turn(OPENED, 0);
            desk.getBean(ChangeStages.class).execute(admin, election, STAGES);
        }
    }

    /** The hour at which the n-th of so many groups of reports comes in. */
    void reach(int nth, int groups) {
        long minutes = java.time.Duration.between(FIRST, REMINDED).toMinutes() * nth / groups;
        turn(FIRST.plusMinutes(minutes), 0);
    }

    /** Lets the first two stages pass, and then the clock run like any other. */
    void begin() {
        turn(REMINDED, 0);
        await(1);
        turn(CALLED, 0);
        await(2);
        turn(VISITED, 1);
    }

    /** Hours that have passed do not come again, when the first start was cut off. */
    private void turn(LocalTime hour, double speed) {
        Instant to = DAY.atTime(hour).atZone(ZONE).toInstant();
        boolean past = clocks.current(id).isPresent() && clocks.now(id).isAfter(to);
        clock.execute(admin, election, past ? null : to, speed);
    }

    /** Waits until so many stages have passed everywhere; if the machine is too slow, the evening goes on without. */
    private void await(int stages) {
        for (int waited = 0; waited < PATIENCE_MILLIS && behind(stages); waited += LOOK_EVERY_MILLIS) {
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean behind(int stages) {
        return jdbc.sql("""
                        select exists (select from desk.deadline d join desk.contest c on c.id = d.contest_id
                                       where c.election_id = ? and not d.ended
                                         and (select count(*) from desk.stage_passed p where p.deadline_id = d.id) < ?)
                        """).params(id, stages).query(Boolean.class).single();
    }
}
