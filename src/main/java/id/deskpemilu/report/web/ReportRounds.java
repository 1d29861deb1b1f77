package id.deskpemilu.report.web;

import id.deskpemilu.report.Report;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.shared.web.Round;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rounds in which a station reports, on the page of one of its reports.
 *
 * @param items all of them, the first one first
 * @param superseded why the report that is shown does not count; null if it does
 */
public record ReportRounds(List<Item> items, @Nullable Superseded superseded) {

    /**
     * A round of the station.
     *
     * @param href the report in it
     * @param counts whether that report is the one that counts
     * @param here whether it is the one that is shown
     */
    public record Item(Round round, String href, boolean counts, boolean here) {}

    /**
     * What took the place of the report that is shown.
     *
     * @param here the round of that report
     * @param by the round that took its place
     * @param at when, in the zone of the region
     * @param reason why that round was ordered
     * @param href the report that counts
     */
    public record Superseded(Round here, Round by, ZonedDateTime at, String reason, String href) {}

    /** The rounds of the station; null if it reports in one only. */
    static @Nullable ReportRounds of(ReadReport.Dossier dossier, String base, ZoneId zone) {
        List<id.deskpemilu.election.Round> rounds = dossier.rounds();
        if (rounds.size() == 1) {
            return null;
        }
        Report report = dossier.report();
        int last = rounds.get(rounds.size() - 1).number();
        List<Item> items = rounds.stream()
                .map(round -> new Item(
                        RoundLabel.of(round),
                        round.number() == last ? base : base + "?round=" + round.number(),
                        round.number() == last,
                        round.number() == report.round()))
                .toList();
        if (report.isCurrent()) {
            return new ReportRounds(items, null);
        }
        id.deskpemilu.election.Round by = rounds.stream()
                .filter(round -> round.number() > report.round())
                .findFirst()
                .orElseThrow();
        return new ReportRounds(
                items,
                new Superseded(
                        RoundLabel.of(dossier.round()),
                        RoundLabel.of(by),
                        Objects.requireNonNull(by.openedAt()).atZone(zone),
                        by.reason(),
                        base));
    }
}
