package id.deskpemilu.election;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The forms that this program knows, read from {@code forms.yaml}.
 *
 * @param contests which form a type of contest is counted on, by the type's slug
 * @param forms the definitions by key
 */
@ConfigurationProperties("desk-forms")
public record Forms(Map<String, String> contests, Map<String, Definition> forms) {

    /** A form as written in the file. */
    public record Definition(
            int reservePermille, int largestStation, List<Form.Section> sections, Form.@Nullable PartyList list) {}

    /** The form of a contest, without the sections that it leaves out. */
    public Form of(Contest contest) {
        return whole(contest.type()).without(contest.leftOut());
    }

    /** The form of a type of contest with all its sections. */
    public Form whole(ContestType type) {
        String key = Objects.requireNonNull(contests.get(type.slug()), "no form for " + type);
        Definition definition = Objects.requireNonNull(forms.get(key), "no form " + key);
        return new Form(
                key,
                definition.reservePermille(),
                definition.largestStation(),
                definition.sections().stream()
                        .map(section -> section.rows() == null
                                ? new Form.Section(section.key(), section.number(), section.title(), List.of())
                                : section)
                        .toList(),
                definition.list());
    }
}
