package id.deskpemilu.election;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The region tree without a database. */
public final class RegionsInMemory extends Regions {

    private final SortedMap<RegionCode, Region> regions = new TreeMap<>();

    public RegionsInMemory() {
        super(null);
    }

    /** With a region more. */
    public RegionsInMemory with(String code, String name, Zone zone) {
        RegionCode region = new RegionCode(code);
        regions.put(region, new Region(region, name, zone));
        return this;
    }

    @Override
    public Optional<Region> find(RegionCode code) {
        return Optional.ofNullable(regions.get(code));
    }

    @Override
    public List<Region> inside(RegionCode code, RegionCode.Level level) {
        return regions.values().stream()
                .filter(region -> code.contains(region.code()) && region.code().level() == level)
                .toList();
    }

    @Override
    public List<Region> path(RegionCode code) {
        return regions.values().stream()
                .filter(region -> region.code().contains(code))
                .sorted(Comparator.comparing(region -> region.code().level()))
                .toList();
    }
}
