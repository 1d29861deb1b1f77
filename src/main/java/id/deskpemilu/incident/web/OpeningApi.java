package id.deskpemilu.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.usecase.OpenStations;
import id.deskpemilu.incident.usecase.ReadOpenings;
import id.deskpemilu.incident.usecase.TakeBackOpening;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which stations have opened, in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/openings")
@Tag(name = "incidents", description = "Kejadian dan TPS yang sudah buka")
class OpeningApi {

    private final ReadOpenings readOpenings;
    private final OpenStations openStations;
    private final TakeBackOpening takeBackOpening;

    OpeningApi(ReadOpenings readOpenings, OpenStations openStations, TakeBackOpening takeBackOpening) {
        this.readOpenings = readOpenings;
        this.openStations = openStations;
        this.takeBackOpening = takeBackOpening;
    }

    /**
     * How far a region is.
     *
     * @param parts the regions below with stations; empty for a desa
     * @param tps the stations of a desa
     */
    record OpeningsResource(
            String region, String name, int opened, int stations, List<PartResource> parts, List<TpsResource> tps) {}

    record PartResource(String region, String name, int opened, int stations) {}

    /**
     * A station.
     *
     * @param openedAt by the clock of the election; missing if it is not known to have opened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TpsResource(String code, @Nullable Instant openedAt) {}

    /**
     * Which stations have opened when.
     *
     * @param hour on the day of the election, by the clock of the place, e.g. 07:00; that if it is missing
     */
    record Opened(@Nullable List<String> tps, @Nullable String hour) {}

    /** How many of the stations were not known to have opened. */
    record OpenedResource(int opened) {}

    @GetMapping
    @Operation(summary = "How many stations of a region have opened; of a desa, which")
    OpeningsResource read(Actor actor, @PathVariable String election, @RequestParam String region) {
        RegionCode code = IncidentView.region(region);
        if (code == null) {
            throw Refusal.notFound("REGION_UNKNOWN", region);
        }
        ReadOpenings.Whole whole = readOpenings.execute(actor, election, code);
        return new OpeningsResource(
                code.digits(),
                whole.region().name(),
                whole.opened(),
                whole.stations(),
                whole.parts().stream()
                        .map(part ->
                                new PartResource(part.code().digits(), part.name(), part.opened(), part.stations()))
                        .toList(),
                whole.lines().stream()
                        .map(line -> new TpsResource(line.code().digits(), line.at()))
                        .toList());
    }

    @PostMapping
    @Operation(summary = "Say that stations have opened; those of which it is known keep their hour")
    OpenedResource open(Actor actor, @PathVariable String election, @RequestBody Opened opened) {
        List<StationCode> codes = opened.tps() == null
                ? List.of()
                : opened.tps().stream().map(OpeningApi::code).toList();
        return new OpenedResource(openStations.execute(actor, election, codes, OpeningPages.hour(opened.hour())));
    }

    @DeleteMapping("/{tps}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back that a station has opened")
    void takeBack(Actor actor, @PathVariable String election, @PathVariable String tps) {
        takeBackOpening.execute(actor, election, code(tps));
    }

    private static StationCode code(String text) {
        if (!StationCode.isValid(text)) {
            throw Refusal.notFound("STATION_UNKNOWN", text);
        }
        return StationCode.of(text);
    }
}
