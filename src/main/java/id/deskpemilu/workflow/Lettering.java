package id.deskpemilu.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How wide words are and where their lines break. The server does not know the reader's font: letters are taken as wide as
 * in the wider ones of the fonts that systems bring along, so that a line is rather broken early than cut.
 */
enum Lettering {
    /** Inside a shape. */
    WORDS(12, 14),
    /** Beside a shape or a line. */
    LABEL(11, 13);

    private final double size;
    private final double line;

    Lettering(double size, double line) {
        this.size = size;
        this.line = line;
    }

    /** The height of one line. */
    double line() {
        return line;
    }

    /** From the upper edge of a line to the foot of its letters. */
    double ascent() {
        return size * .93;
    }

    double width(String words) {
        return words.chars().mapToDouble(Lettering::share).sum() * size;
    }

    /** The width of the widest of these lines. */
    double width(List<String> lines) {
        return lines.stream().mapToDouble(this::width).max().orElse(0);
    }

    private static double share(int letter) {
        if ("iljI.,:;'|! ".indexOf(letter) >= 0) {
            return .31;
        }
        if ("frt()[]-/\"".indexOf(letter) >= 0) {
            return .41;
        }
        if ("mwMW@%…".indexOf(letter) >= 0) {
            return .95;
        }
        return Character.isUpperCase(letter) ? .7 : .61;
    }

    /** The lines of a text that are no wider than that; a word that is wider itself is broken too. */
    List<String> wrap(String text, double widest) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= widest) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line) > widest && line.length() > 1) {
                int end = line.length() - 1;
                while (end > 1 && width(line.substring(0, end)) > widest) {
                    end--;
                }
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    /** A text in at most so many lines, all about as wide, and no word of it broken. */
    List<String> balance(String text, int lines) {
        double widest = width(Arrays.asList(text.strip().split("\\s+")));
        while (wrap(text, widest).size() > lines) {
            widest += 2;
        }
        return wrap(text, widest);
    }
}
