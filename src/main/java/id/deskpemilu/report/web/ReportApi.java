package id.deskpemilu.report.web;

import id.deskpemilu.election.Contests;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.ReportList;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.usecase.AnswerCorrection;
import id.deskpemilu.report.usecase.ApplyCorrection;
import id.deskpemilu.report.usecase.ApproveReport;
import id.deskpemilu.report.usecase.ClaimReport;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.report.usecase.ReleaseReport;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RequestCorrection;
import id.deskpemilu.report.usecase.SubmitReport;
import id.deskpemilu.shared.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/contests/{contest}/reports")
@Tag(name = "reports", description = "Laporan TPS: kirim sekali, periksa, koreksi, setujui")
class ReportApi {

    private final Contests contests;
    private final ReportList list;
    private final ReadReport readReport;
    private final SubmitReport submitReport;
    private final ClaimReport claimReport;
    private final ReleaseReport releaseReport;
    private final ApproveReport approveReport;
    private final RequestCorrection requestCorrection;
    private final AnswerCorrection answerCorrection;
    private final ApplyCorrection applyCorrection;

    ReportApi(
            Contests contests,
            ReportList list,
            ReadReport readReport,
            SubmitReport submitReport,
            ClaimReport claimReport,
            ReleaseReport releaseReport,
            ApproveReport approveReport,
            RequestCorrection requestCorrection,
            AnswerCorrection answerCorrection,
            ApplyCorrection applyCorrection) {
        this.contests = contests;
        this.list = list;
        this.readReport = readReport;
        this.submitReport = submitReport;
        this.claimReport = claimReport;
        this.releaseReport = releaseReport;
        this.approveReport = approveReport;
        this.requestCorrection = requestCorrection;
        this.answerCorrection = answerCorrection;
        this.applyCorrection = applyCorrection;
    }

    /**
     * The figures of a form; see the field codes in {@code src/docs/rules.md}.
     *
     * @param onBehalf needed from a coordinator or supervisor, who sends them in the place of the operator
     */
    record Submission(
            @Nullable Map<String, Object> figures,
            @Nullable Map<String, Object> votes,
            boolean confirmed,
            @Nullable Map<String, String> explanations,
            @Nullable Substitution onBehalf) {

        SubmitReport.Command toCommand() {
            return new SubmitReport.Command(
                    Objects.requireNonNullElse(figures, Map.of()),
                    Objects.requireNonNullElse(votes, Map.of()),
                    confirmed,
                    Objects.requireNonNullElse(explanations, Map.of()),
                    onBehalf == null ? null : Objects.requireNonNullElse(onBehalf.reason(), ""));
        }
    }

    /** Why somebody else sends the figures than the operator. */
    record Substitution(@Nullable String reason) {}

    /** Why a report is taken from the colleague who holds it. */
    record TakeOver(@Nullable String reason) {}

    /** The version of the report that was looked at; left out, it is not compared. */
    record Seen(@Nullable Integer version) {}

    record CorrectionRequest(
            @Nullable Map<String, Object> changes,
            @Nullable String reason,
            Correction.@Nullable Spot spot,
            @Nullable Integer version) {}

    /**
     * What the operator says: {@code answer}, or shorter {@code confirmed}, where false means disputed; nothing at all
     * means confirmed.
     */
    record Answer(
            Correction.@Nullable Answer answer,
            @Nullable Boolean confirmed,
            @Nullable String comment,
            @Nullable Integer version) {

        Correction.Answer given() {
            if (answer != null) {
                return answer;
            }
            return Boolean.FALSE.equals(confirmed) ? Correction.Answer.DISPUTED : Correction.Answer.CONFIRMED;
        }
    }

    @GetMapping
    @Operation(summary = "Reports of the contest that I may see")
    ReportList.Page find(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @RequestParam(required = false) @Nullable ReportStatus state,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String finding,
            @RequestParam(defaultValue = "0") int page) {
        return list.find(
                actor,
                contests.get(election, contest),
                state,
                region == null || region.isBlank() ? null : RegionCode.of(region),
                finding,
                page);
    }

    @GetMapping("/{tps}")
    @Operation(summary = "Figures, revisions, findings, history, allowed actions")
    ReportResource read(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round) {
        return ReportResource.of(readReport.execute(actor, ReportAddress.of(election, contest, tps, round)), actor);
    }

    @PostMapping("/{tps}/submission")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Send once; the same key and body again gives the same receipt")
    SubmitReport.Receipt submit(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Submission submission) {
        return submitReport.execute(
                actor, ReportAddress.of(election, contest, tps, round), key == null ? "" : key, submission.toCommand());
    }

    @PostMapping("/{tps}/claim")
    @Operation(summary = "Take in hand; with a reason, take over from the colleague who holds it")
    ReportResource claim(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody(required = false) @Nullable TakeOver takeOver) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        claimReport.execute(actor, address, takeOver == null ? null : takeOver.reason());
        return ReportResource.of(readReport.execute(actor, address), actor);
    }

    @DeleteMapping("/{tps}/claim")
    @Operation(summary = "Put back into the inbox")
    ReportResource release(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        releaseReport.execute(actor, address);
        return ReportResource.of(readReport.execute(actor, address), actor);
    }

    @PostMapping("/{tps}/approval")
    @Operation(summary = "Agree with the figures in force")
    ReportResource approve(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody(required = false) @Nullable Seen seen) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        approveReport.execute(actor, address, seen == null ? null : seen.version());
        return ReportResource.of(readReport.execute(actor, address), actor);
    }

    @PostMapping("/{tps}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask the operator to confirm other figures")
    ReportResource request(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody CorrectionRequest request) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        requestCorrection.execute(
                actor,
                address,
                Objects.requireNonNullElse(request.changes(), Map.of()),
                Objects.requireNonNullElse(request.reason(), ""),
                request.spot(),
                request.version());
        return ReportResource.of(readReport.execute(actor, address), actor);
    }

    @PostMapping("/{tps}/corrections/{number}/confirmation")
    @Operation(summary = "Say whether the form has the figures asked for: CONFIRMED, AS_WRITTEN or DISPUTED")
    ReportResource answer(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody(required = false) @Nullable Answer answer) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        Answer given = answer == null ? new Answer(null, null, null, null) : answer;
        answerCorrection.execute(actor, address, number, given.given(), given.comment(), given.version());
        return ReportResource.of(readReport.execute(actor, address), actor);
    }

    @PostMapping("/{tps}/corrections/{number}/application")
    @Operation(summary = "Put exactly what was confirmed into force")
    ReportResource apply(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestBody(required = false) @Nullable Seen seen) {
        ReportAddress address = ReportAddress.of(election, contest, tps, round);
        applyCorrection.execute(actor, address, number, seen == null ? null : seen.version());
        return ReportResource.of(readReport.execute(actor, address), actor);
    }
}
