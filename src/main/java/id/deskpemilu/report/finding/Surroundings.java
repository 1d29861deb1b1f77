package id.deskpemilu.report.finding;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.Tally;
import id.deskpemilu.shared.StationCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knows around a form.
 *
 * @param contest the contest of the form
 * @param special whether the station is a TPS lokasi khusus, whose voters are not those of the desa
 * @param dptL men in the DPT by the master list, null if not known
 * @param dptP women in the DPT by the master list, null if not known
 * @param siblings the reports in force of the same station in other contests of the election
 * @param neighbours the reports in force of the same contest at the desa's other stations
 */
public record Surroundings(
        ContestType contest,
        boolean special,
        @Nullable Integer dptL,
        @Nullable Integer dptP,
        List<Sibling> siblings,
        List<Neighbour> neighbours) {

    public Surroundings {
        siblings = List.copyOf(siblings);
        neighbours = List.copyOf(neighbours);
    }

    /** A station of which nothing else is known. */
    public static Surroundings none(ContestType contest) {
        return new Surroundings(contest, false, null, null, List.of(), List.of());
    }

    /**
     * The same station's report in another contest.
     *
     * @param tally at least its rows of sections I.A and I.B
     */
    public record Sibling(ContestType contest, Tally tally) {}

    /**
     * The same contest's report of another station of the desa.
     *
     * @param tally at least its votes, the totals of section V, the DPT and all who voted
     */
    public record Neighbour(StationCode station, Tally tally) {}
}
