package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** How letters, their regions and their hours are called. */
@Component
class LetterNames {

    private static final DateTimeFormatter IN_FILES = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final Regions regions;
    private final ElectionClocks clocks;

    LetterNames(Regions regions, ElectionClocks clocks) {
        this.regions = regions;
        this.clocks = clocks;
    }

    String region(RegionCode code) {
        return regions.find(code).map(LetterNames::region).orElse(code.dotted());
    }

    static String region(Region region) {
        boolean plain = region.code().level() == RegionCode.Level.DISTRICT
                && !region.name().toLowerCase(java.util.Locale.ROOT).startsWith("kec");
        return plain ? "Kecamatan " + region.name() : region.name();
    }

    /** The hour of its data, as the clock of the election has it, in the zone of the region. */
    ZonedDateTime cutAt(Letter letter) {
        return letter.cutAt().atZone(zone(letter.region()).id());
    }

    /** What the clock of the election showed at that moment. */
    ZonedDateTime shown(Letter letter, Instant real) {
        return clocks.shown(letter.election().id(), real)
                .atZone(zone(letter.region()).id());
    }

    Zone zone(RegionCode code) {
        return regions.find(code).map(Region::zone).orElse(Zone.WIB);
    }

    /** The name of a file of the letter, e.g. {@code surat-3517-20241127-1800.pdf}. */
    String file(Letter letter, String suffix) {
        return "%s%s-%s-%s.%s"
                .formatted(
                        letter.status().isSigned() ? "" : "draf-",
                        letter.kind() == LetterKind.FLASH ? "laporan-kilat" : "surat",
                        letter.region().digits(),
                        IN_FILES.format(cutAt(letter)),
                        suffix);
    }

    static String address(Letter letter) {
        return "/letters/" + letter.id();
    }
}
