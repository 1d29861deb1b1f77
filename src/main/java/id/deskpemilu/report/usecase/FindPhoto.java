package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.Photos;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.UUID;

/** Finds one photo for somebody who may see it. */
@UseCase(readOnly = true)
public class FindPhoto {

    private final Contests contests;
    private final Reports reports;
    private final Photos photos;

    FindPhoto(Contests contests, Reports reports, Photos photos) {
        this.contests = contests;
        this.reports = reports;
        this.photos = photos;
    }

    /**
     * Finds it.
     *
     * @throws Refusal {@code REPORT_UNKNOWN}, {@code REGION_FOREIGN}, {@code PHOTO_UNKNOWN}
     */
    public Photo execute(Actor reader, ReportAddress address, UUID id) {
        reader.requireSight(address.station());
        Contest contest = contests.get(address.election(), address.contest());
        return photos.get(reports.get(contest.id(), address.station()).id(), id);
    }
}
