package id.deskpemilu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** A small regency's whole evening, ten hours in forty seconds: nobody is forgotten and nobody is told twice. */
@Tag("evening")
class RehearsalEveningIT extends RunningDesk {

    @Autowired
    private ConfigurableApplicationContext desk;

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void nobody_is_forgotten_and_nobody_is_told_twice() throws InterruptedException {
        testElections.dismiss();
        RehearsalEvening evening = new RehearsalEvening(desk, new RehearsalRegency(3, 12, 90), 900, line -> {});
        RehearsalEvening.Outcome outcome = evening.pass();
        assertThat(outcome.mistakes()).as("%s", outcome.lines()).isEmpty();
        assertThat(testElections.count("""
                        select count(*) from desk.late_flag f join desk.contest c on c.id = f.contest_id
                        join desk.election e on e.id = c.election_id where e.code = ?
                        """, evening.election())).isPositive();
    }
}
