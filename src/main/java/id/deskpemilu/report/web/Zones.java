package id.deskpemilu.report.web;

import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The local time of a station. */
@Component
class Zones {

    private final Regions regions;

    Zones(Regions regions) {
        this.regions = regions;
    }

    /** The zone in which the station lies. */
    ZoneId of(StationCode station) {
        return regions.find(station.village())
                .map(Region::zone)
                .orElse(Zone.WIB)
                .id();
    }
}
