package id.deskpemilu.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.usecase.OpenRound;
import id.deskpemilu.report.usecase.ReadRounds;
import id.deskpemilu.report.usecase.ReadStationRounds;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RoundOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rounds in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/contests/{contest}")
@Tag(name = "rounds", description = "Putaran: PSU, PSS, PSL, penghitungan ulang")
class RoundApi {

    private final OpenRound openRound;
    private final ReadRounds readRounds;
    private final ReadStationRounds readStationRounds;

    RoundApi(OpenRound openRound, ReadRounds readRounds, ReadStationRounds readStationRounds) {
        this.openRound = openRound;
        this.readRounds = readRounds;
        this.readStationRounds = readStationRounds;
    }

    /** A choice of the ballot. */
    record NewChoice(@Nullable Integer number, @Nullable String name) {}

    /** What was ordered; {@code ballot} only if it changed. */
    record NewRound(
            @Nullable RoundKind kind,
            @Nullable LocalDate heldOn,
            @Nullable String reason,
            @Nullable List<String> stations,
            @Nullable List<String> regions,
            @Nullable List<NewChoice> ballot) {

        RoundOrder toOrder() {
            return new RoundOrder(
                    kind,
                    heldOn,
                    Objects.requireNonNullElse(reason, ""),
                    Objects.requireNonNullElse(stations, List.of()),
                    Objects.requireNonNullElse(regions, List.of()),
                    Objects.requireNonNullElse(ballot, List.<NewChoice>of()).stream()
                            .map(choice -> Choice.of(
                                    Objects.requireNonNullElse(choice.number(), 0),
                                    Objects.requireNonNullElse(choice.name(), "")
                                            .strip()))
                            .toList());
        }
    }

    /** A round and how far it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoundResource(
            int round,
            RoundKind kind,
            LocalDate heldOn,
            String reason,
            @Nullable String openedBy,
            @Nullable Instant openedAt,
            boolean finished,
            int ballotOf,
            List<Choice> ballot,
            int stations,
            int cases,
            int reported,
            int superseded) {

        static RoundResource of(ReadRounds.Item item) {
            Round round = item.round();
            return new RoundResource(
                    round.number(),
                    round.kind(),
                    round.heldOn(),
                    round.reason(),
                    round.openedBy(),
                    round.openedAt(),
                    round.finished(),
                    round.ballot(),
                    item.ballot(),
                    item.stations(),
                    item.cases(),
                    item.reported(),
                    item.superseded());
        }
    }

    /** The report of a station in one round. */
    record StationRound(
            int round, RoundKind kind, LocalDate heldOn, String reason, ReportStatus status, boolean current) {

        static StationRound of(ReadStationRounds.Item item) {
            Round round = item.round();
            return new StationRound(
                    round.number(), round.kind(), round.heldOn(), round.reason(), item.status(), item.current());
        }
    }

    @PostMapping("/rounds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open a round for named TPS; interrupted, do it again")
    OpenRound.Progress open(
            Actor actor, @PathVariable String election, @PathVariable String contest, @RequestBody NewRound round) {
        return openRound.execute(actor, election, contest, round.toOrder());
    }

    @GetMapping("/rounds")
    @Operation(summary = "The rounds of the contest")
    List<RoundResource> all(Actor actor, @PathVariable String election, @PathVariable String contest) {
        return readRounds.execute(actor, election, contest).stream()
                .map(RoundResource::of)
                .toList();
    }

    @GetMapping("/reports/{tps}/rounds")
    @Operation(summary = "The rounds in which the TPS reports, and which of its reports counts")
    List<StationRound> ofStation(
            Actor actor, @PathVariable String election, @PathVariable String contest, @PathVariable String tps) {
        return readStationRounds.execute(actor, ReportAddress.of(election, contest, tps)).stream()
                .map(StationRound::of)
                .toList();
    }
}
