package id.deskpemilu.board.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From numbers to shapes: what a chart shows is what the numbers say. */
class ChartsTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private static Instant at(String time) {
        return Instant.parse("2024-11-27T" + time + ":00+07:00");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, NONE",
        "1, 100, UNDER_50",
        "49, 100, UNDER_50",
        "50, 100, UNDER_80",
        "79, 100, UNDER_80",
        "80, 100, UNDER_100",
        "99, 100, UNDER_100",
        "100, 100, ALL",
        "0, 0, ALL",
        "1, 3, UNDER_50",
        "2, 3, UNDER_80",
        "4045, 4046, UNDER_100"
    })
    void a_share_falls_into_the_band_that_its_limits_say(long reported, long all, Band band) {
        assertThat(Band.of(reported, all)).isEqualTo(band);
    }

    @Test
    void an_arc_is_as_long_as_the_share() {
        Ring ring = new Ring(200, 150, 50);
        assertThat(ring.reportedArc()).isEqualTo(75);
        assertThat(ring.approvedArc()).isEqualTo(25);
        assertThat(ring.percent()).isEqualTo(75);
        assertThat(ring.missing()).isEqualTo(50);
    }

    @Test
    void a_ring_looks_full_only_when_all_have_reported_and_empty_only_when_none_has() {
        assertThat(new Ring(50_000, 49_999, 1).reportedArc()).isLessThan(100).isGreaterThan(99);
        assertThat(new Ring(50_000, 49_999, 1).percent()).isEqualTo(99.9);
        assertThat(new Ring(50_000, 49_999, 1).approvedArc()).isGreaterThan(0.5);
        assertThat(new Ring(50_000, 50_000, 0).reportedArc()).isEqualTo(100);
        assertThat(new Ring(50_000, 50_000, 0).percent()).isEqualTo(100);
        assertThat(new Ring(50_000, 0, 0).reportedArc()).isZero();
        assertThat(new Ring(0, 0, 0).percent()).isZero();
    }

    @Test
    void the_line_of_arrival_runs_from_the_first_hour_to_the_last_and_from_none_to_all() {
        Arrival arrival = Arrival.of(
                List.of(new Arrival.Point(at("13:00"), 0), new Arrival.Point(at("18:00"), 50)),
                List.of(new Arrival.Point(at("13:00"), 0), new Arrival.Point(at("23:00"), 100)),
                100,
                WIB);
        assertThat(arrival.plan()).isEqualTo("34,164 368,12");
        assertThat(arrival.actual()).isEqualTo("34,164 201,88");
        assertThat(arrival.area()).isEqualTo("34,164 34,164 201,88 201,164");
        assertThat(arrival.hours()).extracting(Arrival.Mark::label).containsExactly("13", "15", "17", "19", "21", "23");
        assertThat(arrival.shares()).extracting(Arrival.Mark::label).containsExactly("0", "25", "50", "75", "100");
        assertThat(arrival.actualEnd().percent()).isEqualTo(50);
    }

    @Test
    void the_labels_of_the_two_lines_never_lie_on_each_other() {
        for (int stations = 0; stations <= 100; stations++) {
            Arrival arrival = Arrival.of(
                    List.of(new Arrival.Point(at("13:00"), 0), new Arrival.Point(at("22:59"), stations)),
                    List.of(new Arrival.Point(at("13:00"), 0), new Arrival.Point(at("23:00"), 100)),
                    100,
                    WIB);
            assertThat(Math.abs(arrival.actualEnd().labelY() - arrival.planEnd().labelY()))
                    .as("%d of 100", stations)
                    .isGreaterThanOrEqualTo(24);
            assertThat(arrival.planEnd().labelY()).isBetween((double) Arrival.TOP, (double) Arrival.BOTTOM);
            assertThat(arrival.actualEnd().labelY()).isBetween((double) Arrival.TOP, (double) Arrival.BOTTOM);
        }
    }

    @Test
    void the_table_has_the_numbers_of_the_lines_and_nothing_of_hours_to_come() {
        Arrival arrival = Arrival.of(
                List.of(
                        new Arrival.Point(at("13:10"), 3),
                        new Arrival.Point(at("14:40"), 10),
                        new Arrival.Point(at("15:30"), 12)),
                List.of(new Arrival.Point(at("13:00"), 0), new Arrival.Point(at("17:00"), 40)),
                40,
                WIB);
        assertThat(arrival.rows())
                .extracting(row -> row.at().getHour() + ": " + row.reported() + " of " + row.planned())
                .containsExactly("13: 0 of 0", "14: 3 of 10", "15: 10 of 20", "16: null of 30", "17: null of 40");
    }

    @Test
    void a_line_over_days_has_no_more_marks_and_rows_than_one_of_an_evening() {
        Arrival weeks = Arrival.of(
                List.of(new Arrival.Point(at("13:00"), 1), new Arrival.Point(Instant.parse("2026-11-22T04:00:00Z"), 9)),
                List.of(),
                10,
                WIB);
        assertThat(weeks.isLong()).isTrue();
        assertThat(weeks.rows()).hasSizeLessThanOrEqualTo(25);
        assertThat(weeks.hours()).hasSizeLessThanOrEqualTo(8);
        assertThat(weeks.hours().get(0).label()).isEqualTo("27/11");
    }

    @Test
    void a_night_that_passes_midnight_and_a_place_without_a_plan_are_drawn_too() {
        Arrival night = Arrival.of(
                List.of(
                        new Arrival.Point(at("22:00"), 1),
                        new Arrival.Point(Instant.parse("2024-11-28T02:20:00+07:00"), 9)),
                List.of(),
                10,
                WIB);
        assertThat(night.hours()).extracting(Arrival.Mark::label).containsExactly("22", "23", "00", "01", "02", "03");
        assertThat(night.planEnd()).isNull();
        assertThat(night.rows()).allSatisfy(row -> assertThat(row.planned()).isNull());
        assertThat(Arrival.of(List.of(), List.of(), 10, WIB).isEmpty()).isTrue();
        assertThat(Arrival.of(List.of(new Arrival.Point(at("13:00"), 1)), List.of(), 0, WIB)
                        .isEmpty())
                .isTrue();
    }
}
