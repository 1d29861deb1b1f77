package id.deskpemilu.recap;

import id.deskpemilu.election.Choice;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.List;

/**
 * The votes of a party so far, candidate by candidate. The candidates of different dapil are different people and are never
 * added up.
 *
 * @param region the region
 * @param at when it was counted
 * @param party the party
 * @param dapil the dapil that have stations in the region, in the order of their codes
 */
public record PartyVotes(RegionCode region, Instant at, Choice party, List<Dapil> dapil) {

    /**
     * A dapil, as far as it lies in the region.
     *
     * @param code its code
     * @param name its name
     * @param all its stations in the region
     * @param reported those that have reported
     * @param approved those whose report was checked to the end
     * @param apart reports that are not counted here until two verifiers have looked
     * @param mark votes for the party alone (A.1)
     * @param candidates votes of each candidate (A.2), in the order of the list
     * @param total votes of party and candidates as the forms have them (B)
     */
    public record Dapil(
            String code,
            String name,
            int all,
            int reported,
            int approved,
            int apart,
            long mark,
            List<Candidate> candidates,
            long total) {}

    /** A candidate's votes. */
    public record Candidate(int number, String name, long votes) {}

    /** Stations of all its dapil. */
    public int all() {
        return dapil.stream().mapToInt(Dapil::all).sum();
    }

    /** Stations of all its dapil that have reported. */
    public int reported() {
        return dapil.stream().mapToInt(Dapil::reported).sum();
    }

    /** Stations of all its dapil that have reported and are not yet checked to the end. */
    public int unverified() {
        return reported() - dapil.stream().mapToInt(Dapil::approved).sum();
    }
}
