package id.deskpemilu.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An invented regency of five kecamatan, twenty desa and 120 TPS, as the files that an agency would import. */
final class FictionalRegency {

    static final String PROVINCE = "99";
    static final String REGENCY = "9901";

    private static final long SEED = 20241127;
    private static final String SPECIAL = "901";

    private static final List<District> DISTRICTS = List.of(
            new District(
                    "Puspa Utara",
                    new Place("Kelurahan Melati", 6, "operator.melati", "Melati Operator"),
                    new Place("Kelurahan Cempaka", 8, "operator.cempaka", "Wulan Paramitasari"),
                    new Place("Desa Sukamaju", 6, "operator.sukamaju.utara", "Bagus Wirayuda"),
                    new Place("Desa Anggrek", 5, "operator.anggrek", "Tirta Handayaputra")),
            new District(
                    "Puspa Selatan",
                    new Place("Kelurahan Kenanga", 7, "operator.kenanga", "Kenanga Operator"),
                    new Place("Desa Dahlia", 6, "operator.dahlia", "Ratri Kusumaningtyas"),
                    new Place("Desa Sukamaju", 5, "operator.sukamaju.selatan", "Guntur Mahardika"),
                    new Place("Desa Seroja", 6, "operator.seroja", "Laksmi Purbasari")),
            new District(
                    "Puspa Timur",
                    new Place("Desa Teratai", 7, "operator.teratai", "Jaka Ranggalawe"),
                    new Place("Desa Kemuning", 6, "operator.kemuning", "Niken Larasati"),
                    new Place("Desa Flamboyan", 5, "operator.flamboyan", "Panji Asmarabangun"),
                    new Place("Desa Alamanda", 6, "operator.alamanda", "Dewi Sekarjagad")),
            new District(
                    "Puspa Barat",
                    new Place("Desa Kamboja", 5, "operator.kamboja", "Surya Adiwilaga"),
                    new Place("Desa Wijayakusuma", 7, "operator.wijayakusuma", "Ayu Candrakirana"),
                    new Place("Desa Soka", 6, "operator.soka", "Raka Tunggadewa"),
                    new Place("Desa Nusa Indah", 5, "operator.nusaindah", "Sinta Maheswari")),
            new District(
                    "Puspa Tengah",
                    new Place("Kelurahan Bakung", 8, "operator.bakung", "Wisnu Baratayuda"),
                    new Place("Desa Edelweis", 4, "operator.edelweis", "Larasati Widuri"),
                    new Place("Desa Lavender", 6, "operator.lavender", "Bima Prakasa"),
                    new Place("Desa Mawar", 5, "operator.mawar", "Citra Ambarawati")));

    /** A kecamatan. */
    private record District(String name, Place... places) {}

    /** A desa or kelurahan, how many numbered TPS it has, and who reports for it. */
    private record Place(String name, int stations, String operator, String operatorName) {}

    /**
     * A desa or kelurahan.
     *
     * @param code its code
     * @param name its name
     * @param district the code of its kecamatan
     * @param operator the account that reports for it
     */
    record Village(String code, String name, String district, String operator) {}

    /**
     * A polling station.
     *
     * @param code its code
     * @param village where it lies
     * @param dptMen men in the DPT, null for a special location
     * @param dptWomen women in the DPT, null for a special location
     */
    record Tps(
            String code,
            Village village,
            @Nullable Integer dptMen,
            @Nullable Integer dptWomen) {

        boolean isSpecial() {
            return dptMen == null;
        }
    }

    private final List<String> regionRows = new ArrayList<>();
    private final List<String> operatorRows = new ArrayList<>();
    private final List<String> contactRows = new ArrayList<>();
    private final List<Tps> stations = new ArrayList<>();

    FictionalRegency() {
        Random random = new Random(SEED);
        regionRows.add("99;Provinsi Nusa Simulasi;");
        regionRows.add("99.01;Kabupaten Taman Puspa;WIB");
        contact("99.01", "Kabag Tapem Taman Puspa", "Kabag tata pemerintahan");
        for (int d = 0; d < DISTRICTS.size(); d++) {
            District district = DISTRICTS.get(d);
            String districtCode = "9901%02d".formatted(d + 1);
            regionRows.add(districtCode + ";" + district.name() + ";");
            contact(districtCode, "Camat " + district.name(), "Camat");
            for (int v = 0; v < district.places().length; v++) {
                add(district.places()[v], districtCode, v + 1, random);
            }
        }
        special(stations.get(stations.size() - 1).village());
        staff();
    }

    private void add(Place place, String district, int number, Random random) {
        boolean urban = place.name().startsWith("Kelurahan ");
        String code = district + ((urban ? 1000 : 2000) + number);
        regionRows.add(code + ";" + place.name() + ";");
        operatorRows.add(operator(place.operator(), place.operatorName(), code));
        String plain = place.name().substring(place.name().indexOf(' ') + 1);
        contact(code, "Sekretaris " + plain, urban ? "Sekretaris kelurahan" : "Sekretaris desa");
        contact(code, "Ketua PPS " + plain, "Ketua PPS");
        Village village = new Village(code, place.name(), district, place.operator());
        for (int n = 1; n <= place.stations(); n++) {
            int voters = 280 + random.nextInt(290);
            int men = (int) Math.round(voters * (0.47 + random.nextDouble() * 0.06));
            stations.add(new Tps(code + "%03d".formatted(n), village, men, voters - men));
        }
    }

    /** A TPS in a prison: nobody in it stands in the DPT of the place. */
    private void special(Village village) {
        stations.add(new Tps(village.code() + SPECIAL, village, null, null));
    }

    private void staff() {
        operatorRows.add(operator("operator.melati.dua", "Galih Pamungkas", "9901011001"));
        operatorRows.add(operator("operator.kenanga.dua", "Indah Puspaningrum", "9901021001"));
        operatorRows.add("verifikator.satu;Satu Verifikator;;99.01;verifier");
        operatorRows.add("verifikator.dua;Dua Verifikator;;99.01;verifier");
        operatorRows.add("koordinator;Koordinator Simulasi;;99.01.01;coordinator");
        String[] others = {"selatan", "timur", "barat", "tengah"};
        for (int d = 0; d < others.length; d++) {
            operatorRows.add("koordinator.%s;Koordinator Puspa %s;;99.01.%02d;coordinator"
                    .formatted(
                            others[d],
                            others[d].substring(0, 1).toUpperCase(java.util.Locale.ROOT) + others[d].substring(1),
                            d + 2));
        }
        operatorRows.add("supervisor;Supervisor Simulasi;;99.01;supervisor");
        operatorRows.add("provinsi;Provinsi Simulasi;;99;supervisor");
        operatorRows.add("admin;Admin Simulasi;;99;admin");
        operatorRows.add("auditor;Auditor Simulasi;;99.01;auditor");
    }

    /** Somebody to call; 0800 000 is nobody's number. */
    private void contact(String region, String name, String position) {
        contactRows.add("%s;%s;%s;0800 000 %04d".formatted(region, name, position, contactRows.size() + 1));
    }

    private String operator(String account, String name, String village) {
        return account + ";" + name + ";" + "0800 100 %04d".formatted(operatorRows.size() + 1) + ";" + village
                + ";operator";
    }

    List<Tps> stations() {
        return List.copyOf(stations);
    }

    String regionsFile() {
        return "kode;nama;zona\n" + String.join("\n", regionRows);
    }

    String stationsFile() {
        StringBuilder file = new StringBuilder("kode;dpt_l;dpt_p\n");
        for (Tps tps : stations) {
            file.append(tps.code()).append(';');
            file.append(tps.isSpecial() ? ";" : tps.dptMen() + ";" + tps.dptWomen());
            file.append('\n');
        }
        return file.toString();
    }

    String ballotsFile() {
        return """
                jenis;wilayah;nomor;nama
                gubernur;99;1;Wirana Prasadja dan Sekar Ayunindya
                gubernur;99;2;Baskara Adiwangsa dan Lintang Pamujasari
                bupati;99.01;1;Danu Kertapati dan Mayang Sarirasa
                bupati;99.01;2;Ratna Wulandarini dan Aji Bratasena
                bupati;99.01;3;Seno Jayadipura dan Kirana Pertiwayu
                """;
    }

    String contactsFile() {
        return "wilayah;nama;jabatan;telepon\n" + String.join("\n", contactRows);
    }

    /** The accounts of its people. */
    List<String> accounts() {
        return operatorRows.stream().map(row -> row.split(";")[0]).distinct().toList();
    }

    String operatorsFile() {
        return "akun;nama;telepon;wilayah;peran\n" + String.join("\n", operatorRows);
    }
}
