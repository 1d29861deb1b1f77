package id.deskpemilu.incident.usecase;

import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.IncidentPlace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says has happened.
 *
 * @param election the code of the election
 * @param kind what sort of thing; null if none was chosen
 * @param place where
 * @param at when, by the clock of the election; null for now
 * @param text what happened
 */
public record IncidentOrder(
        String election,
        @Nullable IncidentKind kind,
        IncidentPlace place,
        @Nullable Instant at,
        String text) {}
