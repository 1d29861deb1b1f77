package id.deskpemilu.election;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the voters of one desa can mark. Where they vote on party lists, the choices are the parties, and each party has its
 * list in the desa's dapil, which may be empty.
 *
 * @param choices paslon, candidates of the DPD or parties, in the order of their numbers
 * @param lists the candidates of each party, by its number; empty where there are no party lists
 */
public record Ballot(List<Choice> choices, SortedMap<Integer, List<Candidate>> lists) {

    public Ballot {
        choices = List.copyOf(choices);
        SortedMap<Integer, List<Candidate>> copy = new TreeMap<>();
        lists.forEach((party, list) -> copy.put(party, List.copyOf(list)));
        lists = Collections.unmodifiableSortedMap(copy);
    }

    /** A ballot on which the choices themselves are marked. */
    public static Ballot of(List<Choice> choices) {
        return new Ballot(choices, new TreeMap<>());
    }

    /** Whether the choices are parties with lists. */
    public boolean hasLists() {
        return !lists.isEmpty();
    }

    /** The candidates of the party; none if it has no list. */
    public List<Candidate> list(int party) {
        return lists.getOrDefault(party, List.of());
    }

    /** The fields of a party's list in the order of the paper: the mark for the party alone, then its candidates. */
    public List<String> listFields(int party) {
        return lists.containsKey(party)
                ? IntStream.concat(
                                IntStream.of(Form.PARTY_MARK),
                                list(party).stream().mapToInt(Candidate::number))
                        .mapToObj(number -> Form.listField(party, number))
                        .toList()
                : List.of();
    }

    /** The fields of all lists in the order of the paper; the votes of the choices themselves are not among them. */
    public List<String> listFields() {
        return lists.keySet().stream()
                .flatMap(party -> listFields(party).stream())
                .toList();
    }

    /** The fields of the votes of the choices, {@code suara_n}, in the order of the paper. */
    public List<String> voteFields() {
        return choices.stream().map(choice -> Form.voteField(choice.number())).toList();
    }

    /** Every field that the ballot makes, in the order of the paper. */
    public List<String> fields() {
        return choices.stream()
                .flatMap(choice ->
                        Stream.concat(listFields(choice.number()).stream(), Stream.of(Form.voteField(choice.number()))))
                .toList();
    }
}
