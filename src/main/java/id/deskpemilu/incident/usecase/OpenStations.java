package id.deskpemilu.incident.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Station;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.Openings;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Notes that polling stations have opened. */
@UseCase
public class OpenStations {

    private final Elections elections;
    private final ElectionClocks clocks;
    private final Regions regions;
    private final Stations stations;
    private final Openings openings;
    private final AuditLog log;
    private final Clock clock;

    OpenStations(
            Elections elections,
            ElectionClocks clocks,
            Regions regions,
            Stations stations,
            Openings openings,
            AuditLog log,
            Clock clock) {
        this.elections = elections;
        this.clocks = clocks;
        this.regions = regions;
        this.stations = stations;
        this.openings = openings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Notes it; a station of which it is known keeps its hour.
     *
     * @param codes the stations
     * @param hour when they opened, on the day of the election, by the clock of the place
     * @return of how many it was not known
     * @throws Refusal {@code OPENING_EMPTY}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ELECTION_UNKNOWN},
     *     {@code PHASE_NOT_RUNNING}, {@code STATION_UNKNOWN}, {@code OPENING_IN_FUTURE}
     */
    public int execute(Actor actor, String electionCode, Collection<StationCode> codes, LocalTime hour) {
        if (codes.isEmpty()) {
            throw Refusal.invalid("OPENING_EMPTY");
        }
        codes.forEach(code -> actor.requireAny(Incident.WRITERS, code.village()));
        Election election = elections.get(electionCode);
        if (!election.phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", election.phase());
        }
        Map<RegionCode, Set<StationCode>> byVillage = new TreeMap<>();
        codes.forEach(code -> byVillage
                .computeIfAbsent(code.village(), village -> new TreeSet<>())
                .add(code));
        Set<StationCode> there = stations.in(election.id(), byVillage.keySet()).stream()
                .map(Station::code)
                .collect(Collectors.toSet());
        codes.stream().filter(code -> !there.contains(code)).findFirst().ifPresent(code -> {
            throw Refusal.notFound("STATION_UNKNOWN", code.digits());
        });
        int opened = 0;
        for (Map.Entry<RegionCode, Set<StationCode>> village : byVillage.entrySet()) {
            opened += open(actor, election, village.getKey(), village.getValue(), hour);
        }
        return opened;
    }

    private int open(Actor actor, Election election, RegionCode village, Set<StationCode> codes, LocalTime hour) {
        Instant at = regions.find(village)
                .map(region ->
                        election.heldOn().atTime(hour).atZone(region.zone().id()))
                .orElseThrow(() -> Refusal.notFound("REGION_UNKNOWN", village.dotted()))
                .toInstant();
        if (at.isAfter(clocks.now(election.id()))) {
            throw Refusal.invalid("OPENING_IN_FUTURE");
        }
        List<StationCode> opened = openings.open(election.id(), codes, at, actor.username(), clock.instant());
        if (!opened.isEmpty()) {
            log.append(
                    actor.username(),
                    "election:" + election.code(),
                    "StationsOpened",
                    Map.of("stations", opened, "openedAt", at));
        }
        return opened.size();
    }
}
