package id.deskpemilu.recap;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Who has reported, and the votes so far. Missing is what is left of all when the reported are taken away: the two never
 * disagree.
 *
 * @param region the region
 * @param at when it was counted
 * @param whole the region as a whole
 * @param parts the regions one level down, in the order of their codes; empty for a desa
 */
public record Progress(RegionCode region, Instant at, Count whole, List<Part> parts) {

    /**
     * A region one level down.
     *
     * @param code its code
     * @param name its name
     * @param count its count
     */
    public record Part(RegionCode code, String name, Count count) {}

    /**
     * A count of stations and votes.
     *
     * @param all stations of the contest
     * @param reported stations that have reported
     * @param approved stations whose report was checked to the end
     * @param corrections stations whose report is being corrected
     * @param asWritten reports approved as the form has them though a rule that must hold is broken
     * @param votes votes on the ballot of the reports that count, by number, without those held apart
     * @param valid valid votes, likewise
     * @param invalid invalid votes, likewise
     * @param apart reports with more votes than the station can have ballots, not yet checked by two
     * @param apartVotes the votes of those, cast in all
     */
    public record Count(
            int all,
            int reported,
            int approved,
            int corrections,
            int asWritten,
            Map<Integer, Long> votes,
            long valid,
            long invalid,
            int apart,
            long apartVotes) {

        /** Stations that have not reported. */
        public int missing() {
            return all - reported;
        }

        /** Stations that have reported and are not yet checked to the end. */
        public int unverified() {
            return reported - approved;
        }
    }
}
