package id.deskpemilu.incident.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.IncidentPlace;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.incident.Overseers;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.NewNotice;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;

/** Writes down something that happened; danger is told at once to those who look after the region. */
@UseCase
public class EnterIncident {

    /** What is told at once. */
    private static final Set<IncidentKind> DANGER = Set.of(IncidentKind.DISASTER, IncidentKind.SECURITY);

    /** How long ago it may be: material is brought out in the days before the voting. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private final Elections elections;
    private final ElectionClocks clocks;
    private final Regions regions;
    private final Stations stations;
    private final Incidents incidents;
    private final Overseers overseers;
    private final Notices notices;
    private final AuditLog log;
    private final Clock clock;

    EnterIncident(
            Elections elections,
            ElectionClocks clocks,
            Regions regions,
            Stations stations,
            Incidents incidents,
            Overseers overseers,
            Notices notices,
            AuditLog log,
            Clock clock) {
        this.elections = elections;
        this.clocks = clocks;
        this.regions = regions;
        this.stations = stations;
        this.incidents = incidents;
        this.overseers = overseers;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Enters it.
     *
     * @param key names this attempt: the same key again enters nothing and gives what was entered
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ELECTION_UNKNOWN}, {@code PHASE_NOT_RUNNING},
     *     {@code REGION_UNKNOWN}, {@code STATION_UNKNOWN}, {@code INCIDENT_KIND_MISSING}, {@code INCIDENT_TEXT_MISSING},
     *     {@code TEXT_TOO_LONG}, {@code INCIDENT_TIME_INVALID}, {@code KEY_INVALID}, {@code KEY_REUSED}
     */
    public Incident execute(Actor actor, IncidentOrder order, String key) {
        RegionCode region = order.place().region();
        actor.requireAny(Incident.WRITERS, region);
        Election election = elections.get(order.election());
        if (!election.phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", election.phase());
        }
        IncidentText.requireKey(key);
        Incident one = checked(actor, election, order);
        Optional<Incident> before = incidents.entered(actor.username(), key);
        if (before.isPresent()) {
            return same(before.get(), one);
        }
        if (!incidents.add(one, key)) {
            // the same press a moment ago: the next attempt finds what it has entered
            throw new OptimisticLockingFailureException("incident key in use");
        }
        log.append(
                actor.username(),
                "incident:" + one.id(),
                "IncidentEntered",
                Map.of(
                        "election", election.code(),
                        "kind", one.kind(),
                        "region", region.digits(),
                        "station", one.station() == null ? "" : one.station().digits(),
                        "happenedAt", one.at(),
                        "text", one.text()));
        if (DANGER.contains(one.kind())) {
            tell(one);
        }
        return one;
    }

    private Incident checked(Actor actor, Election election, IncidentOrder order) {
        IncidentPlace place = order.place();
        Region region = find(place.region());
        Region district = find(place.region().at(RegionCode.Level.DISTRICT));
        if (stations.count(election.id(), region.code()) == 0) {
            throw Refusal.notFound("REGION_UNKNOWN", region.code().dotted());
        }
        if (place.station() != null
                && stations.find(election.id(), place.station()).isEmpty()) {
            throw Refusal.notFound("STATION_UNKNOWN", place.station().digits());
        }
        if (order.kind() == null) {
            throw Refusal.invalid("INCIDENT_KIND_MISSING");
        }
        String text = IncidentText.of(order.text());
        if (text.isEmpty()) {
            throw Refusal.invalid("INCIDENT_TEXT_MISSING");
        }
        // microseconds, as the database keeps moments
        Instant now = clocks.now(election.id()).truncatedTo(ChronoUnit.MICROS);
        Instant at = Objects.requireNonNullElse(order.at(), now);
        if (at.isAfter(now) || at.isBefore(now.minus(OLDEST))) {
            throw Refusal.invalid("INCIDENT_TIME_INVALID");
        }
        return new Incident(
                UUID.randomUUID(),
                election.id(),
                order.kind(),
                region.code(),
                region.name(),
                district.name(),
                place.station(),
                at,
                text,
                null,
                null,
                actor.username(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
    }

    private Region find(RegionCode code) {
        return regions.find(code).orElseThrow(() -> Refusal.notFound("REGION_UNKNOWN", code.dotted()));
    }

    private static Incident same(Incident before, Incident now) {
        boolean same = before.electionId() == now.electionId()
                && before.kind() == now.kind()
                && before.region().equals(now.region())
                && Objects.equals(before.station(), now.station())
                && before.text().equals(now.text());
        if (!same) {
            throw Refusal.conflict("KEY_REUSED");
        }
        return before;
    }

    private void tell(Incident one) {
        notices.post(overseers.of(one.region()).stream()
                .filter(recipient -> !one.by().equals(recipient.username()))
                .map(recipient -> new NewNotice(
                        "incident:" + one.id() + ":" + recipient.username(),
                        one.electionId(),
                        one.region(),
                        "INCIDENT_ENTERED_" + one.kind(),
                        List.of(place(one), one.districtName(), one.text(), one.byName()),
                        "/incidents/" + one.id(),
                        recipient,
                        Set.of(Channel.IN_APP, Channel.PUSH, Channel.CHAT)))
                .toList());
    }

    private static String place(Incident one) {
        return one.station() == null
                ? one.regionName()
                : "TPS %03d %s".formatted(one.station().number(), one.regionName());
    }
}
