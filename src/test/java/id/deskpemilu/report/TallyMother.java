package id.deskpemilu.report;

import java.util.HashMap;
import java.util.Map;

/** Figures for tests. */
public final class TallyMother {

    private TallyMother() {}

    /** A form on which everything adds up, as a Pilkada's names the voters. */
    public static Map<String, Integer> consistentFigures() {
        Map<String, Integer> figures = new HashMap<>();
        row(figures, "pemilih_dpt", 134, 155);
        row(figures, "pengguna_dpt", 95, 103);
        row(figures, "pengguna_dpph", 6, 3);
        row(figures, "pengguna_dptb", 2, 1);
        row(figures, "pengguna_total", 103, 107);
        row(figures, "disabilitas", 0, 0);
        figures.put("ss_diterima", 297);
        figures.put("ss_digunakan", 210);
        figures.put("ss_rusak", 1);
        figures.put("ss_sisa", 86);
        figures.put("suara_sah", 208);
        figures.put("suara_tidak_sah", 2);
        figures.put("suara_total", 210);
        return figures;
    }

    /** The votes that go with {@link #consistentFigures}. */
    public static Map<Integer, Integer> consistentVotes() {
        return Map.of(1, 90, 2, 108, 3, 10);
    }

    /** The figures with one of them another. */
    public static Map<String, Integer> figuresWith(String field, int value) {
        Map<String, Integer> figures = consistentFigures();
        figures.put(field, value);
        return figures;
    }

    public static Tally consistent() {
        return new Tally(consistentFigures(), consistentVotes());
    }

    private static void row(Map<String, Integer> figures, String code, int l, int p) {
        figures.put(code + "_l", l);
        figures.put(code + "_p", p);
        figures.put(code + "_j", l + p);
    }
}
