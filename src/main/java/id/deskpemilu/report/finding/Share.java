package id.deskpemilu.report.finding;

import java.util.List;

/** Shares in whole per mille, so that a border is a border on every machine. */
final class Share {

    private Share() {}

    /** Part of whole in per mille, rounded; the whole is above 0. */
    static int permille(int part, int whole) {
        return Math.round(1000f * part / whole);
    }

    /** The middle of the values: half of them are not above, half not below; values are needed. */
    static int median(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : Math.round((sorted.get(half - 1) + sorted.get(half)) / 2f);
    }

    /** The median of the distances from the median: how far values usually lie from the middle. */
    static int usualDistance(List<Integer> values) {
        int median = median(values);
        return median(values.stream().map(value -> Math.abs(value - median)).toList());
    }

    /** A share for people, e.g. {@code 71,4%}. */
    static String percent(int permille) {
        return decimal(permille) + "%";
    }

    /** Per mille as per cent, e.g. {@code 2,5}. */
    static String decimal(int permille) {
        return permille / 10 + "," + permille % 10;
    }
}
