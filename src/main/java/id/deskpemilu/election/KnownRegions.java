package id.deskpemilu.election;

import id.deskpemilu.identity.RegionTree;
import id.deskpemilu.shared.RegionCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the module of the people which regions there are. */
@Component
class KnownRegions implements RegionTree {

    private final Regions regions;

    KnownRegions(Regions regions) {
        this.regions = regions;
    }

    @Override
    public Optional<Named> find(RegionCode code) {
        return regions.find(code).map(region -> new Named(region.code(), region.name(), region.zone()));
    }

    @Override
    public List<Named> inside(RegionCode region, RegionCode.Level level) {
        return regions.inside(region, level).stream()
                .map(found -> new Named(found.code(), found.name(), found.zone()))
                .toList();
    }
}
