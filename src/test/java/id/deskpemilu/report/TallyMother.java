package id.deskpemilu.report;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.report.finding.FindingCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures for tests. */
public final class TallyMother {

    private static final int VALID = 208;

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

    /** The same form as a Pemilu's names the voters. */
    public static Map<String, Integer> pemiluFigures() {
        Map<String, Integer> figures = new HashMap<>();
        consistentFigures()
                .forEach((field, figure) -> figures.put(
                        field.replace("pengguna_dptb", "pengguna_dpk").replace("pengguna_dpph", "pengguna_dptb"),
                        figure));
        figures.put("ss_diterima", 295); // the reserve of a Pemilu is 2 %
        figures.put("ss_sisa", 84);
        return figures;
    }

    /**
     * A form of a Pemilu on which everything adds up, for any ballot: the {@value #VALID} valid votes go round the choices
     * and, where there are party lists, round the places of each list.
     */
    public static Tally consistent(Ballot ballot) {
        Map<String, Integer> figures = pemiluFigures();
        Map<Integer, Integer> votes = new HashMap<>();
        ballot.listFields().forEach(field -> figures.put(field, 0));
        ballot.choices().forEach(choice -> votes.put(choice.number(), 0));
        int choices = ballot.choices().size();
        for (int vote = 0; vote < VALID; vote++) {
            int number = ballot.choices().get(vote % choices).number();
            votes.merge(number, 1, Integer::sum);
            List<String> places = ballot.listFields(number);
            if (!places.isEmpty()) {
                figures.merge(places.get(vote / choices % places.size()), 1, Integer::sum);
            }
        }
        return new Tally(figures, votes);
    }

    /** What the API takes of a tally. */
    public static Map<String, Object> submission(Tally tally) {
        Map<String, String> reasons = new TreeMap<>();
        for (FindingCode code : FindingCode.values()) {
            reasons.put(code.name(), "tertulis begitu");
        }
        return Map.of("figures", tally.figures(), "votes", tally.votes(), "confirmed", true, "explanations", reasons);
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
