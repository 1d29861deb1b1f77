package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.ReportProcess.Verdict;
import id.deskpemilu.report.Review;
import id.deskpemilu.report.evidence.Photos;
import id.deskpemilu.shared.UseCase;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the operator of the desa to confirm other figures. */
@UseCase
public class RequestCorrection {

    private final ReportsInHand reports;
    private final Figures figures;
    private final ReportProcess process;
    private final Review review;
    private final Photos photos;

    RequestCorrection(ReportsInHand reports, Figures figures, ReportProcess process, Review review, Photos photos) {
        this.reports = reports;
        this.figures = figures;
        this.process = process;
        this.review = review;
        this.photos = photos;
    }

    /**
     * Asks.
     *
     * @param changes the new figures by field, as numbers or text
     * @param spot where on a photo they can be read, if the verifier says so
     * @param version the version that the verifier saw, or null
     * @throws id.deskpemilu.shared.Refusal {@code PHOTO_UNKNOWN} if the spot lies on no photo of the report, and those of
     *     {@link Report#requestCorrection}
     */
    public Report execute(
            Actor verifier,
            ReportAddress address,
            Map<String, ?> changes,
            String reason,
            Correction.@Nullable Spot spot,
            @Nullable Integer version) {
        Report report = reports.take(verifier, Role.VERIFIER, address, version);
        report.require(Action.REQUEST_CORRECTION, verifier);
        if (spot != null) {
            photos.get(report.id(), spot.photo());
        }
        Instant answerBy = review.answerBy();
        report.requestCorrection(
                verifier,
                figures.readChanges(
                        report.contest(),
                        report.round(),
                        report.station(),
                        report.current().tally(),
                        changes),
                reason,
                spot,
                answerBy,
                reports.now());
        reports.put(report);
        process.judged(report.id(), Verdict.CORRECTION, answerBy);
        return report;
    }
}
