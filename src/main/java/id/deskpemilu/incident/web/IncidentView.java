package id.deskpemilu.incident.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Station;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Choice;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of incidents and openings have in common: which election, which places, which hours. */
@Component
class IncidentView {

    /** As the control for a moment has it. */
    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    static final int LONGEST = 500;

    private static final Role[] WRITERS = Incident.WRITERS.toArray(Role[]::new);

    private final Elections elections;
    private final ElectionClocks clocks;
    private final Regions regions;
    private final Stations stations;
    private final Incidents incidents;

    IncidentView(Elections elections, ElectionClocks clocks, Regions regions, Stations stations, Incidents incidents) {
        this.elections = elections;
        this.clocks = clocks;
        this.regions = regions;
        this.stations = stations;
        this.incidents = incidents;
    }

    /** How many stations of the regions are known to have opened, of how many. */
    record Opened(int opened, int stations) {}

    /** The election asked for; else the newest that is running in the person's regions, a real one before a rehearsal. */
    Election election(Actor actor, @Nullable String code) {
        return elections.getOrRunning(code, election -> stations.anyIn(election.id(), actor.scopes()));
    }

    /** Reads a region from the address; null if there is none. */
    static @Nullable RegionCode region(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!RegionCode.isValid(text)) {
            throw Refusal.notFound("REGION_UNKNOWN", text);
        }
        return RegionCode.of(text);
    }

    /** The region's name. */
    String name(RegionCode code) {
        return regions.find(code)
                .map(Region::name)
                .orElseThrow(() -> Refusal.notFound("REGION_UNKNOWN", code.dotted()));
    }

    static Zone zone(RegionCode code) {
        return Zone.ofProvince(code.at(RegionCode.Level.PROVINCE).digits());
    }

    /** Whether the person is one of those who enter incidents anywhere. */
    static boolean writes(Actor actor) {
        return !actor.scopes(WRITERS).isEmpty();
    }

    Opened opened(Election election, Collection<RegionCode> codes) {
        int opened = 0;
        int all = 0;
        for (RegionCode code : codes) {
            opened += incidents.opened(election.id(), code);
            all += stations.count(election.id(), code);
        }
        return new Opened(opened, all);
    }

    /** The form; refuses whoever may enter nothing anywhere. */
    NewIncidentPage form(Actor actor, Typed typed, List<NewIncidentPage.Problem> errors) {
        Set<RegionCode> scopes = actor.scopes(WRITERS);
        if (scopes.isEmpty()) {
            throw Refusal.forbidden("ROLE_MISSING", Role.OPERATOR.realmName());
        }
        Election election = election(actor, typed.election());
        Map<RegionCode, String> areas = areas(scopes);
        @Nullable RegionCode chosen = chosen(areas, typed);
        Collection<RegionCode> shown = areas.isEmpty() ? scopes : chosen == null ? List.of() : List.of(chosen);
        boolean whole = chosen != null
                && chosen.level() == RegionCode.Level.DISTRICT
                && Incident.WRITERS.stream().anyMatch(role -> actor.may(role, chosen));
        Zone zone = zone(scopes.iterator().next());
        LocalDateTime now = clocks.now(election.id()).atZone(zone.id()).toLocalDateTime();
        return new NewIncidentPage(
                election.phase().isRunning() ? election.code() : null,
                areas.size() < 2
                        ? List.of()
                        : areas.entrySet().stream()
                                .map(area -> new Choice(
                                        area.getKey().digits(),
                                        area.getValue(),
                                        null,
                                        area.getKey().equals(chosen)))
                                .toList(),
                whole
                        ? new Choice(
                                chosen.digits(),
                                areas.get(chosen),
                                null,
                                chosen.digits().equals(typed.place()))
                        : null,
                groups(election, shown, typed.place()),
                Arrays.stream(IncidentKind.values())
                        .map(kind ->
                                new Choice(kind.name(), null, null, kind.name().equals(typed.kind())))
                        .toList(),
                typed.at() == null || typed.at().isBlank() ? MOMENT.format(now) : typed.at(),
                zone.name(),
                typed.text() == null ? "" : typed.text(),
                LONGEST,
                typed.key() == null || typed.key().isBlank() ? UUID.randomUUID().toString() : typed.key(),
                errors);
    }

    /** The kecamatan of the regions, and desa that lie in none of them; none if the regions are desa only. */
    private Map<RegionCode, String> areas(Set<RegionCode> scopes) {
        if (scopes.stream().allMatch(scope -> scope.level() == RegionCode.Level.VILLAGE)) {
            return Map.of();
        }
        Map<RegionCode, String> areas = new LinkedHashMap<>();
        for (RegionCode scope : scopes) {
            if (scope.level() == RegionCode.Level.VILLAGE) {
                areas.put(scope, name(scope));
            } else {
                regions.inside(scope, RegionCode.Level.DISTRICT)
                        .forEach(district -> areas.put(district.code(), district.name()));
            }
        }
        return areas;
    }

    private static @Nullable RegionCode chosen(Map<RegionCode, String> areas, Typed typed) {
        if (areas.size() == 1) {
            return areas.keySet().iterator().next();
        }
        String asked = typed.area() == null || typed.area().isBlank() ? typed.place() : typed.area();
        return asked == null
                ? null
                : areas.keySet().stream()
                        .filter(area -> asked.startsWith(area.digits()))
                        .findFirst()
                        .orElse(null);
    }

    private List<NewIncidentPage.Group> groups(
            Election election, Collection<RegionCode> areas, @Nullable String place) {
        if (areas.isEmpty()) {
            return List.of();
        }
        Map<RegionCode, List<Station>> byVillage = stations.in(election.id(), areas).stream()
                .collect(Collectors.groupingBy(
                        station -> station.code().village(), LinkedHashMap::new, Collectors.toList()));
        List<NewIncidentPage.Group> groups = new ArrayList<>();
        byVillage.forEach((village, there) -> groups.add(new NewIncidentPage.Group(
                new Choice(
                        village.digits(),
                        there.get(0).villageName(),
                        null,
                        village.digits().equals(place)
                                // the only desa of an operator need not be looked for
                                || place == null && byVillage.size() == 1),
                there.stream()
                        .map(station -> new Choice(
                                station.code().digits(),
                                "%03d".formatted(station.code().number()),
                                null,
                                station.code().digits().equals(place)))
                        .toList())));
        return groups;
    }

    /** The form, as it was typed. */
    record Typed(
            @Nullable String election,
            @Nullable String area,
            @Nullable String kind,
            @Nullable String place,
            @Nullable String at,
            @Nullable String text,
            @Nullable String key) {}
}
