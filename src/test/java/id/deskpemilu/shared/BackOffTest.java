package id.deskpemilu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long something that failed is left alone. */
class BackOffTest {

    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Test
    void it_doubles_up_to_the_longest_wait() {
        assertThat(BACK_OFF.after(1, Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(BACK_OFF.after(3, Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(40));
        assertThat(BACK_OFF.after(4, Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(60));
        assertThat(BACK_OFF.after(1_000, Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void chance_takes_up_to_half_of_it() {
        assertThat(BACK_OFF.after(1, Duration.ZERO, 0)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void the_other_side_may_ask_for_more_up_to_the_longest_wait() {
        assertThat(BACK_OFF.after(1, Duration.ofSeconds(30), 1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BACK_OFF.after(1, Duration.ofHours(3), 1)).isEqualTo(Duration.ofSeconds(60));
    }
}
