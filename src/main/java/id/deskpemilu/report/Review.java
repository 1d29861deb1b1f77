package id.deskpemilu.report;

import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is laid down for the review of reports: who reads blind, how long an operator is waited for, when a reopening ends. */
@Component
public class Review {

    private static final int WHOLE_SAMPLE = 100;

    private final BlindCheckPolicy policy;
    private final ReviewSettings settings;
    private final Regions regions;
    private final Clock clock;

    Review(BlindCheckPolicy policy, ReviewSettings settings, Regions regions, Clock clock) {
        this.policy = policy;
        this.settings = settings;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Whether a verifier keys the decisive figures of the report's next revision before seeing them.
     *
     * @param findings what the rules say of that revision
     */
    public boolean blind(Report report, List<Finding> findings) {
        String contest = report.contest().type().slug();
        return policy.requires(contest, findings, report.revision() + 1, sample(contest, report.station()));
    }

    /** The place of a TPS in the sample: spread evenly, and always the same, so that nobody can choose it. */
    static int sample(String contest, StationCode station) {
        return Math.floorMod(Sha256.of(contest + "/" + station.digits()).hashCode(), WHOLE_SAMPLE);
    }

    /** Until when the operator is waited for who is asked now. */
    public Instant answerBy() {
        return clock.instant().plus(settings.answerWithin());
    }

    /** When a report of the station closes by itself that is opened again now: at the next set hour of the place. */
    public Instant reopeningEnds(StationCode station) {
        Zone zone = regions.find(station.village()).map(Region::zone).orElse(Zone.WIB);
        ZonedDateTime now = clock.instant().atZone(zone.id());
        ZonedDateTime hour = now.with(settings.reopeningClosesAt());
        return (hour.isAfter(now) ? hour : hour.plusDays(1)).toInstant();
    }
}
