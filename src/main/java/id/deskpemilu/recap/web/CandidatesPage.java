package id.deskpemilu.recap.web;

import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import java.util.List;

/**
 * The votes of a party so far, candidate by candidate, in each dapil of the region.
 *
 * @param region name of the region shown
 * @param regionCode its digits
 * @param election code of the election
 * @param contest slug of the contest
 * @param crumbs the way back to the board
 * @param parties all parties of the ballot, by number
 * @param number the party's number
 * @param party its name
 * @param dapil each with its own list
 */
public record CandidatesPage(
        String region,
        String regionCode,
        String election,
        String contest,
        List<Crumb> crumbs,
        List<Choice> parties,
        int number,
        String party,
        List<Dapil> dapil,
        Coverage coverage) {

    /**
     * A dapil, as far as it lies in the region.
     *
     * @param apart reports that are not counted until two verifiers have looked
     * @param mark votes for the party alone (A.1)
     * @param total votes of party and candidates (B)
     */
    public record Dapil(
            String code, String name, int reported, int all, int apart, long mark, List<Row> rows, long total) {}

    /** A candidate. */
    public record Row(int number, String name, long votes) {}
}
