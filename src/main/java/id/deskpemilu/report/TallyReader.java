package id.deskpemilu.report;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.Form;
import id.deskpemilu.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads figures as a person or a program sends them and refuses what a form cannot hold: each figure is a whole number
 * from 0 to {@value Form#LARGEST_FIGURE}, all of the form's fields and of the ballot's are there and no others.
 */
public final class TallyReader {

    /** Longer texts are not even tried: the time to read a number grows with the square of its length. */
    private static final int LONGEST_NUMBER = 20;

    /**
     * What is wrong with one field.
     *
     * @param field the field's code
     * @param code {@code FIGURE_MISSING}, {@code FIGURE_NOT_A_NUMBER}, {@code FIGURE_OUT_OF_RANGE} or {@code FIELD_UNKNOWN}
     */
    public record FieldError(String field, String code) {}

    private final Form form;
    private final Ballot ballot;

    public TallyReader(Form form, Ballot ballot) {
        this.form = form;
        this.ballot = ballot;
    }

    /**
     * Reads a whole form.
     *
     * @param figures the figures by field code, those of party lists among them; the values are numbers or their text
     * @param votes the votes by ballot number
     * @throws Refusal {@code FIGURES_INVALID} with every error in the detail {@code errors}
     */
    public Tally read(Map<String, ?> figures, Map<String, ?> votes) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>(form.figures().keySet());
        fields.addAll(ballot.listFields());
        SortedMap<String, Integer> read = figures(fields, figures, errors, "");
        List<String> numbers = ballot.choices().stream()
                .map(choice -> String.valueOf(choice.number()))
                .toList();
        SortedMap<String, Integer> readVotes = figures(numbers, votes, errors, Form.VOTE_PREFIX);
        refuse(errors);
        SortedMap<Integer, Integer> byNumber = new TreeMap<>();
        readVotes.forEach((number, count) -> byNumber.put(Integer.valueOf(number), count));
        return new Tally(read, byNumber);
    }

    /**
     * Reads other figures for some fields of a tally.
     *
     * @param changes the new figures by field code, {@code suara_n} for votes, {@code suara_n_c} for those on a list
     * @throws Refusal {@code FIGURES_INVALID}
     */
    public SortedMap<String, Integer> readChanges(Tally tally, Map<String, ?> changes) {
        List<FieldError> errors = new ArrayList<>();
        SortedMap<String, Integer> read = new TreeMap<>();
        SortedMap<String, Integer> fields = tally.fields();
        changes.forEach((field, value) -> {
            if (fields.containsKey(field)) {
                read(field, value, errors, read, field);
            } else {
                errors.add(new FieldError(field, "FIELD_UNKNOWN"));
            }
        });
        refuse(errors);
        return read;
    }

    /**
     * Reads figures for some fields, all of them and no others.
     *
     * @param wanted the field codes, {@code suara_n} for votes
     * @throws Refusal {@code FIGURES_INVALID}
     */
    public SortedMap<String, Integer> readExactly(Collection<String> wanted, Map<String, ?> given) {
        List<FieldError> errors = new ArrayList<>();
        SortedMap<String, Integer> read = figures(wanted, given, errors, "");
        refuse(errors);
        return read;
    }

    private static SortedMap<String, Integer> figures(
            Collection<String> wanted, Map<String, ?> given, List<FieldError> errors, String prefix) {
        SortedMap<String, Integer> read = new TreeMap<>();
        wanted.forEach(key -> read(key, given.get(key), errors, read, prefix + key));
        given.keySet().stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> errors.add(new FieldError(prefix + key, "FIELD_UNKNOWN")));
        return read;
    }

    private static void read(
            String key,
            @Nullable Object value,
            List<FieldError> errors,
            SortedMap<String, Integer> read,
            String field) {
        String text = value == null ? "" : value.toString().strip();
        if (text.isEmpty()) {
            errors.add(new FieldError(field, "FIGURE_MISSING"));
            return;
        }
        if (text.length() > LONGEST_NUMBER) {
            errors.add(new FieldError(field, "FIGURE_NOT_A_NUMBER"));
            return;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(Form.LARGEST_FIGURE)) > 0) {
                errors.add(new FieldError(field, "FIGURE_OUT_OF_RANGE"));
            } else {
                read.put(key, number.intValueExact());
            }
        } catch (ArithmeticException | NumberFormatException e) {
            errors.add(new FieldError(field, "FIGURE_NOT_A_NUMBER"));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.invalid("FIGURES_INVALID", errors.size()).with("errors", List.copyOf(errors));
        }
    }
}
