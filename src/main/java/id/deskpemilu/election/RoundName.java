package id.deskpemilu.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people call a later round: "PSU 19 April 2025".
 *
 * @param number its number in the contest, from 2
 * @param kind why its stations report
 * @param heldOn the day of the voting or counting
 */
public record RoundName(int number, RoundKind kind, LocalDate heldOn) {

    /**
     * The name in a row with the columns {@code round}, {@code round_kind} and {@code round_held_on}.
     *
     * @return null for the first round, which needs no name
     */
    public static @Nullable RoundName read(ResultSet row) throws SQLException {
        String kind = row.getString("round_kind");
        return kind == null
                ? null
                : new RoundName(
                        row.getInt("round"), RoundKind.valueOf(kind), row.getObject("round_held_on", LocalDate.class));
    }
}
