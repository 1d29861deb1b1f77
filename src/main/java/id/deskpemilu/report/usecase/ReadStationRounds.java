package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Reports;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.List;

/** Lists the reports of a station, one for each round in which it reports. */
@UseCase(readOnly = true)
public class ReadStationRounds {

    private final Contests contests;
    private final Reports reports;
    private final Rounds rounds;

    ReadStationRounds(Contests contests, Reports reports, Rounds rounds) {
        this.contests = contests;
        this.reports = reports;
        this.rounds = rounds;
    }

    /**
     * The report of the station in one round.
     *
     * @param round the round
     * @param status how far the report has come; a superseded one stays where it was
     * @param current whether it is the one that counts
     */
    public record Item(Round round, ReportStatus status, boolean current) {}

    /**
     * The reports, the first round first.
     *
     * @throws Refusal {@code REPORT_UNKNOWN}, {@code REGION_FOREIGN}
     */
    public List<Item> execute(Actor reader, ReportAddress address) {
        reader.requireSight(address.station());
        Contest contest = contests.get(address.election(), address.contest());
        reports.get(contest.id(), address.station(), null);
        List<Report> all = reports.all(contest.id(), address.station());
        return rounds.of(contest, address.station()).stream()
                .flatMap(round -> all.stream()
                        .filter(report -> report.round() == round.number())
                        .map(report -> new Item(round, report.status(), report.isCurrent())))
                .toList();
    }
}
