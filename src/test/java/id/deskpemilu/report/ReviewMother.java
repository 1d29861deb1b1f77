package id.deskpemilu.report;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.report.finding.Surroundings;
import id.deskpemilu.shared.StationCode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;

/** What judges reports, without a database behind it. */
public final class ReviewMother {

    private ReviewMother() {}

    /** Reads and judges figures of stations of which nothing else is known. */
    public static Figures figures(Rounds rounds, SeverityPolicy policy) {
        return new Figures(
                FormMother.forms(), BallotMother.ballots(FormMother.forms(), rounds), policy, new NoNeighbours());
    }

    /** Operators are waited for 45 minutes; what was reopened closes at 23.59. */
    public static Review review(BlindCheckPolicy policy, Regions regions, Clock clock) {
        return new Review(policy, new ReviewSettings(Duration.ofMinutes(45), LocalTime.of(23, 59)), regions, clock);
    }

    public static ReportLog log(AuditLog log) {
        return new ReportLog(log);
    }

    private static final class NoNeighbours extends Neighbourhood {

        NoNeighbours() {
            super(null, null, null, null);
        }

        @Override
        Surroundings of(Contest contest, StationCode station) {
            return Surroundings.none(contest.type());
        }
    }
}
