package id.deskpemilu.escalation.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stages of an election, and the clock of a rehearsal. POST {@code <base>/stages} with {@code at_n} (an hour; empty: no
 * stage), {@code next_n} and {@code kind_n} for each row n puts them in the place of those so far; POST {@code <base>/clock}
 * with {@code shown} (empty: it goes on) and {@code speed} sets the clock.
 *
 * @param base the address of the election
 * @param rows the stages in their order, then empty rows
 * @param kinds who can be told; message {@code stage.<kind>}
 * @param clock the clock of a rehearsal; null for a real election, which has no other than the real one
 * @param error why nothing was changed, in the reader's language; null if nothing was refused
 * @param wrong which form was refused: {@code stages} or {@code clock}; null if nothing was
 */
public record StagesPage(
        String election,
        String code,
        String base,
        List<Row> rows,
        List<String> kinds,
        @Nullable RehearsalClock clock,
        @Nullable String error,
        @Nullable String wrong,
        @Nullable String notice) {

    /**
     * A stage, or room for one.
     *
     * @param at the hour as {@code HH:mm}; empty for none
     */
    public record Row(String at, boolean nextDay, String kind) {}

    /**
     * The clock of a rehearsal.
     *
     * @param shown what it shows now
     * @param speed how many times as fast as the real one it runs; 0: it stands still
     * @param typed what was typed as the next hour
     * @param speeds the speeds to choose from
     */
    public record RehearsalClock(ZonedDateTime shown, int speed, String typed, List<Integer> speeds) {}
}
