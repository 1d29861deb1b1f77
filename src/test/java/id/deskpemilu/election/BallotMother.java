package id.deskpemilu.election;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Invented ballots for tests. */
public final class BallotMother {

    private static final int LONGEST_LIST = 12;

    private BallotMother() {}

    /** The eighteen parties of a ballot outside Aceh, numbered 1 to 17 and 24. */
    public static List<Choice> parties() {
        return IntStream.concat(IntStream.rangeClosed(1, 17), IntStream.of(24))
                .mapToObj(number -> Choice.of(number, "Partai Uji " + number))
                .toList();
    }

    /** The ballots of contests that vote on no lists, by their rounds. */
    public static Ballots ballots(Forms forms, Rounds rounds) {
        return new Ballots(forms, rounds, null);
    }

    /** Candidates that are marked themselves, as for the DPD. */
    public static List<Choice> candidates(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(n -> Choice.of(n, "Calon DPD " + n))
                .toList();
    }

    /** The parties with their lists in a dapil: of no candidate up to twelve; other numbers in each dapil. */
    public static Ballot lists(int dapil) {
        SortedMap<Integer, List<Candidate>> lists = new TreeMap<>();
        int n = 0;
        for (Choice party : parties()) {
            int length = (n++ * 5 + dapil) % (LONGEST_LIST + 1);
            lists.put(
                    party.number(),
                    IntStream.rangeClosed(1, length)
                            .mapToObj(number ->
                                    new Candidate(number, "Calon " + dapil + "." + party.number() + "." + number))
                            .toList());
        }
        return new Ballot(parties(), lists);
    }
}
