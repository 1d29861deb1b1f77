package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.BlindCheck;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.shared.UseCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the decisive figures as a verifier read them from the photo, and compares them with the operator's. */
@UseCase
public class CheckBlind {

    private final ReportsInHand reports;
    private final Figures figures;

    CheckBlind(ReportsInHand reports, Figures figures) {
        this.reports = reports;
        this.figures = figures;
    }

    /**
     * Compares.
     *
     * @param keyed the figures by field, as numbers or text: every field of {@link BlindCheck#fields}, no other
     * @param version the version that the verifier saw, or null
     */
    public BlindCheck execute(Actor verifier, ReportAddress address, Map<String, ?> keyed, @Nullable Integer version) {
        Report report = reports.take(verifier, Role.VERIFIER, address, version);
        report.require(Action.CHECK_BLIND, verifier);
        BlindCheck check = report.checkBlind(verifier, figures.readBlind(report, keyed), reports.now());
        reports.put(report);
        return check;
    }
}
