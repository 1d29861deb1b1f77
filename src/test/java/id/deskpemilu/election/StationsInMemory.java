package id.deskpemilu.election;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stations of every election, without a database. */
public final class StationsInMemory extends Stations {

    private final List<Station> stations = new ArrayList<>();

    public StationsInMemory(StationCode... codes) {
        super(null);
        for (StationCode code : codes) {
            stations.add(new Station(code, "Desa " + code.village().digits(), "Kecamatan", null, null));
        }
        stations.sort(Comparator.comparing(Station::code));
    }

    @Override
    public Optional<Station> find(long electionId, StationCode code) {
        return stations.stream().filter(station -> station.code().equals(code)).findFirst();
    }

    @Override
    public List<Station> in(long electionId, Collection<RegionCode> regions) {
        return stations.stream().filter(station -> lies(station, regions)).toList();
    }

    @Override
    public int count(long electionId, RegionCode region) {
        return in(electionId, List.of(region)).size();
    }

    @Override
    public int count(long electionId) {
        return stations.size();
    }

    @Override
    public boolean anyOutside(long electionId, RegionCode area, Collection<RegionCode> regions) {
        return in(electionId, List.of(area)).stream().anyMatch(station -> !lies(station, regions));
    }

    @Override
    public boolean anyOutside(long electionId, Collection<RegionCode> regions) {
        return stations.stream().anyMatch(station -> !lies(station, regions));
    }

    @Override
    public boolean anyIn(long electionId, Collection<RegionCode> regions) {
        return stations.stream().anyMatch(station -> lies(station, regions));
    }

    private static boolean lies(Station station, Collection<RegionCode> regions) {
        return regions.stream().anyMatch(region -> region.contains(station.code()));
    }
}
