package id.deskpemilu.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnkeepableTest {

    @ParameterizedTest
    @CsvSource({"22021, true", "22P05, true", "22001, false", "40001, false"})
    void only_a_character_without_a_place_is_meant(String state, boolean meant) {
        SQLException refused = new SQLException("refused", state);
        assertThat(Unkeepable.isCauseOf(new IllegalStateException(new IllegalStateException(refused))))
                .isEqualTo(meant);
    }

    @Test
    void what_the_database_has_not_said_is_not_meant() {
        assertThat(Unkeepable.isCauseOf(new IllegalStateException("other"))).isFalse();
        assertThat(Unkeepable.isCauseOf(new IllegalStateException(new SQLException("without a state"))))
                .isFalse();
    }
}
