package id.deskpemilu.recap;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
     * @param voters voters and the lists that they stand on
     * @param findings what the rules say of the reports
     * @param open votes that can still come or change
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
            long apartVotes,
            Voters voters,
            Findings findings,
            Open open) {

        /** Nothing at all. */
        public static final Count NOTHING =
                new Count(0, 0, 0, 0, 0, Map.of(), 0, 0, 0, 0, Voters.NONE, Findings.NONE, Open.NOTHING);

        public Count {
            votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
        }

        /** Stations that have not reported. */
        public int missing() {
            return all - reported;
        }

        /** Stations that have reported and are not yet checked to the end. */
        public int unverified() {
            return reported - approved;
        }
    }

    /**
     * Voters.
     *
     * @param dpt voters in the DPT of all stations, as far as it is known
     * @param unknown stations whose DPT is not known
     * @param dptReported voters in the DPT of the stations that have reported, as far as it is known
     * @param registered voters in the DPT as the forms of the reports that count have it, without those held apart
     * @param voted voters who voted, likewise
     */
    public record Voters(long dpt, int unknown, long dptReported, long registered, long voted) {

        static final Voters NONE = new Voters(0, 0, 0, 0, 0);

        /** Voters in the DPT of the stations that have not reported, as far as it is known. */
        public long dptOutstanding() {
            return dpt - dptReported;
        }

        /** Who voted, in per cent of the DPT of their forms; null while no form is in. */
        public @Nullable Double turnout() {
            return registered == 0 ? null : 100.0 * voted / registered;
        }
    }

    /**
     * What the rules say of the reports in force.
     *
     * @param any reports with any finding
     * @param inconsistent reports that break a rule that must hold (H…)
     * @param byCode reports by the code of the finding; one with two codes stands under both
     */
    public record Findings(int any, int inconsistent, SortedMap<String, Integer> byCode) {

        static final Findings NONE = new Findings(0, 0, Collections.emptySortedMap());

        public Findings {
            byCode = Collections.unmodifiableSortedMap(new TreeMap<>(byCode));
        }
    }

    /**
     * Votes that can still come or change: those of stations that have not reported, and those of reports that are held apart,
     * disputed, being corrected or opened again. A station has at most as many votes as ballots: its DPT and the reserve of
     * the form (the numbers of rules S1 and S2); where the DPT is not known or the station is a TPS lokasi khusus, as many as
     * the largest station that the law allows; and never fewer than its form has.
     *
     * @param missing votes that stations without a report can have at most
     * @param held votes that the other stations can have at most
     * @param unknown how much of the two comes from stations whose DPT is not known or says nothing
     * @param unknownStations how many stations that are
     * @param heldReports how many reports are held apart, disputed, being corrected or opened again
     * @param heldVotes the votes of those that {@link Count#votes} has though they can change, by number
     */
    public record Open(
            long missing,
            long held,
            long unknown,
            int unknownStations,
            int heldReports,
            SortedMap<Integer, Long> heldVotes) {

        static final Open NOTHING = new Open(0, 0, 0, 0, 0, Collections.emptySortedMap());

        public Open {
            heldVotes = Collections.unmodifiableSortedMap(new TreeMap<>(heldVotes));
        }

        /** All votes that can still come or change, at most. */
        public long atMost() {
            return missing + held;
        }
    }
}
