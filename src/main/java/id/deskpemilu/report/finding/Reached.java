package id.deskpemilu.report.finding;

import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.Section;
import id.deskpemilu.election.Form.SectionKey;
import id.deskpemilu.report.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parts of a form are filled in to the end, so that they can be judged.
 *
 * @param fields the figures of the finished sections, the votes aside
 * @param votes the votes of all choices if every one is there, else none
 * @param lists per party whose figures are all there: the votes for the party alone and for each candidate
 */
record Reached(Set<String> fields, List<String> votes, SortedMap<Integer, List<String>> lists) {

    private static final Pattern OF_A_LIST = Pattern.compile(Form.VOTE_PREFIX + "(\\d+)_(\\d+)");

    /** The figures that a tally has; its votes are taken to be all of them. */
    static Reached of(Form form, Tally tally) {
        List<String> ballot = new ArrayList<>();
        tally.votes().keySet().forEach(number -> ballot.add(Form.voteField(number)));
        tally.figures().keySet().stream()
                .filter(field -> OF_A_LIST.matcher(field).matches())
                .forEach(ballot::add);
        return of(form, ballot, tally);
    }

    /**
     * The figures that a tally has so far.
     *
     * @param ballot the fields of all choices, parties and candidates that the form asks for
     */
    static Reached of(Form form, Collection<String> ballot, Tally tally) {
        Set<String> given = tally.fields().keySet();
        Set<String> fields = new HashSet<>();
        for (Section section : form.sections()) {
            List<String> asked = section.rows().stream()
                    .flatMap(row -> row.fields().stream())
                    .toList();
            if (section.key() != SectionKey.VOTES && given.containsAll(asked)) {
                fields.addAll(asked);
            }
        }
        SortedMap<Integer, List<String>> lists = new TreeMap<>();
        List<String> votes = new ArrayList<>();
        for (String field : ballot) {
            Matcher listed = OF_A_LIST.matcher(field);
            if (listed.matches()) {
                lists.computeIfAbsent(Integer.valueOf(listed.group(1)), party -> new ArrayList<>())
                        .add(field);
            } else {
                votes.add(field);
            }
        }
        lists.entrySet()
                .removeIf(
                        list -> !given.containsAll(list.getValue()) || !given.contains(Form.voteField(list.getKey())));
        lists.values().forEach(list -> list.sort(Comparator.comparingInt(Reached::lastNumber)));
        votes.sort(Comparator.comparingInt(Reached::lastNumber));
        boolean all = form.sections().stream().anyMatch(section -> section.key() == SectionKey.VOTES)
                && given.containsAll(ballot);
        return new Reached(fields, all ? List.copyOf(votes) : List.of(), lists);
    }

    private static int lastNumber(String field) {
        return Integer.parseInt(field.substring(field.lastIndexOf('_') + 1));
    }
}
