package id.deskpemilu.report;

import id.deskpemilu.election.Form;
import jakarta.persistence.Embeddable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The figures of one form as the paper has them.
 *
 * @param figures every figure but the votes, by field code
 * @param votes the votes by ballot number
 */
@Embeddable
public record Tally(
        @JdbcTypeCode(SqlTypes.JSON) Map<String, Integer> figures,
        @JdbcTypeCode(SqlTypes.JSON) Map<Integer, Integer> votes) {

    public Tally {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
    }

    /**
     * The figure in a field, votes included.
     *
     * @throws IllegalArgumentException if the tally has no such field
     */
    public int get(String field) {
        Integer value = field.startsWith(Form.VOTE_PREFIX) && !figures.containsKey(field)
                ? votes.get(Integer.valueOf(field.substring(Form.VOTE_PREFIX.length())))
                : figures.get(field);
        if (value == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return value;
    }

    /** Every field with its figure, votes included under {@code suara_n}. */
    public SortedMap<String, Integer> fields() {
        SortedMap<String, Integer> fields = new TreeMap<>(figures);
        votes.forEach((number, count) -> fields.put(Form.voteField(number), count));
        return fields;
    }

    /** The tally with other figures in some fields; fields are not added. */
    public Tally with(Map<String, Integer> changes) {
        Map<String, Integer> newFigures = new TreeMap<>(figures);
        Map<Integer, Integer> newVotes = new TreeMap<>(votes);
        newFigures.replaceAll((field, old) -> changes.getOrDefault(field, old));
        newVotes.replaceAll((number, old) -> changes.getOrDefault(Form.voteField(number), old));
        return new Tally(newFigures, newVotes);
    }

    /** The sum of the votes of all choices. */
    public int sumOfVotes() {
        return votes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
