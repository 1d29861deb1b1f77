package id.deskpemilu.dispatch.paper;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers, dates and lists as letters write them. */
class IndonesianTest {

    private static final Instant AT = Instant.parse("2024-11-27T11:05:00Z");

    @Test
    void numbers_have_dots_and_commas() {
        assertThat(Indonesian.number(0)).isEqualTo("0");
        assertThat(Indonesian.number(942)).isEqualTo("942");
        assertThat(Indonesian.number(1942)).isEqualTo("1.942");
        assertThat(Indonesian.number(-1234567)).isEqualTo("-1.234.567");
        assertThat(Indonesian.share(9979, 10000)).isEqualTo("99,79");
        assertThat(Indonesian.percent(1, 3)).isEqualTo("33,33\u00a0%");
    }

    @Test
    void a_hundred_is_the_whole_and_zero_is_nothing() {
        assertThat(Indonesian.share(99_999, 100_000)).isEqualTo("99,99");
        assertThat(Indonesian.share(100_000, 100_000)).isEqualTo("100,00");
        assertThat(Indonesian.share(1, 1_000_000)).isEqualTo("0,01");
        assertThat(Indonesian.share(0, 5)).isEqualTo("0,00");
        assertThat(Indonesian.percent(0, 0)).isEqualTo("–");
        // more voters than the DPT has: it is what the forms say
        assertThat(Indonesian.share(11, 10)).isEqualTo("110,00");
    }

    @Test
    void dates_and_hours_are_those_of_the_place() {
        assertThat(Indonesian.date(LocalDate.of(2024, 11, 27))).isEqualTo("27\u00a0November 2024");
        assertThat(Indonesian.hour(AT, Zone.WIB)).isEqualTo("pukul\u00a018.05\u00a0WIB");
        assertThat(Indonesian.hour(AT, Zone.WIT)).isEqualTo("pukul\u00a020.05\u00a0WIT");
        assertThat(Indonesian.clock(AT.minusSeconds(86_400), Zone.WIB, AT)).isEqualTo("26/11 18.05");
        assertThat(Indonesian.clock(AT.minusSeconds(60), Zone.WIB, AT)).isEqualTo("18.04");
    }

    @Test
    void small_numbers_have_words() {
        assertThat(Indonesian.words(4)).isEqualTo("empat");
        assertThat(Indonesian.words(12)).isEqualTo("12");
        assertThat(Indonesian.roman(4)).isEqualTo("IV");
    }

    @Test
    void stations_in_a_row_are_a_range() {
        List<StationCode> stations = Stream.of(9, 1, 2, 3, 5, 6, 11, 12, 13)
                .map(number -> new StationCode("9809032001" + "%03d".formatted(number)))
                .toList();
        assertThat(Annexes.ranges(stations)).isEqualTo("001–003, 005, 006, 009, 011–013");
    }
}
