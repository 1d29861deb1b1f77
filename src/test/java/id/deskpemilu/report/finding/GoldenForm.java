package id.deskpemilu.report.finding;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.Tally;
import id.deskpemilu.shared.StationCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real form of 2024 on which every rule holds: 289 voters, 210 votes; and what breaks each rule on it. */
public final class GoldenForm {

    private GoldenForm() {}

    /** Its figures, votes included. */
    static Map<String, Integer> figures() {
        Map<String, Integer> figures = new HashMap<>();
        row(figures, "pemilih_dpt", 134, 155, 289);
        row(figures, "pengguna_dpt", 95, 103, 198);
        row(figures, "pengguna_dptb", 6, 3, 9);
        row(figures, "pengguna_dpk", 2, 1, 3);
        row(figures, "pengguna_total", 103, 107, 210);
        figures.putAll(Map.of("ss_diterima", 295, "ss_digunakan", 210, "ss_rusak", 1, "ss_sisa", 84));
        row(figures, "disabilitas", 0, 0, 0);
        figures.putAll(Map.of("suara_sah", 210, "suara_tidak_sah", 0, "suara_total", 210));
        figures.putAll(Map.of("suara_1", 90, "suara_2", 110, "suara_3", 10));
        return figures;
    }

    private static void row(Map<String, Integer> figures, String code, int l, int p, int j) {
        figures.put(code + "_l", l);
        figures.put(code + "_p", p);
        figures.put(code + "_j", j);
    }

    /** The form with lists of two parties and two candidates each in the place of its three choices. */
    static Map<String, Integer> withLists() {
        Map<String, Integer> figures = figures();
        figures.keySet().removeIf(field -> field.matches("suara_\\d"));
        figures.putAll(Map.of("suara_1_0", 20, "suara_1_1", 60, "suara_1_2", 10, "suara_1", 90));
        figures.putAll(Map.of("suara_2_0", 0, "suara_2_1", 100, "suara_2_2", 20, "suara_2", 120));
        return figures;
    }

    /** The figures with some changed, e.g. {@code "suara_1=89 suara_2=111"}. */
    static Map<String, Integer> changed(Map<String, Integer> figures, String changes) {
        Map<String, Integer> changed = new HashMap<>(figures);
        for (String change : changes.isBlank() ? new String[0] : changes.strip().split("\\s+")) {
            String[] pair = change.split("=");
            if (changed.put(pair[0], Integer.valueOf(pair[1])) == null) {
                throw new IllegalArgumentException(change);
            }
        }
        return changed;
    }

    static Tally tally(Map<String, Integer> fields) {
        Map<String, Integer> figures = new HashMap<>();
        Map<Integer, Integer> votes = new HashMap<>();
        fields.forEach((field, value) -> {
            if (field.matches("suara_\\d+")) {
                votes.put(Integer.valueOf(field.substring("suara_".length())), value);
            } else {
                figures.put(field, value);
            }
        });
        return new Tally(figures, votes);
    }

    /** The golden tally with some figures changed. */
    static Tally tally(String changes) {
        return tally(changed(figures(), changes));
    }

    /** The golden form among others of its desa, each with its own votes but the same habits. */
    static Surroundings desa(int others) {
        List<Surroundings.Neighbour> neighbours = new ArrayList<>();
        for (int n = 1; n <= others; n++) {
            Tally tally = tally("suara_1=" + (90 - n) + " suara_2=" + (110 + n));
            neighbours.add(new Surroundings.Neighbour(station(n + 1), tally));
        }
        return new Surroundings(ContestType.PPWP, false, null, null, List.of(), neighbours);
    }

    static StationCode station(int number) {
        return new StationCode("9901011001%03d".formatted(number));
    }

    /** Something real that breaks the rule. */
    public static Violation breaking(FindingCode code) {
        List<Violation> found = switch (code) {
            case H1 -> check("pengguna_dpt_j=199");
            case H2 -> check("pengguna_total_l=104");
            case H3 -> check("suara_1=91");
            case H3P -> ReportRules.check(FormMother.pemilu(), tally(changed(withLists(), "suara_1_2=11")));
            case H4 -> check("suara_tidak_sah=1");
            case H5 -> check("pengguna_total_j=211");
            case H6 -> check("ss_rusak=2");
            case H7 -> check("disabilitas_l=104");
            case H8 -> check("ss_diterima=209");
            case H9 -> check("suara_1=211");
            case S1 -> check("ss_diterima=297");
            case S2 -> check("suara_total=296");
            case S2D -> check("pemilih_dpt_j=301");
            case S3 ->
                check(
                        "pemilih_dpt_l=135",
                        new Surroundings(
                                ContestType.PPWP,
                                false,
                                null,
                                null,
                                List.of(new Surroundings.Sibling(ContestType.DPR, tally(""))),
                                List.of()));
            case S4 -> check("", new Surroundings(ContestType.PPWP, false, 143, 155, List.of(), List.of()));
            case S5 -> check("pengguna_total_j=290");
            case S6 -> check("suara_total=0");
            case X1 -> check("suara_1=89 suara_2=111", desa(1));
            case X2 -> check("pengguna_total_j=280", desa(5));
            case X3 -> check("suara_tidak_sah=40", desa(5));
            case X4 -> check("suara_1=10 suara_3=90", desa(5));
        };
        return found.stream()
                .filter(violation -> violation.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not broken: " + found));
    }

    private static List<Violation> check(String changes) {
        return ReportRules.check(FormMother.pemilu(), tally(changes));
    }

    private static List<Violation> check(String changes, Surroundings surroundings) {
        return ReportRules.check(FormMother.pemilu(), tally(changes), surroundings);
    }
}
