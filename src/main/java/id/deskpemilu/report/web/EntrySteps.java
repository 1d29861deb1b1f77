package id.deskpemilu.report.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A form of party lists cut into steps, so that a thumb can fill it: the sections before the lists, each party by itself, the
 * sections after them.
 */
final class EntrySteps {

    private final List<Section> sections;
    private final List<List<Section>> steps = new ArrayList<>();
    private final Map<String, Integer> figures = new HashMap<>();

    EntrySteps(List<Section> sections) {
        this.sections = sections;
        int first = 0;
        while (first < sections.size()) {
            int next = first + 1;
            while (!sections.get(first).isList()
                    && next < sections.size()
                    && !sections.get(next).isList()) {
                next++;
            }
            steps.add(sections.subList(first, next));
            first = next;
        }
        cells(sections).forEach(cell -> {
            Integer figure = cell.figure();
            if (figure != null) {
                figures.put(cell.field(), figure);
            }
        });
    }

    int count() {
        return steps.size();
    }

    /** The number that the text names, or the nearest step there is; 1 if it is none. */
    int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,4}")
                ? Math.min(Math.max(Integer.parseInt(text), 1), steps.size())
                : 1;
    }

    /** The sections of a step. */
    List<Section> of(int number) {
        return steps.get(number - 1);
    }

    /** The boxes of a step. */
    List<Section.Cell> cells(int number) {
        return cells(of(number));
    }

    /** The first step that is not filled, the last if all are. */
    int firstOpen() {
        return first(cell -> cell.value().isEmpty());
    }

    /** The first step with a box that must be mended, the last if there is none. */
    int firstWrong() {
        return first(cell -> cell.error() != null);
    }

    private int first(Predicate<Section.Cell> wanted) {
        for (int number = 1; number < steps.size(); number++) {
            if (cells(number).stream().anyMatch(wanted)) {
                return number;
            }
        }
        return steps.size();
    }

    /** What the page of a step shows of all of them. */
    EntryPage.Steps page(int current, List<String> zeroed, boolean checking) {
        List<EntryPage.Step> all = new ArrayList<>();
        for (int number = 1; number <= steps.size(); number++) {
            all.add(step(number));
        }
        Map<String, Integer> known = new TreeMap<>();
        sections.stream()
                .filter(section -> section.isList() && !of(current).contains(section))
                .map(Section::total)
                .forEach(total -> {
                    if (total != null && total.figure() != null) {
                        known.put(total.field(), total.figure());
                    }
                });
        Integer valid = cells(current).stream().noneMatch(this::isSumOfLists)
                ? cells(sections).stream()
                        .filter(this::isSumOfLists)
                        .map(Section.Cell::figure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
        return new EntryPage.Steps(current, all, known, valid, zeroed, checking);
    }

    private boolean isSumOfLists(Section.Cell cell) {
        return sections.stream()
                .map(Section::total)
                .filter(Objects::nonNull)
                .findFirst()
                .map(total -> cell.sumOf().contains(total.field()))
                .orElse(false);
    }

    private EntryPage.Step step(int number) {
        List<Section> step = of(number);
        List<Section.Cell> cells = cells(step);
        int filled =
                (int) cells.stream().filter(cell -> !cell.value().isEmpty()).count();
        int errors = (int) cells.stream().filter(cell -> cell.error() != null).count();
        Section first = step.get(0);
        String last = step.get(step.size() - 1).number();
        return new EntryPage.Step(
                number,
                first.party(),
                first.isList() ? first.title() : first.number() + (step.size() > 1 ? "–" + last : ""),
                state(cells, filled),
                filled,
                cells.size(),
                errors);
    }

    private String state(List<Section.Cell> cells, int filled) {
        if (cells.stream().anyMatch(cell -> !cell.value().isEmpty() && cell.figure() == null)) {
            return "WRONG";
        }
        if (cells.stream().anyMatch(this::differs)) {
            return "DIFFERS";
        }
        return filled == 0 ? "EMPTY" : filled < cells.size() ? "PART" : "FULL";
    }

    /** Whether a box that should hold a sum holds another figure than the others make. */
    private boolean differs(Section.Cell cell) {
        return !cell.sumOf().isEmpty()
                && figures.containsKey(cell.field())
                && figures.keySet().containsAll(cell.sumOf())
                && figures.get(cell.field())
                        != cell.sumOf().stream().mapToInt(figures::get).sum();
    }

    private static List<Section.Cell> cells(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.cells().stream())
                .toList();
    }
}
