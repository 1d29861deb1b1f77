package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Station;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.evidence.Evidence;
import id.deskpemilu.report.evidence.PhotoSettings;
import id.deskpemilu.report.evidence.Photos;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import org.hibernate.Hibernate;

/** Reads the photos of a report. */
@UseCase(readOnly = true)
public class ReadPhotos {

    private final Contests contests;
    private final Reports reports;
    private final Stations stations;
    private final Photos photos;
    private final PhotoSettings settings;

    ReadPhotos(Contests contests, Reports reports, Stations stations, Photos photos, PhotoSettings settings) {
        this.contests = contests;
        this.reports = reports;
        this.stations = stations;
        this.photos = photos;
        this.settings = settings;
    }

    /** A report and its photos. */
    public record Album(Report report, Contest contest, Station station, Evidence evidence) {}

    /**
     * Reads them.
     *
     * @throws Refusal {@code REPORT_UNKNOWN}, {@code REGION_FOREIGN}
     */
    public Album execute(Actor reader, ReportAddress address) {
        reader.requireSight(address.station());
        Contest contest = contests.get(address.election(), address.contest());
        Report report = reports.get(contest.id(), address.station());
        Hibernate.initialize(report.contest());
        Station station = stations.find(contest.election().id(), address.station())
                .orElseThrow(() ->
                        Refusal.notFound("REPORT_UNKNOWN", address.station().digits()));
        return new Album(
                report,
                contest,
                station,
                new Evidence(report.id(), photos.of(report.id()), settings.pages(contest.type())));
    }
}
