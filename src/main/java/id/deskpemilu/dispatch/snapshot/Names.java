package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.RegionCode.Level;
import id.deskpemilu.shared.StationCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The regions of a region with their names, read once. */
final class Names {

    private final RegionCode region;
    private final Map<Level, List<Region>> byLevel = new HashMap<>();
    private final Map<RegionCode, String> names = new HashMap<>();

    private Names(RegionCode region) {
        this.region = region;
    }

    /** Those of the region and everything in it. */
    static Names in(Regions regions, RegionCode region) {
        Names names = new Names(region);
        Arrays.stream(Level.values())
                .filter(level -> level.compareTo(region.level()) >= 0)
                .forEach(level -> {
                    List<Region> theirs = regions.inside(region, level);
                    names.byLevel.put(level, theirs);
                    theirs.forEach(one -> names.names.put(one.code(), one.name()));
                });
        return names;
    }

    /** The regions so many levels down; none below the desa. */
    List<Region> below(int levels) {
        int level = region.level().ordinal() + levels;
        return level < Level.values().length ? byLevel.getOrDefault(Level.values()[level], List.of()) : List.of();
    }

    /** The name; the code of a region that is not here. */
    String of(RegionCode code) {
        return names.getOrDefault(code, code.dotted());
    }

    /** The name of the kecamatan that the desa or kecamatan lies in. */
    String district(RegionCode code) {
        return of(code.at(Level.DISTRICT));
    }

    /** Where it was, from the smallest: TPS 004, SUMBERJO, SUMOBITO. */
    String place(RegionCode code, @Nullable StationCode station) {
        List<String> place = new ArrayList<>();
        if (station != null) {
            place.add("TPS %03d".formatted(station.number()));
        }
        RegionCode smallest = station == null ? code : station.village();
        if (smallest.level() == Level.VILLAGE) {
            place.add(of(smallest));
        }
        place.add(smallest.level() == Level.VILLAGE ? district(smallest) : of(smallest));
        return String.join(", ", place);
    }
}
