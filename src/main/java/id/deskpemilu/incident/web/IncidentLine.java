package id.deskpemilu.incident.web;

import id.deskpemilu.incident.Incident;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is read.
 *
 * @param kind message {@code incident.kind.<kind>}
 * @param name the desa, or the kecamatan
 * @param kecamatan null if it is the place itself
 * @param tps three digits; null if it is not about one station
 * @param at when it happened, by the clock of the election
 * @param state {@code OPEN}, {@code SETTLED} or {@code WITHDRAWN}
 * @param by who entered it
 * @param enteredAt when, by the clock of the election
 * @param reason why it was withdrawn; null if it was not
 */
public record IncidentLine(
        String href,
        String kind,
        String name,
        @Nullable String kecamatan,
        @Nullable String tps,
        ZonedDateTime at,
        String text,
        @Nullable String followUp,
        String state,
        String by,
        ZonedDateTime enteredAt,
        @Nullable String reason) {

    static IncidentLine of(Incident one, Function<Instant, Instant> shown, ZoneId zone) {
        boolean whole = one.region().level() == RegionCode.Level.DISTRICT;
        return new IncidentLine(
                "/incidents/" + one.id(),
                one.kind().name(),
                one.regionName(),
                whole ? null : one.districtName(),
                one.station() == null ? null : "%03d".formatted(one.station().number()),
                one.at().atZone(zone),
                one.text(),
                one.followUp(),
                one.isWithdrawn() ? "WITHDRAWN" : one.isSettled() ? "SETTLED" : "OPEN",
                one.byName(),
                shown.apply(one.enteredAt()).atZone(zone),
                one.withdrawal() == null ? null : one.withdrawal().reason());
    }
}
