package id.deskpemilu.demo;

import id.deskpemilu.election.Form;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The filled-in C.Hasil form of an invented TPS: everything adds up on it.
 *
 * @param figures the figures by field code
 * @param votes the votes by ballot number
 */
record Paper(Map<String, Integer> figures, Map<String, Integer> votes) {

    /** What an operator can misread or a polling-station crew miswrite: one figure. */
    enum Slip {
        /** Women who voted from the DPT: L + P ≠ J. */
        SEXES("pengguna_dpt_p", 10),
        /** A paslon's votes: their sum is not the valid votes. */
        VOTES("suara_1", 9),
        INVALID("suara_tidak_sah", 10),
        USED("ss_digunakan", -2),
        UNUSED("ss_sisa", 5),
        RECEIVED("ss_diterima", -200),
        /** Men in the DPT: fewer than voted. */
        MEN_REGISTERED("pemilih_dpt_l", -100),
        /** A paslon gets more than all the valid votes. */
        HUNDREDS("suara_2", 400),
        /** The DPT as a whole: more votes than the TPS can have ballots. */
        REGISTERED("pemilih_dpt_j", -200);

        private final String field;
        private final int off;

        Slip(String field, int off) {
            this.field = field;
            this.off = off;
        }

        String field() {
            return field;
        }
    }

    /** Who voted at a TPS: the same people in every contest. */
    static Map<String, Integer> turnout(FictionalRegency.Tps tps, Random random) {
        Map<String, Integer> figures = new TreeMap<>();
        double share = 0.62 + random.nextDouble() * 0.2;
        int men = tps.isSpecial() ? 34 : tps.dptMen();
        int women = tps.isSpecial() ? 3 : tps.dptWomen();
        int listedMen = (int) Math.round(men * share);
        int listedWomen = (int) Math.round(women * Math.min(0.84, share + 0.02));
        int movedMen = tps.isSpecial() ? 88 : random.nextInt(4);
        int movedWomen = tps.isSpecial() ? 6 : random.nextInt(4);
        int unlistedMen = random.nextInt(3);
        int unlistedWomen = random.nextInt(3);
        row(figures, "pemilih_dpt", men, women);
        row(figures, "pengguna_dpt", listedMen, listedWomen);
        row(figures, "pengguna_dpph", movedMen, movedWomen);
        row(figures, "pengguna_dptb", unlistedMen, unlistedWomen);
        row(figures, "pengguna_total", listedMen + movedMen + unlistedMen, listedWomen + movedWomen + unlistedWomen);
        row(figures, "disabilitas", random.nextInt(3), random.nextInt(3));
        int cast = figures.get("pengguna_total_j");
        int spoiled = random.nextInt(4);
        // a prison gets ballots for those it holds, not for those in its DPT
        int received = tps.isSpecial() ? 150 : men + women + ((men + women) * 25 + 999) / 1000;
        figures.put("ss_diterima", received);
        figures.put("ss_digunakan", cast);
        figures.put("ss_rusak", spoiled);
        figures.put("ss_sisa", received - cast - spoiled);
        return figures;
    }

    /**
     * Adds the votes to a turnout.
     *
     * @param shares how the paslon share the valid votes, roughly
     */
    static Paper of(Map<String, Integer> turnout, double[] shares, Random random) {
        Map<String, Integer> figures = new TreeMap<>(turnout);
        int cast = figures.get("pengguna_total_j");
        int invalid = (int) Math.round(cast * (0.01 + random.nextDouble() * 0.03));
        int valid = cast - invalid;
        figures.put("suara_sah", valid);
        figures.put("suara_tidak_sah", invalid);
        figures.put("suara_total", cast);
        Map<String, Integer> votes = new TreeMap<>();
        int left = valid;
        for (int i = 0; i < shares.length; i++) {
            double share = shares[i] + random.nextGaussian() * 0.04;
            int count = i == shares.length - 1 ? left : Math.min(left, (int) Math.round(valid * Math.max(0.05, share)));
            votes.put(String.valueOf(i + 1), count);
            left -= count;
        }
        return new Paper(figures, votes);
    }

    private static void row(Map<String, Integer> figures, String code, int men, int women) {
        figures.put(code + "_l", men);
        figures.put(code + "_p", women);
        figures.put(code + "_j", men + women);
    }

    int get(String field) {
        return field.matches(Form.VOTE_PREFIX + "\\d+")
                ? votes.get(field.substring(Form.VOTE_PREFIX.length()))
                : figures.get(field);
    }

    /** The form as it was sent, with one figure wrong. */
    Paper with(Slip slip) {
        int wrong = Math.max(0, Math.min(Form.LARGEST_FIGURE, get(slip.field()) + slip.off));
        Paper copy = new Paper(new TreeMap<>(figures), new TreeMap<>(votes));
        if (slip.field().matches(Form.VOTE_PREFIX + "\\d+")) {
            copy.votes.put(slip.field().substring(Form.VOTE_PREFIX.length()), wrong);
        } else {
            copy.figures.put(slip.field(), wrong);
        }
        return copy;
    }
}
