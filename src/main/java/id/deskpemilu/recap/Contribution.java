package id.deskpemilu.recap;

import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.Meaning;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Tally;
import id.deskpemilu.shared.StationCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a report adds to the sums of its desa and of every region above, by measure; nothing where it adds zero. */
final class Contribution {

    private static final Set<ReportStatus> BEING_CORRECTED =
            EnumSet.of(ReportStatus.CORRECTION_REQUESTED, ReportStatus.DISPUTED, ReportStatus.CORRECTION_CONFIRMED);

    private final SortedMap<String, Long> amounts = new TreeMap<>();

    private Contribution() {}

    /**
     * The contribution of a report as it is now.
     *
     * @param form the contest's form
     * @param dpt the voters in the DPT of its station; null if that is not known
     * @param arrived in which five minutes it came; null if it was not sent
     */
    static SortedMap<String, Long> of(Report report, Form form, @Nullable Integer dpt, @Nullable Long arrived) {
        Contribution contribution = new Contribution();
        if (report.isCurrent()) {
            contribution.count(report, form, dpt);
            if (arrived != null && report.status().isReported()) {
                contribution.add(Measure.ARRIVED + arrived, 1);
            }
        }
        return contribution.amounts;
    }

    /** How many votes the station can have at most; a TPS lokasi khusus has no DPT of its own that says so. */
    static int most(Form form, StationCode station, @Nullable Integer dpt) {
        return isUnknown(station, dpt)
                ? form.ballotsFor(Math.max(form.largestStation(), dpt == null ? 0 : dpt))
                : form.ballotsFor(dpt);
    }

    @org.jspecify.annotations.NullUnmarked
    private static boolean isUnknown(StationCode station, Integer dpt) {
        return dpt == null || station.isSpecial();
    }

    private void count(Report report, Form form, @Nullable Integer dpt) {
        add(Measure.CASES, 1);
        if (report.round() > 1) {
            add(Measure.ROUND + report.round(), 1);
        }
        long most = most(form, report.station(), dpt);
        boolean unknown = isUnknown(report.station(), dpt);
        if (!report.status().isReported()) {
            add(Measure.AWAITED, 1);
            add(Measure.OUT_VOTES, most);
            add(Measure.UNKNOWN, unknown ? 1 : 0);
            add(Measure.UNKNOWN_MOST, unknown ? most : 0);
            return;
        }
        Tally tally = report.current().tally();
        ReportStatus status = report.status();
        boolean approved = status == ReportStatus.APPROVED;
        boolean apart = report.needsSecondLook() && !approved && status != ReportStatus.REOPENED;
        boolean held = apart || BEING_CORRECTED.contains(status) || status == ReportStatus.REOPENED;
        add(Measure.REPORTED, 1);
        add(Measure.APPROVED, approved ? 1 : 0);
        add(Measure.CORRECTIONS, BEING_CORRECTED.contains(status) ? 1 : 0);
        add(Measure.AS_WRITTEN, approved && report.isInconsistent() ? 1 : 0);
        add(Measure.DPT_REPORTED, dpt == null ? 0 : dpt);
        add(Measure.FINDINGS, report.findingCodes().isEmpty() ? 0 : 1);
        add(Measure.INCONSISTENT, report.isInconsistent() ? 1 : 0);
        report.findingCodes().forEach(code -> add(Measure.FINDING + code, 1));
        long cast = total(form, tally, Meaning.CAST);
        if (apart) {
            add(Measure.APART, 1);
            add(Measure.APART_VOTES, cast);
        } else {
            add(Measure.COUNTED, 1);
            add(Measure.VALID, total(form, tally, Meaning.VALID));
            add(Measure.INVALID, total(form, tally, Meaning.INVALID));
            add(Measure.REGISTERED, total(form, tally, Meaning.REGISTERED));
            add(Measure.VOTED, total(form, tally, Meaning.VOTED_TOTAL));
            tally.votes().forEach((number, votes) -> add(Measure.VOTES + number, votes));
        }
        if (held) {
            long heldMost = Math.max(most, Math.max(cast, tally.sumOfVotes()));
            add(Measure.HELD, 1);
            add(Measure.HELD_MOST, heldMost);
            add(Measure.UNKNOWN, unknown ? 1 : 0);
            add(Measure.UNKNOWN_MOST, unknown ? heldMost : 0);
            if (!apart) {
                tally.votes().forEach((number, votes) -> add(Measure.HELD_VOTES + number, votes));
            }
        }
    }

    private static long total(Form form, Tally tally, Meaning meaning) {
        return form.row(meaning)
                .map(row -> tally.figures().getOrDefault(row.total(), 0))
                .orElse(0);
    }

    private void add(String measure, long amount) {
        if (amount != 0) {
            amounts.put(measure, amount);
        }
    }
}
