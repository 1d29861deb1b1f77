package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form that follows the paper, whole or one step of it. POST {@code <base>/entry} keeps the draft and leads on.
 *
 * @param contest slug, such as {@code bupati}
 * @param base address of the report, without a slash at the end
 * @param idempotencyKey made when the form is first opened, kept until the receipt
 * @param draftKey name under which this browser keeps what the desk has not got yet: report and person
 * @param savedAt when the desk last kept what was typed, in the zone of the region; null if nothing is kept
 * @param sections the sections to fill here
 * @param steps where this is in a form of party lists; null for a form on one page
 * @param onBehalf whether somebody else fills it than the operator of the desa
 */
public record EntryPage(
        Station station,
        String contest,
        String election,
        String base,
        String idempotencyKey,
        String draftKey,
        @Nullable ZonedDateTime savedAt,
        List<Section> sections,
        @Nullable Steps steps,
        boolean onBehalf) {

    /** What is wrong, in the order of the paper. */
    public List<Problem> errors() {
        List<Problem> problems = new ArrayList<>();
        for (Section section : sections) {
            for (Section.Row row : section.rows()) {
                for (Section.Cell cell : row.cells()) {
                    if (cell.error() != null) {
                        String where = (section.number() + "." + row.number() + " " + cell.column()).strip();
                        problems.add(new Problem(cell.field(), where, cell.error()));
                    }
                }
            }
        }
        return problems;
    }

    /** How many boxes must be mended, here and in other steps. */
    public int wrong() {
        return errors().size()
                + (steps == null
                        ? 0
                        : steps.wrong().stream().mapToInt(Step::errors).sum());
    }

    /** The address of this page. */
    public String here() {
        return base + "/entry" + (steps == null ? "" : "?step=" + steps.current());
    }

    /** When the desk last kept what was typed, in milliseconds since 1970; 0 if it has nothing. */
    public long savedMillis() {
        return savedAt == null ? 0 : savedAt.toInstant().toEpochMilli();
    }

    /**
     * One box that must be mended.
     *
     * @param where its place on the paper, such as "I.B.1 P"
     * @param error what is wrong, in the reader's language
     */
    public record Problem(String field, String where, String error) {}

    /**
     * The steps of a form of party lists: what stands before the lists, each party, what stands after them.
     *
     * @param current the step that is shown, from 1
     * @param all every step
     * @param known the votes of the parties (B) that are not on this page, by field, as far as they are figures
     * @param valid the valid votes (V.A), if they are known already and not on this page
     * @param zeroed boxes that were just filled with 0 in one go
     * @param checking whether what is missing is shown too, since the operator wanted to read back
     */
    public record Steps(
            int current,
            List<Step> all,
            Map<String, Integer> known,
            @Nullable Integer valid,
            List<String> zeroed,
            boolean checking) {

        /** The step that is shown. */
        public Step step() {
            return all.get(current - 1);
        }

        /** Whether there is a step after this one. */
        public boolean hasNext() {
            return current < all.size();
        }

        /** The step after this one. */
        public Step next() {
            return all.get(current);
        }

        /** The step before this one; not asked of the first. */
        public Step previous() {
            return all.get(current - 2);
        }

        /** How many parties there are. */
        public long parties() {
            return all.stream().filter(Step::ofParty).count();
        }

        /** Which of the parties this is, from 1. */
        public long party() {
            return all.stream().limit(current).filter(Step::ofParty).count();
        }

        /** The other steps in which something must be mended. */
        public List<Step> wrong() {
            return all.stream()
                    .filter(step -> step.number() != current && step.errors() > 0)
                    .toList();
        }

        /** How many boxes of the form are filled. */
        public int filled() {
            return all.stream().mapToInt(Step::filled).sum();
        }

        /** How many boxes the form has. */
        public int boxes() {
            return all.stream().mapToInt(Step::boxes).sum();
        }

        /** How much of the form is filled, in percent. */
        public double percent() {
            return boxes() == 0 ? 0 : 100.0 * filled() / boxes();
        }

        /** The votes of the parties on the other pages, for the script: {@code suara_1=12 suara_2=0}. */
        public String knownText() {
            return known.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(" "));
        }

        /** The votes of all parties so far. */
        public int votes(List<Section> here) {
            return known.values().stream().mapToInt(Integer::intValue).sum()
                    + here.stream()
                            .map(Section::total)
                            .filter(Objects::nonNull)
                            .map(Section.Cell::figure)
                            .filter(Objects::nonNull)
                            .mapToInt(Integer::intValue)
                            .sum();
        }
    }

    /**
     * One step.
     *
     * @param number from 1
     * @param party the party's number; null if it is no party's step
     * @param label the party's name, or the sections' numbers
     * @param state {@code EMPTY PART FULL DIFFERS WRONG}: message {@code entry.state.<state>}
     * @param filled how many of its boxes are filled
     * @param boxes how many boxes it has
     * @param errors how many of them must be mended
     */
    public record Step(
            int number, @Nullable Integer party, String label, String state, int filled, int boxes, int errors) {

        /** Whether it is the list of a party. */
        public boolean ofParty() {
            return party != null;
        }
    }
}
