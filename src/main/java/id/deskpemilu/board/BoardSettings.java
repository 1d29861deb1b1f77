package id.deskpemilu.board;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the board.
 *
 * @param plan how many stations of a hundred are to have reported by when, e.g. {@code 13:00=0 20:00=95}, by the clock of the
 *     place on the day of the election, the earliest first
 * @param readEvery how often a view that somebody watches is read
 * @param heartbeat how often a watcher without news hears that the line is alive
 * @param recheck how often it is looked up whether a watcher may still see the region
 * @param perPerson how many lines one person may keep open on a node
 */
@ConfigurationProperties("desk.board")
public record BoardSettings(String plan, Duration readEvery, Duration heartbeat, Duration recheck, int perPerson) {

    /**
     * A point of the plan.
     *
     * @param at the hour by the clock of the place
     * @param percent how many stations of a hundred
     */
    record Hour(LocalTime at, double percent) {}

    /** The plan, point by point. */
    List<Hour> hours() {
        return Arrays.stream(plan.strip().split("\\s+"))
                .map(point -> point.split("="))
                .map(point -> new Hour(LocalTime.parse(point[0]), Double.parseDouble(point[1])))
                .toList();
    }
}
