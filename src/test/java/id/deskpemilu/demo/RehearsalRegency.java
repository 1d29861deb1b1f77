package id.deskpemilu.demo;

import id.deskpemilu.demo.FictionalRegency.Tps;
import id.deskpemilu.demo.FictionalRegency.Village;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An invented regency of any size, with one operator for each desa, one coordinator for each kecamatan, and two
 * contests, as the files that an agency would import.
 */
final class RehearsalRegency {

    static final String PROVINCE = "96";
    static final String REGENCY = "9601";

    private static final long SEED = 13;
    private static final String[] FLOWERS = {
        "Anyelir",
        "Bugenvil",
        "Cendana",
        "Delima",
        "Eboni",
        "Gaharu",
        "Ilalang",
        "Jati",
        "Kecubung",
        "Lontar",
        "Meranti",
        "Nagasari",
        "Orok-orok",
        "Pandan",
        "Randu",
        "Sawo"
    };

    private final List<Village> villages = new ArrayList<>();
    private final List<Tps> stations = new ArrayList<>();
    private final StringBuilder regionsFile = new StringBuilder("kode;nama;zona\n");
    private final StringBuilder operatorsFile = new StringBuilder("akun;nama;telepon;wilayah;peran\n");

    /** Spreads the desa over the kecamatan and the stations over the desa, as evenly as it goes. */
    RehearsalRegency(int districts, int villagesInAll, int stationsInAll) {
        Random random = new Random(SEED);
        regionsFile.append("96;Provinsi Latihan;\n96.01;Kabupaten Latihan Raya;WIB\n");
        for (int d = 1; d <= districts; d++) {
            String district = REGENCY + "%02d".formatted(d);
            String name = FLOWERS[(d - 1) % FLOWERS.length] + (d > FLOWERS.length ? " Timur" : " Barat");
            regionsFile.append(district).append(";Kecamatan ").append(name).append(";\n");
            person("latihan.koordinator." + d, "Koordinator " + name, district, "coordinator");
            for (int v = first(d, districts, villagesInAll); v < first(d + 1, districts, villagesInAll); v++) {
                String code = district + (2001 + v - first(d, districts, villagesInAll));
                String operator = "latihan.operator." + (v + 1);
                regionsFile.append(code).append(";Desa Latihan ").append(v + 1).append(";\n");
                person(operator, "Operator Latihan " + (v + 1), code, "operator");
                villages.add(new Village(code, "Desa Latihan " + (v + 1), district, operator));
            }
        }
        for (String verifier : List.of("verifikator.satu", "verifikator.dua")) {
            person(verifier, verifier, REGENCY, "verifier");
        }
        person("supervisor", "Supervisor Simulasi", REGENCY, "supervisor");
        person("koordinator", "Koordinator Simulasi", REGENCY + "01", "coordinator");
        person("admin", "Admin Simulasi", PROVINCE, "admin");
        person("auditor", "Auditor Simulasi", REGENCY, "auditor");
        for (int v = 1; v <= villages.size(); v++) {
            Village village = villages.get(v - 1);
            int count = first(v + 1, villages.size(), stationsInAll) - first(v, villages.size(), stationsInAll);
            for (int n = 1; n <= count; n++) {
                int voters = 380 + random.nextInt(200);
                int men = (int) Math.round(voters * (0.47 + random.nextDouble() * 0.06));
                stations.add(new Tps(village.code() + "%03d".formatted(n), village, men, voters - men));
            }
        }
    }

    /** As many kecamatan, desa and TPS as one of the largest regencies of Jawa has. */
    static RehearsalRegency large() {
        return new RehearsalRegency(31, 248, 4_046);
    }

    /** Where the part begins when so many are spread over so many parts. */
    private static int first(int part, int parts, int all) {
        return (int) ((part - 1L) * all / parts);
    }

    private void person(String account, String name, String region, String role) {
        operatorsFile.append("%s;%s;;%s;%s%n".formatted(account, name, region, role));
    }

    List<Village> villages() {
        return List.copyOf(villages);
    }

    List<Tps> stations() {
        return List.copyOf(stations);
    }

    String regionsFile() {
        return regionsFile.toString();
    }

    String stationsFile() {
        StringBuilder file = new StringBuilder("kode;dpt_l;dpt_p\n");
        stations.forEach(tps -> file.append("%s;%d;%d%n".formatted(tps.code(), tps.dptMen(), tps.dptWomen())));
        return file.toString();
    }

    String ballotsFile() {
        return """
                jenis;wilayah;nomor;nama
                gubernur;96;1;Tirta Wijaya dan Sekar Larasati
                gubernur;96;2;Bayu Samodra dan Ratna Kencana
                bupati;96.01;1;Jaka Laksana dan Dyah Pitaloka
                bupati;96.01;2;Surya Kelana dan Ambar Wulan
                bupati;96.01;3;Raden Panuluh dan Citra Resmi
                """;
    }

    /** The accounts of its people. */
    List<String> accounts() {
        return operatorsFile()
                .lines()
                .skip(1)
                .map(row -> row.split(";")[0])
                .distinct()
                .toList();
    }

    String operatorsFile() {
        return operatorsFile.toString();
    }
}
