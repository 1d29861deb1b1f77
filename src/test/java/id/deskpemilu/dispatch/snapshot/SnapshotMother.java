package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.dispatch.snapshot.Snapshot.Arrived;
import id.deskpemilu.dispatch.snapshot.Snapshot.Change;
import id.deskpemilu.dispatch.snapshot.Snapshot.Correction;
import id.deskpemilu.dispatch.snapshot.Snapshot.Counted;
import id.deskpemilu.dispatch.snapshot.Snapshot.Coverage;
import id.deskpemilu.dispatch.snapshot.Snapshot.Escalated;
import id.deskpemilu.dispatch.snapshot.Snapshot.Explained;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.Incident;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfElection;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Place;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Told;
import id.deskpemilu.dispatch.snapshot.Snapshot.Turnout;
import id.deskpemilu.dispatch.snapshot.Snapshot.Unreported;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Snapshots for tests whose figures agree: desa are drawn, everything above them is added up. */
public final class SnapshotMother {

    public static final Instant AT = Instant.parse("2024-11-27T11:00:00.123456Z");

    /** A province that does not exist. */
    public static final String PROVINCE = "98";

    private static final int LARGEST_DESA = 4;

    private final Random random;
    private final RegionCode regency;
    private final int districts;
    private final int villages;

    private SnapshotMother(Random random, String regency, int districts, int villages) {
        this.random = random;
        this.regency = new RegionCode(regency);
        this.districts = districts;
        this.villages = villages;
    }

    /** A regency of two kecamatan with three desa each; governor and bupati. */
    public static Snapshot regency() {
        return regency(new Random(1), "9801");
    }

    /** The regency with figures that are drawn. */
    public static Snapshot regency(Random random, String code) {
        return regency(random, code, 2, 3);
    }

    /** A regency as large as is asked for. */
    public static Snapshot regency(Random random, String code, int districts, int villages) {
        SnapshotMother mother = new SnapshotMother(random, code, districts, villages);
        return mother.snapshot(List.of(
                mother.contest(ContestType.GUBERNUR, new RegionCode(PROVINCE), paslon(3)),
                mother.contest(ContestType.BUPATI, mother.regency, paslon(2))));
    }

    /** The regency with contests of one's own. */
    public static Snapshot regency(Random random, String code, ContestType type, List<Option> choices) {
        SnapshotMother mother = new SnapshotMother(random, code, 2, 3);
        return mother.snapshot(List.of(mother.contest(type, new RegionCode(PROVINCE), choices)));
    }

    /** So many paslon. */
    public static List<Option> paslon(int count) {
        List<Option> paslon = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            paslon.add(new Option(number, "Paslon " + number + " – Wakil \"" + number + "\"", false));
        }
        return paslon;
    }

    private Snapshot snapshot(List<OfContest> contests) {
        OfContest first = contests.get(0);
        int stations = first.whole().stations();
        RegionCode village = first.details().get(0).code();
        StationCode station = station(village, 1);
        List<Unreported> unreported = new ArrayList<>();
        for (OfContest contest : contests) {
            for (Part desa : contest.details()) {
                List<StationCode> silent = new ArrayList<>();
                for (int n = desa.figures().reported() + 1; n <= desa.figures().stations(); n++) {
                    silent.add(station(desa.code(), n));
                }
                if (!silent.isEmpty()) {
                    unreported.add(new Unreported(
                            contest.type(),
                            desa.code(),
                            desa.name(),
                            "Kecamatan " + desa.code().digits().substring(4, 6),
                            silent,
                            List.of(
                                    new Told(Level.RESPONSIBLE, AT.minusSeconds(7200)),
                                    new Told(Level.KECAMATAN, AT.minusSeconds(3600)))));
                }
            }
        }
        return new Snapshot(
                Snapshot.FORMAT,
                new UUID(random.nextLong(), random.nextLong()),
                new OfElection("uji-2024", "Pilkada Serentak 2024", LocalDate.of(2024, 11, 27), true),
                new Place(regency, "KABUPATEN " + regency.digits(), Zone.WITA),
                AT,
                AT.plusSeconds(random.nextInt(3600)),
                new Coverage(
                        1,
                        districts,
                        districts * villages,
                        stations,
                        new Sexes(stations * 130L, stations * 135L, stations * 265L),
                        random.nextInt(2),
                        random.nextInt(stations + 1)),
                contests,
                List.of(
                        new Incident(
                                new UUID(1, random.nextLong()),
                                IncidentKind.DISASTER,
                                village,
                                station,
                                "TPS 001, Desa, Kecamatan",
                                AT.minusSeconds(9000),
                                "Banjir; \"setinggi lutut\"\nkotak suara dipindahkan",
                                null,
                                false),
                        new Incident(
                                new UUID(2, random.nextLong()),
                                IncidentKind.LOGISTICS,
                                village.at(RegionCode.Level.DISTRICT),
                                null,
                                "Kecamatan",
                                AT.minusSeconds(8000),
                                "Surat suara kurang",
                                "Dikirim dari TPS tetangga",
                                true)),
                unreported,
                List.of(new Correction(
                        ContestType.GUBERNUR,
                        station,
                        "Desa",
                        "Kecamatan",
                        List.of(new Change("suara_1", "IV.1 Paslon 1", 91, 90)),
                        "Salah baca",
                        AT.minusSeconds(60))),
                List.of(new Explained(
                        ContestType.GUBERNUR,
                        station,
                        "Desa",
                        "Kecamatan",
                        "H3",
                        "90 + 108 + 10 = 208 ≠ 207",
                        "Tertulis begitu")),
                List.of(
                        new Escalated(EscalationKind.UNREPORTED, Level.KECAMATAN, 2, 1),
                        new Escalated(EscalationKind.UNANSWERED, Level.RESPONSIBLE, 0, 3)),
                List.of());
    }

    private OfContest contest(ContestType type, RegionCode area, List<Option> choices) {
        List<Part> parts = new ArrayList<>();
        List<Part> details = new ArrayList<>();
        List<Counted> revisions = new ArrayList<>();
        Figures whole = Figures.NONE;
        for (int district = 1; district <= districts; district++) {
            Figures sum = Figures.NONE;
            RegionCode code = new RegionCode(regency + "%02d".formatted(district));
            for (int village = 1; village <= villages; village++) {
                RegionCode desa = new RegionCode(code + "2%03d".formatted(village));
                Figures figures = figures(choices, 1 + (district + village) % LARGEST_DESA);
                details.add(new Part(desa, "Desa " + village, figures));
                sum = sum.plus(figures);
                for (int n = 1; n <= figures.reported() - figures.apart(); n++) {
                    revisions.add(new Counted(
                            station(desa, n), new UUID(random.nextLong(), random.nextLong()), 1 + random.nextInt(3)));
                }
            }
            parts.add(new Part(code, "Kecamatan " + district, sum));
            whole = whole.plus(sum);
        }
        int reported = whole.reported();
        return new OfContest(
                type,
                area,
                1,
                choices,
                whole,
                parts,
                details,
                List.of(new Snapshot.Round(2, RoundKind.PSU, LocalDate.of(2024, 12, 1), 2, random.nextInt(3))),
                List.of(
                        new Arrived(AT.minusSeconds(600L + random.nextInt(50)), reported / 2),
                        new Arrived(AT.minusSeconds(300), reported)),
                revisions);
    }

    private Figures figures(List<Option> choices, int stations) {
        int reported = random.nextInt(stations + 1);
        int verified = random.nextInt(reported + 1);
        int apart = reported > verified ? random.nextInt(2) : 0;
        long valid = 0;
        SortedMap<Integer, Long> votes = new TreeMap<>();
        for (Option choice : choices) {
            long count = (long) (reported - apart) * random.nextInt(90);
            votes.put(choice.number(), count);
            valid += count;
        }
        return new Figures(
                stations,
                reported,
                verified,
                random.nextInt(reported - verified + 1),
                apart,
                random.nextInt(verified + 1),
                random.nextInt(reported + 1),
                votes,
                valid,
                reported * 3L,
                stations * 265L,
                new Turnout(sexes(), sexes(), sexes(), sexes(), sexes(), sexes()));
    }

    private Sexes sexes() {
        long l = random.nextInt(500);
        long p = random.nextInt(500);
        return new Sexes(l, p, l + p);
    }

    private static StationCode station(RegionCode village, int number) {
        return new StationCode(village + "%03d".formatted(number));
    }
}
