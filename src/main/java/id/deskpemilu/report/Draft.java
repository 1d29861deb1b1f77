package id.deskpemilu.report;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.shared.Refusal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one operator has typed for a report and not sent. It keeps the texts as they are, wrong ones too: the paper is judged
 * when it is read back, not while it is copied. A draft is never counted and seen by nobody else.
 *
 * @param report the report it is for
 * @param username whose it is
 * @param key names the attempt to send it, from the first box to the receipt
 * @param figures the texts of the boxes that are not empty, by field code, votes as {@code suara_n}
 * @param explanations the reasons by finding code, and by {@link #ON_BEHALF}
 * @param boxes how many boxes the form has
 * @param savedAt when it was last saved
 */
public record Draft(
        ReportId report,
        String username,
        String key,
        SortedMap<String, String> figures,
        SortedMap<String, String> explanations,
        int boxes,
        Instant savedAt) {

    /** More than any figure has; less than anybody could misuse. */
    private static final int LONGEST_TEXT = 20;

    private static final int LONGEST_EXPLANATION = 1000;
    private static final int LONGEST_KEY = 100;

    /** Stands among the reasons for why somebody else fills the form than the operator. */
    public static final String ON_BEHALF = "ON_BEHALF";

    private static final Set<String> CODES = Stream.concat(
                    EnumSet.allOf(FindingCode.class).stream().map(Enum::name), Stream.of(ON_BEHALF))
            .collect(Collectors.toUnmodifiableSet());

    public Draft {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        explanations = Collections.unmodifiableSortedMap(new TreeMap<>(explanations));
    }

    /**
     * A draft in which nothing was typed yet.
     *
     * @param key the name of the attempt that the form was opened with; one that cannot be is replaced
     */
    public static Draft begun(ReportId report, Actor operator, @Nullable String key, Instant now) {
        boolean usable = key != null && !key.isBlank() && key.length() <= LONGEST_KEY && isPlain(key);
        return new Draft(
                report,
                operator.username(),
                usable ? key : UUID.randomUUID().toString(),
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                now);
    }

    /**
     * The draft with what was typed since. What is not named stays, what is named and empty goes.
     *
     * @param typed the texts by field code
     * @param reasons the reasons by finding code
     * @param fields the boxes that the form has
     * @throws Refusal {@code DRAFT_INVALID} if a name or a text can be none of this form
     */
    public Draft with(Map<String, String> typed, Map<String, String> reasons, Set<String> fields, Instant now) {
        typed.forEach((field, text) -> require(field, fields.contains(field) && isText(text)));
        reasons.forEach((code, text) -> require(code, CODES.contains(code) && isReason(text)));
        return new Draft(
                report, username, key, merged(figures, typed), merged(explanations, reasons), fields.size(), now);
    }

    /** Whether a draft keeps such a text of a box. */
    public static boolean isText(@Nullable String text) {
        return text == null || text.length() <= LONGEST_TEXT && isPlain(text);
    }

    /** Whether a draft keeps such a reason. */
    public static boolean isReason(@Nullable String text) {
        return text == null || text.length() <= LONGEST_EXPLANATION && isPlain(text.replaceAll("[\r\n\t]", ""));
    }

    /** Whether it can have a reason: a finding of that code, or {@link #ON_BEHALF}. */
    public static boolean isCode(String code) {
        return CODES.contains(code);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return figures.isEmpty() && explanations.isEmpty();
    }

    /** How many boxes are filled. */
    public int filled() {
        return figures.size();
    }

    private static void require(String name, boolean possible) {
        if (!possible) {
            throw Refusal.invalid("DRAFT_INVALID", name.substring(0, Math.min(name.length(), LONGEST_TEXT)))
                    .with("field", name);
        }
    }

    private static SortedMap<String, String> merged(Map<String, String> old, Map<String, String> changes) {
        SortedMap<String, String> merged = new TreeMap<>(old);
        changes.forEach((name, text) ->
                merged.put(name, Objects.requireNonNullElse(text, "").strip()));
        merged.values().removeIf(String::isEmpty);
        return merged;
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
