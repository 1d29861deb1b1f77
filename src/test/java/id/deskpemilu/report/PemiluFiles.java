package id.deskpemilu.report;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.Choice;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of a Pemilu of five contests for an invented regency: three desa in one kecamatan, of which dapil D2 takes the
 * second; a prison in the third.
 *
 * @param regency the code of the regency, in province 96
 */
public record PemiluFiles(String regency) {

    /** The contests on party lists. */
    public static final List<String> LISTS = List.of("dpr", "dprd-prov", "dprd-kab");

    /** What the first desa votes on, by contest, in the order of the count. */
    public static Map<String, Ballot> votedOn() {
        Map<String, Ballot> ballots = new LinkedHashMap<>();
        ballots.put("ppwp", Ballot.of(paslon()));
        ballots.put("dpr", BallotMother.lists(1));
        ballots.put("dpd", Ballot.of(BallotMother.candidates(20)));
        ballots.put("dprd-prov", BallotMother.lists(1));
        ballots.put("dprd-kab", BallotMother.lists(1));
        return ballots;
    }

    private String district() {
        return regency + "01";
    }

    /** The desa of that number, 1 to 3. */
    public String village(int number) {
        return district() + (2000 + number);
    }

    /** A TPS of the desa. */
    public String station(int village, int number) {
        return village(village) + "%03d".formatted(number);
    }

    /** The regions. */
    public String regions() {
        return "kode;nama\n96;Provinsi Uji\n" + regency + ";Kabupaten Uji\n" + district() + ";Kecamatan Uji\n"
                + village(1) + ";Desa 1\n" + village(2) + ";Desa 2\n" + village(3) + ";Desa 3\n";
    }

    /** The TPS: two in the first and the second desa, one and a prison in the third. */
    public String stations() {
        return "kode;dpt_l;dpt_p\n"
                + java.util.stream.Stream.of(
                                station(1, 1),
                                station(1, 2),
                                station(2, 1),
                                station(2, 2),
                                station(3, 1),
                                station(3, 901))
                        .map(code -> code + ";134;155\n")
                        .collect(Collectors.joining());
    }

    private static List<Choice> paslon() {
        return List.of(Choice.of(1, "Paslon 1"), Choice.of(2, "Paslon 2"), Choice.of(3, "Paslon 3"));
    }

    /** The ballots of all five contests. */
    public String ballots() {
        Map<String, List<Choice>> ballots = new TreeMap<>(Map.of(
                "ppwp;96",
                paslon(),
                "dpd;96",
                BallotMother.candidates(20),
                "dpr;96",
                BallotMother.parties(),
                "dprd-prov;96",
                BallotMother.parties(),
                "dprd-kab;" + regency,
                BallotMother.parties()));
        StringBuilder text = new StringBuilder("jenis;wilayah;nomor;nama\n");
        ballots.forEach((contest, choices) ->
                choices.forEach(choice -> text.append(contest + ";" + choice.number() + ";" + choice.name() + "\n")));
        return text.toString();
    }

    private static Map<Integer, String> dapilOf(String slug) {
        return slug.equals("dprd-kab") ? Map.of(1, "D1", 2, "D2", 3, "D1") : Map.of(1, "D1", 2, "D1", 3, "D1");
    }

    /** The dapil of the contests of party lists. */
    public String dapil() {
        StringBuilder text = new StringBuilder("jenis;dapil;nama;desa\n");
        LISTS.forEach(slug -> new TreeMap<>(dapilOf(slug))
                .forEach((village, dapil) ->
                        text.append(slug + ";" + dapil + ";Uji " + dapil + ";" + village(village) + "\n")));
        return text.toString();
    }

    /** The lists of the parties. */
    public String candidates() {
        Map<String, Integer> all = new HashMap<>(Map.of("dpr;D1", 1, "dprd-prov;D1", 1, "dprd-kab;D1", 1));
        all.put("dprd-kab;D2", 2);
        StringBuilder text = new StringBuilder("jenis;dapil;partai;nomor;nama\n");
        new TreeMap<>(all)
                .forEach((list, dapil) -> BallotMother.lists(dapil)
                        .lists()
                        .forEach((party, candidates) -> candidates.forEach(candidate -> text.append(
                                list + ";" + party + ";" + candidate.number() + ";" + candidate.name() + "\n"))));
        return text.toString();
    }
}
