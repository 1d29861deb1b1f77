package id.deskpemilu.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.TestClock;
import id.deskpemilu.shared.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody asks too much, whoever asks from elsewhere is not in the way, and what is remembered has an end. */
class CheckGateTest {

    private final TestClock clock = new TestClock("2024-11-27T11:00:00Z");
    private final CheckGate gate = new CheckGate(clock);

    @Test
    void an_address_may_ask_so_often_in_a_minute_and_again_in_the_next() {
        for (int i = 0; i < CheckGate.PER_MINUTE; i++) {
            gate.pass("10.0.0.1", 1);
        }
        refused("10.0.0.1", 1);
        gate.pass("10.0.0.2", 1);
        clock.advance(Duration.ofMinutes(1));
        gate.pass("10.0.0.1", 1);
    }

    @Test
    void a_file_weighs_more_than_a_question() {
        for (int i = 0; i < CheckGate.PER_MINUTE / CheckGate.FILE; i++) {
            gate.pass("10.0.0.1", CheckGate.FILE);
        }
        refused("10.0.0.1", CheckGate.FILE);
    }

    @Test
    void a_million_addresses_are_not_remembered() {
        for (int i = 0; i < 1_000_000; i++) {
            gate.pass("10." + i, 1);
        }
        assertThat(gate.remembered()).isEqualTo(10_000);
    }

    @Test
    void a_turn_ends_with_what_it_was_for_also_if_that_fails() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> gate.inTurn(() -> {
                        throw new IllegalStateException("torn");
                    }))
                    .hasMessage("torn");
        }
        assertThat(gate.<String>inTurn(() -> "seen")).isEqualTo("seen");
    }

    @Test
    void whoever_is_sent_away_while_waiting_for_a_turn_is_told_so() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.inTurn(() -> "seen"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CHECK_BUSY"));
        assertThat(Thread.interrupted()).as("whoever interrupted is heard").isTrue();
        assertThat(gate.<String>inTurn(() -> "seen")).isEqualTo("seen");
    }

    private void refused(String address, int weight) {
        assertThatThrownBy(() -> gate.pass(address, weight))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CHECK_TOO_OFTEN"));
    }
}
