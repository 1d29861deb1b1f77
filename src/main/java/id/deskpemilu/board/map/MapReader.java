package id.deskpemilu.board.map;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a map of a file: reads it, finds out whose map it is, and thins its outlines. */
@Component
public class MapReader {

    private static final int MOST_LISTED = 10;
    private static final int LONGEST_NAME = 120;

    private final Maps maps;
    private final Clock clock;

    MapReader(Maps maps, Clock clock) {
        this.maps = maps;
        this.clock = clock;
    }

    /**
     * The map that the file holds: of the kecamatan of one kabupaten, or of the desa of one kecamatan.
     *
     * @param file the file's name
     * @param content its bytes
     * @throws Refusal what {@link GeoJson#read} refuses, {@code MAP_MIXED}, {@code MAP_UNKNOWN_CODES}
     */
    public RegionMap read(String file, byte[] content, String username) {
        Map<RegionCode, List<GeoJson.Line>> lines = GeoJson.read(content);
        RegionCode region = parent(List.copyOf(lines.keySet()));
        List<String> known = maps.known(lines.keySet());
        List<String> unknown = lines.keySet().stream()
                .filter(code -> !known.contains(code.digits()))
                .map(RegionCode::dotted)
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("MAP_UNKNOWN_CODES", unknown.size(), listed(unknown));
        }
        Outlines outlines = Outlines.of(lines);
        List<RegionMap.Shape> shapes = outlines.shapes();
        if (shapes.isEmpty()) {
            throw Refusal.invalid("MAP_NO_POLYGONS");
        }
        return new RegionMap(
                region,
                outlines.height(),
                shapes,
                file.length() > LONGEST_NAME ? file.substring(0, LONGEST_NAME) : file,
                username,
                clock.instant());
    }

    /** The region that all the codes lie directly below. */
    private static RegionCode parent(List<RegionCode> codes) {
        List<String> parents = codes.stream()
                .map(MapReader::above)
                .distinct()
                .map(RegionCode::dotted)
                .toList();
        if (parents.size() > 1) {
            throw Refusal.invalid("MAP_MIXED", listed(parents));
        }
        return RegionCode.of(parents.get(0));
    }

    private static RegionCode above(RegionCode code) {
        return code.at(code.level() == RegionCode.Level.VILLAGE ? RegionCode.Level.DISTRICT : RegionCode.Level.REGENCY);
    }

    private static String listed(List<String> all) {
        List<String> some = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_LISTED)));
        if (all.size() > some.size()) {
            some.add("…");
        }
        return String.join(", ", some);
    }
}
