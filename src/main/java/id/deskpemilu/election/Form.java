package id.deskpemilu.election;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a C.Hasil form asks for, as data: one definition serves the page, the API and the rules.
 *
 * @param key the name of the definition in {@code forms.yaml}
 * @param reservePermille how many ballots per 1,000 voters of the DPT are printed on top (20 or 25), rounded up per TPS
 * @param largestStation how many voters a TPS may have at most
 * @param sections the sections in the order of the paper
 * @param list what is asked of each party, where the votes are given to party lists; null where they are given to the
 *     choices themselves
 */
public record Form(
        String key,
        int reservePermille,
        int largestStation,
        List<Section> sections,
        @Nullable PartyList list) {

    /** The three boxes of the paper hold no larger figure. */
    public static final int LARGEST_FIGURE = 999;

    /** The beginning of the field codes of votes: {@code suara_1} is what paslon 1 got. */
    public static final String VOTE_PREFIX = "suara_";

    /** The place of a candidate in {@link #listField} that stands for the party: marked was the party alone. */
    public static final int PARTY_MARK = 0;

    private static final Pattern VOTE = Pattern.compile(VOTE_PREFIX + "(\\d{1,2})(?:_(\\d{1,2}))?");

    /** The sections that a form can have; the paslon's votes are not listed row by row, the ballot does that. */
    public enum SectionKey {
        VOTERS,
        TURNOUT,
        BALLOTS,
        DISABILITY,
        VOTES,
        TOTALS;

        /** Whether a contest may do without the section. */
        public boolean isOptional() {
            return this == BALLOTS || this == DISABILITY;
        }
    }

    /** What a row means to the rules, whatever the law calls it this time. */
    public enum Meaning {
        /** Voters in the DPT. */
        REGISTERED,
        /** Voted, from the DPT. */
        VOTED_LISTED,
        /** Voted, moved in from another TPS (Pemilu: DPTb, Pilkada: DPPh). */
        VOTED_MOVED,
        /** Voted, not on any list (Pemilu: DPK, Pilkada: DPTb). */
        VOTED_UNLISTED,
        /** All who voted. */
        VOTED_TOTAL,
        BALLOTS_RECEIVED,
        BALLOTS_USED,
        BALLOTS_SPOILED,
        BALLOTS_UNUSED,
        /** Voters with a disability who voted. */
        DISABLED,
        VALID,
        INVALID,
        CAST
    }

    /** The columns of a row that is counted by sex. */
    public enum Column {
        L,
        P,
        J;

        private String suffix() {
            return "_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A section.
     *
     * @param key which
     * @param number as printed, e.g. {@code I.B}
     * @param title as printed
     * @param rows its rows; none for the votes
     */
    public record Section(SectionKey key, String number, String title, List<Row> rows) {}

    /**
     * A row.
     *
     * @param code the field's code, or its beginning where the row has columns
     * @param meaning what it means
     * @param number as printed
     * @param label as printed
     * @param columns whether it is counted L, P and J
     */
    public record Row(String code, Meaning meaning, String number, String label, boolean columns) {

        /** The code of the field in the column. */
        public String field(Column column) {
            return code + column.suffix();
        }

        /** The code of the field that holds the row's total: the only one, or the column J. */
        public String total() {
            return columns ? field(Column.J) : code;
        }

        /** The codes of the row's fields in the order of the paper. */
        public List<String> fields() {
            return columns ? Stream.of(Column.values()).map(this::field).toList() : List.of(code);
        }
    }

    /**
     * What the paper asks of each party.
     *
     * @param mark the marks of the party alone, A.1
     * @param candidates the votes of each candidate, A.2
     * @param total the votes of party and candidates together, B
     */
    public record PartyList(Line mark, Line candidates, Line total) {}

    /**
     * A line that is printed once for each party.
     *
     * @param number as printed, e.g. {@code A.1}
     * @param label as printed
     */
    public record Line(String number, String label) {}

    /** The code of the field that holds a choice's votes; of a party with a list those of party and candidates together. */
    public static String voteField(int number) {
        return VOTE_PREFIX + number;
    }

    /**
     * The code of the field that holds the votes of a candidate on a party's list.
     *
     * @param candidate the number on the list, or {@link #PARTY_MARK} for the marks of the party alone
     */
    public static String listField(int party, int candidate) {
        return voteField(party) + "_" + candidate;
    }

    /** The ballot number of the choice that the field's votes belong to; empty if it is no field of votes. */
    public static OptionalInt choiceOf(String field) {
        Matcher vote = VOTE.matcher(field);
        return vote.matches() ? OptionalInt.of(Integer.parseInt(vote.group(1))) : OptionalInt.empty();
    }

    /** The place on the list of the field's party, {@link #PARTY_MARK} for the party; empty if it is no field of a list. */
    public static OptionalInt candidateOf(String field) {
        Matcher vote = VOTE.matcher(field);
        return vote.matches() && vote.group(2) != null
                ? OptionalInt.of(Integer.parseInt(vote.group(2)))
                : OptionalInt.empty();
    }

    /** Whether the votes are given to party lists. */
    public boolean hasLists() {
        return list != null;
    }

    /** The form without the sections that a contest leaves out. */
    public Form without(Set<SectionKey> leftOut) {
        return new Form(
                key,
                reservePermille,
                largestStation,
                sections.stream()
                        .filter(section -> !leftOut.contains(section.key()))
                        .toList(),
                list);
    }

    /** Every row, in the order of the paper. */
    public List<Row> rows() {
        return sections.stream().flatMap(section -> section.rows().stream()).toList();
    }

    /** The row of that meaning, if the form has it. */
    public Optional<Row> row(Meaning meaning) {
        return rows().stream().filter(row -> row.meaning() == meaning).findFirst();
    }

    /** The codes of every figure that must be given, the votes aside, with the row each belongs to. */
    public Map<String, Row> figures() {
        Map<String, Row> figures = new LinkedHashMap<>();
        rows().forEach(row -> row.fields().forEach(field -> figures.put(field, row)));
        return figures;
    }

    /** The section that the field stands in, if the form has such a field. */
    public @Nullable Section sectionOf(String field) {
        return sections.stream()
                .filter(section -> section.key() == SectionKey.VOTES
                        ? VOTE.matcher(field).matches()
                        : section.rows().stream().anyMatch(row -> row.fields().contains(field)))
                .findFirst()
                .orElse(null);
    }

    /** The sections that may be left out of this form. */
    public Set<SectionKey> optionalSections() {
        Set<SectionKey> optional = EnumSet.noneOf(SectionKey.class);
        sections.stream().map(Section::key).filter(SectionKey::isOptional).forEach(optional::add);
        return optional;
    }

    /** How many ballots the station got for that many voters: the DPT and the reserve, rounded up. */
    public int ballotsFor(int registered) {
        return registered + (registered * reservePermille + 999) / 1000;
    }
}
