package id.deskpemilu.report;

import id.deskpemilu.election.Form;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The decisive figures as a verifier read them from the photo without seeing the operator's.
 *
 * @param revision the revision they were compared with
 * @param verifier who keyed them
 * @param at when
 * @param keyed the figures by field
 * @param differing the fields that differ from the revision
 */
@Embeddable
public record BlindCheck(
        int revision,
        String verifier,
        @Column(name = "at") Instant at,
        @JdbcTypeCode(SqlTypes.JSON) Map<String, Integer> keyed,
        @JdbcTypeCode(SqlTypes.JSON) List<String> differing) {

    /** Whether verifier and operator read the same. */
    public boolean agrees() {
        return differing.isEmpty();
    }

    /** The fields that a blind check compares: the votes of every choice, valid and invalid votes. */
    public static SortedSet<String> fields(Form form, Tally tally) {
        SortedSet<String> fields = new TreeSet<>();
        tally.votes().keySet().forEach(number -> fields.add(Form.voteField(number)));
        form.row(Form.Meaning.VALID).ifPresent(row -> fields.add(row.total()));
        form.row(Form.Meaning.INVALID).ifPresent(row -> fields.add(row.total()));
        return fields;
    }

    static BlindCheck of(int revision, Tally tally, Map<String, Integer> keyed, String verifier, Instant at) {
        List<String> differing = keyed.entrySet().stream()
                .filter(entry -> tally.get(entry.getKey()) != entry.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new BlindCheck(revision, verifier, at, Map.copyOf(keyed), differing);
    }
}
