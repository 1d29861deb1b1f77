package id.deskpemilu.board;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Round;
import id.deskpemilu.escalation.EveningWatch;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the board shows of an election in a region, read in one moment. It is the same for all who may see the
 * region. No name or number of a person is in it.
 *
 * @param version changes when anything of it changes that is not the time; short, safe in headers and addresses
 * @param at when it was read, real time
 * @param shown what the clock of the election showed then
 * @param election the election
 * @param region the region
 * @param contests the contests that are held there, in the order of the count; without those that are only prepared
 * @param chase the desa to chase first: those with the most at stake
 * @param watch the next stage, escalations under way, silent desa
 * @param mismatch what the last recount found wrong in the sums; null if it found nothing
 */
public record Board(
        String version,
        Instant at,
        Instant shown,
        OfElection election,
        Place region,
        List<OfContest> contests,
        List<Chase> chase,
        EveningWatch.Watch watch,
        @Nullable Mismatch mismatch) {

    /**
     * The election.
     *
     * @param rehearsal whether it is one, with a clock that may differ from the real one
     */
    public record OfElection(long id, String code, String name, boolean rehearsal) {}

    /**
     * A region.
     *
     * @param zone its time zone
     */
    public record Place(RegionCode code, String name, Zone zone) {}

    /**
     * A contest in the region.
     *
     * @param id its key
     * @param type its type, with the slug for addresses
     * @param state whether reports are taken
     * @param ballot the ballot on which the votes shown were given: the newest; the number of its round
     * @param ballots all ballots of the contest, the first one first; more than one if a round was held with another
     * @param choices what that ballot has, in its order; the votes stand in {@code count.votes} by number
     * @param count stations, votes, voters and findings of the region; {@code reported + missing = all}
     * @param parts the regions one level down with stations of the contest, in the order of their codes; empty for a desa.
     *     Their votes by choice are left out, see {@link Recap#progress}
     * @param stations the stations of a desa; empty above it
     * @param arrivals when the reports came
     * @param oldest the report that has waited longest for a verifier
     * @param outlook whether the order can still change in this region
     */
    public record OfContest(
            long id,
            ContestType type,
            Contest.State state,
            int ballot,
            List<Round> ballots,
            List<Choice> choices,
            Progress.Count count,
            List<Progress.Part> parts,
            List<Recap.StationStatus> stations,
            Arrivals arrivals,
            @Nullable Waiting oldest,
            Outlook outlook) {}

    /**
     * How the reports came in, and how they were meant to.
     *
     * @param points how many stations had reported at the end of each five minutes in which one did, by the clock of the
     *     election, the earliest first
     * @param plan the hours of the plan, the earliest first, in the same time
     */
    public record Arrivals(List<Arrived> points, List<Planned> plan) {

        /** The plan's share at the hour, in per cent; on the line between its points. */
        public double planned(Instant shown) {
            Planned before = null;
            for (Planned point : plan) {
                if (point.at().isAfter(shown)) {
                    if (before == null) {
                        return 0;
                    }
                    double way = (double) (shown.toEpochMilli() - before.at().toEpochMilli())
                            / (point.at().toEpochMilli() - before.at().toEpochMilli());
                    return before.percent() + way * (point.percent() - before.percent());
                }
                before = point;
            }
            return before == null ? 0 : before.percent();
        }
    }

    /**
     * A point of the line of arrivals.
     *
     * @param at the end of the five minutes, by the clock of the election
     * @param reported stations that have reported until then
     */
    public record Arrived(Instant at, int reported) {}

    /**
     * A point of the plan.
     *
     * @param at the hour, by the clock of the election
     * @param percent how many stations of a hundred were to have reported by then
     */
    public record Planned(Instant at, double percent) {}

    /**
     * A report that waits for a verifier.
     *
     * @param station its station
     * @param since when it was sent, real time
     * @param shownSince the same by the clock of the election
     */
    public record Waiting(StationCode station, Instant since, Instant shownSince) {}

    /**
     * A desa to chase.
     *
     * @param village its code
     * @param name its name
     * @param district its kecamatan's code
     * @param districtName its kecamatan's name
     * @param stake votes outstanding at most, each contest's times its weight, see {@link ChaseOrder}
     * @param contests the contests in which stations are missing
     */
    public record Chase(
            RegionCode village,
            String name,
            RegionCode district,
            String districtName,
            double stake,
            List<Owed> contests) {}

    /**
     * What a desa owes in a contest.
     *
     * @param type the contest's type
     * @param missing stations that have not reported
     * @param votes votes that they can have at most
     * @param weight what the contest weighs, 0.1 to 1
     */
    public record Owed(ContestType type, int missing, long votes, double weight) {}

    /**
     * A recount from the reports did not give what the board adds up.
     *
     * @param at when, real time
     * @param sums how many sums were wrong
     */
    public record Mismatch(Instant at, int sums) {}

    /** Everything but the time: two boards with the same content are not worth an event. */
    record Content(
            OfElection election,
            Place region,
            List<OfContest> contests,
            List<Chase> chase,
            EveningWatch.Watch watch,
            @Nullable Mismatch mismatch) {}

    Content content() {
        return new Content(election, region, contests, chase, watch, mismatch);
    }

    Board versioned(String name) {
        return new Board(name, at, shown, election, region, contests, chase, watch, mismatch);
    }
}
