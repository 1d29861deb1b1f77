package id.deskpemilu.incident.usecase;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Station;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.incident.Openings;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.UseCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows which stations of a region have opened. */
@UseCase(readOnly = true)
public class ReadOpenings {

    private final Elections elections;
    private final Regions regions;
    private final Stations stations;
    private final Incidents incidents;
    private final Openings openings;

    ReadOpenings(Elections elections, Regions regions, Stations stations, Incidents incidents, Openings openings) {
        this.elections = elections;
        this.regions = regions;
        this.stations = stations;
        this.incidents = incidents;
        this.openings = openings;
    }

    /**
     * A part of a region.
     *
     * @param stations how many it has
     * @param opened how many of them are known to have opened
     */
    public record Part(RegionCode code, String name, int stations, int opened) {}

    /**
     * A station.
     *
     * @param at when it opened, by the clock of the election; null if that is not known
     */
    public record Line(StationCode code, @Nullable Instant at) {}

    /**
     * How far a region is.
     *
     * @param path the region and those it lies in, from the top
     * @param parts the regions below it with stations; empty for a desa
     * @param lines its stations; empty but for a desa
     */
    public record Whole(
            Election election,
            List<Region> path,
            Region region,
            int stations,
            int opened,
            List<Part> parts,
            List<Line> lines) {}

    /**
     * How far the region is.
     *
     * @throws Refusal {@code REGION_FOREIGN}, {@code ELECTION_UNKNOWN}, {@code REGION_UNKNOWN}
     */
    public Whole execute(Actor actor, String electionCode, RegionCode code) {
        if (!actor.maySee(code)) {
            throw Refusal.forbidden("REGION_FOREIGN", code.dotted());
        }
        Election election = elections.get(electionCode);
        List<Region> path = regions.path(code);
        if (path.isEmpty() || !path.get(path.size() - 1).code().equals(code)) {
            throw Refusal.notFound("REGION_UNKNOWN", code.dotted());
        }
        boolean village = code.level() == RegionCode.Level.VILLAGE;
        Map<StationCode, Instant> known = village ? openings.of(election.id(), code) : Map.of();
        List<Line> lines = village
                ? stations.in(election.id(), List.of(code)).stream()
                        .map(Station::code)
                        .map(station -> new Line(station, known.get(station)))
                        .toList()
                : List.of();
        return new Whole(
                election,
                path,
                path.get(path.size() - 1),
                stations.count(election.id(), code),
                incidents.opened(election.id(), code),
                village ? List.of() : parts(election, code),
                lines);
    }

    private List<Part> parts(Election election, RegionCode code) {
        RegionCode.Level below = RegionCode.Level.values()[code.level().ordinal() + 1];
        Map<RegionCode, Integer> all = stations.count(election.id(), code, below);
        Map<RegionCode, Integer> opened = openings.count(election.id(), code, below);
        return regions.below(code).stream()
                .filter(region -> all.containsKey(region.code()))
                .map(region -> new Part(
                        region.code(), region.name(), all.get(region.code()), opened.getOrDefault(region.code(), 0)))
                .toList();
    }
}
