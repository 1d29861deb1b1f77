package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.usecase.CheckBlind;
import id.deskpemilu.report.usecase.CloseReopening;
import id.deskpemilu.report.usecase.DecideCorrection;
import id.deskpemilu.report.usecase.DecideReopening;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RequestReopening;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The check beside the photo, what a supervisor settles, and opening an approved report again, in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/contests/{contest}/reports/{tps}")
@Tag(name = "review", description = "Baca buta, keputusan supervisor, buka kembali")
class ReviewApi {

    private final ReadReport readReport;
    private final CheckBlind checkBlind;
    private final DecideCorrection decideCorrection;
    private final RequestReopening requestReopening;
    private final DecideReopening decideReopening;
    private final CloseReopening closeReopening;

    ReviewApi(
            ReadReport readReport,
            CheckBlind checkBlind,
            DecideCorrection decideCorrection,
            RequestReopening requestReopening,
            DecideReopening decideReopening,
            CloseReopening closeReopening) {
        this.readReport = readReport;
        this.checkBlind = checkBlind;
        this.decideCorrection = decideCorrection;
        this.requestReopening = requestReopening;
        this.decideReopening = decideReopening;
        this.closeReopening = closeReopening;
    }

    /** The figures as read from the photo, by field: those that the report names under {@code blind.fields}. */
    record Keyed(
            @Nullable Map<String, Object> figures, @Nullable Integer version) {}

    /** Whether the figures asked for are right, and why. */
    record Decision(
            boolean upheld,
            @Nullable String reason,
            @Nullable Integer version) {}

    record ReopeningRequest(
            Reopening.Cause cause,
            @Nullable String reason,
            @Nullable Integer version) {}

    record ReopeningDecision(
            boolean granted,
            @Nullable String comment,
            @Nullable Integer version) {}

    /** The version of the report that was looked at; left out, it is not compared. */
    record Seen(@Nullable Integer version) {}

    @PostMapping("/blind-check")
    @Operation(summary = "Key the decisive figures from the photo; the answer shows the report and where it differs")
    ReportResource checkBlind(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody Keyed keyed) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        checkBlind.execute(actor, address, Objects.requireNonNullElse(keyed.figures(), Map.of()), keyed.version());
        return resource(actor, address);
    }

    @PostMapping("/corrections/{number}/decision")
    @Operation(summary = "Settle a correction that was disputed or not answered in time")
    ReportResource decide(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody Decision decision) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        decideCorrection.execute(
                actor,
                address,
                number,
                decision.upheld(),
                Objects.requireNonNullElse(decision.reason(), ""),
                decision.version());
        return resource(actor, address);
    }

    @PostMapping("/reopening")
    @Operation(summary = "Ask for an approved report to be opened again")
    ReportResource requestReopening(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody ReopeningRequest request) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        requestReopening.execute(
                actor,
                address,
                Objects.requireNonNullElse(request.cause(), Reopening.Cause.OTHER),
                Objects.requireNonNullElse(request.reason(), ""),
                request.version());
        return resource(actor, address);
    }

    @PostMapping("/reopening/decision")
    @Operation(summary = "Open it until the set hour, or leave it approved")
    ReportResource decideReopening(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody ReopeningDecision decision) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        decideReopening.execute(actor, address, decision.granted(), decision.comment(), decision.version());
        return resource(actor, address);
    }

    @PostMapping("/reopening/close")
    @Operation(summary = "Find that a reopened report was right")
    ReportResource closeReopening(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody(required = false) @Nullable Seen seen) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        closeReopening.execute(actor, address, seen == null ? null : seen.version());
        return resource(actor, address);
    }

    private ReportResource resource(Actor actor, ReportAddress address) {
        return ReportResource.of(readReport.execute(actor, address), actor);
    }
}
