package id.deskpemilu.election.imports;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Region;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the desk has already of all that the files name.
 *
 * @param now the moment of the import
 * @param regions the regions, with all they lie in
 * @param stations the stations of the election
 * @param contests the contests of the election
 * @param lists dapil and candidates of the types of contest that vote on party lists; other types are no keys of it
 * @param foreignAreas those of the ballots' areas about which the administrator may not decide
 * @param accounts the people
 * @param assignments all their assignments, ended ones too
 * @param contacts the contacts of the regions that the file of contacts names
 */
record Present(
        Instant now,
        Map<RegionCode, Region> regions,
        Map<StationCode, Dpt> stations,
        Map<ContestType, Ballot> contests,
        Map<ContestType, Lists> lists,
        Set<RegionCode> foreignAreas,
        Map<String, Account> accounts,
        List<Assignment> assignments,
        Map<RegionCode, List<Contact>> contacts) {

    /** The voters of a station, as far as they are known. */
    record Dpt(@Nullable Integer l, @Nullable Integer p) {}

    /** A contest as it is. */
    record Ballot(RegionCode area, Contest.State state, List<Choice> choices) {}

    /**
     * The party lists of a contest as they are.
     *
     * @param dapil the names of the dapil by code
     * @param villages the dapil of each desa
     * @param candidates the names of the candidates of each dapil
     */
    record Lists(
            Map<String, String> dapil,
            Map<RegionCode, String> villages,
            Map<String, SortedMap<Place, String>> candidates) {

        /** No dapil and no candidates. */
        static final Lists NONE = new Lists(Map.of(), Map.of(), Map.of());
    }

    /** A place on a party's list. */
    record Place(int party, int number) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return party != other.party ? Integer.compare(party, other.party) : Integer.compare(number, other.number);
        }
    }

    /** An election that has nothing yet. */
    static Present nothing(Instant now) {
        return new Present(now, Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), List.of(), Map.of());
    }
}
