package id.deskpemilu.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.demo.FictionalRegency.Tps;
import id.deskpemilu.demo.Paper.Slip;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.dispatch.usecase.RegisterSender;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.imports.ImportFiles;
import id.deskpemilu.election.imports.ImportKind;
import id.deskpemilu.election.imports.ImportProgress;
import id.deskpemilu.election.usecase.ApplyImport;
import id.deskpemilu.election.usecase.CreateElection;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.local.DemoSeed;
import id.deskpemilu.report.BlindCheck;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.usecase.AddPhoto;
import id.deskpemilu.report.usecase.AnswerCorrection;
import id.deskpemilu.report.usecase.ApplyCorrection;
import id.deskpemilu.report.usecase.ApproveReport;
import id.deskpemilu.report.usecase.CheckBlind;
import id.deskpemilu.report.usecase.ClaimReport;
import id.deskpemilu.report.usecase.OpenContest;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RequestCorrection;
import id.deskpemilu.report.usecase.SubmitReport;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An invented Pilkada in the middle of its evening, with cases in every state in every kecamatan. Everything takes the
 * way that the people would take: the import, the opening, and the use cases of operators and verifiers. Cut off in the
 * middle, it goes on at the next start; once it is whole, nothing of it is ever touched again.
 */
public final class Simulation implements DemoSeed {

    /** The election's code. */
    public static final String ELECTION = "simulasi-pilkada";

    /** The account of the client by which the regency's desk sends its letters. */
    private static final String SENDER = "service-account-desk-pengirim";

    private static final String SUBJECT = "election:" + ELECTION;
    private static final String PREPARED = "SimulationPrepared";
    private static final long SEED = 27112024;

    /** How the paslon share the votes, roughly. */
    private static final Map<String, double[]> SHARES =
            Map.of("gubernur", new double[] {0.54, 0.46}, "bupati", new double[] {0.41, 0.36, 0.23});

    // desa whose people log in: what they find is laid down
    private static final Map<String, List<Fate>> LAID_DOWN = Map.of(
            "bupati 9901011001",
            List.of(Fate.CORRECTION_REQUESTED, Fate.AWAITED, Fate.AWAITED, Fate.LOCKED_ODD, Fate.APPROVED, Fate.HELD),
            "gubernur 9901011001",
            List.of(
                    Fate.CORRECTION_REQUESTED,
                    Fate.AWAITED,
                    Fate.AWAITED,
                    Fate.APPROVED_CORRECTED,
                    Fate.APPROVED,
                    Fate.LOCKED),
            "bupati 9901021001",
            List.of(
                    Fate.AWAITED,
                    Fate.CORRECTION_REQUESTED,
                    Fate.APPROVED,
                    Fate.CORRECTION_CONFIRMED,
                    Fate.AWAITED,
                    Fate.RECHECK_SECOND_LOOK,
                    Fate.LOCKED));

    private static final List<Slip> ODD = List.of(
            Slip.VOTES,
            Slip.USED,
            Slip.HUNDREDS,
            Slip.SEXES,
            Slip.REGISTERED,
            Slip.INVALID,
            Slip.MEN_REGISTERED,
            Slip.RECEIVED,
            Slip.UNUSED);
    private static final List<Slip> ODD_ON_PAPER = List.of(Slip.USED, Slip.UNUSED, Slip.INVALID, Slip.SEXES);

    private static final int MOST_MISTAKES = 20;

    /** How many reports have a photo; drawing them all would make the first start long. */
    private static final int PHOTOS = 30;

    private static final Map<String, String> EXPLANATIONS = explanations();

    @Override
    public void seed(ConfigurableApplicationContext desk) {
        AuditLog log = desk.getBean(AuditLog.class);
        if (log.of(SUBJECT).stream().anyMatch(event -> event.type().equals(PREPARED))) {
            return;
        }
        FictionalRegency regency = new FictionalRegency();
        EarlyEvening hours = setUp(desk, regency);
        new Evening(desk).pass(regency.stations(), hours);
        hours.begin();
        new TransactionTemplate(desk.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> log.append("admin", SUBJECT, PREPARED, Map.of("seed", Long.toString(SEED))));
    }

    @Override
    public void rehearse(ConfigurableApplicationContext desk, Consumer<String> say) {
        try {
            RehearsalEvening.Outcome outcome = RehearsalEvening.large(desk, say);
            outcome.lines().forEach(say);
            outcome.mistakes().stream().limit(MOST_MISTAKES).forEach(mistake -> say.accept("SALAH  " + mistake));
            say.accept(
                    outcome.mistakes().isEmpty()
                            ? "Tidak ada yang terlupakan, tidak ada yang diberi tahu dua kali. Ctrl-C untuk berhenti."
                            : "%d kesalahan.".formatted(outcome.mistakes().size()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EarlyEvening setUp(ConfigurableApplicationContext desk, FictionalRegency regency) {
        Actor admin = DemoAdmin.of(desk, FictionalRegency.PROVINCE, regency.accounts());
        if (desk.getBean(Elections.class).findByCode(ELECTION).isEmpty()) {
            desk.getBean(CreateElection.class)
                    .execute(admin, ELECTION, "Simulasi Pilkada 2024", EarlyEvening.DAY, Phase.REHEARSAL);
        }
        // the same files again change nothing
        desk.getBean(ApplyImport.class)
                .execute(
                        admin,
                        ELECTION,
                        new ImportFiles(Map.of(
                                ImportKind.REGIONS, regency.regionsFile().getBytes(UTF_8),
                                ImportKind.STATIONS, regency.stationsFile().getBytes(UTF_8),
                                ImportKind.BALLOTS, regency.ballotsFile().getBytes(UTF_8),
                                ImportKind.OPERATORS, regency.operatorsFile().getBytes(UTF_8),
                                ImportKind.CONTACTS, regency.contactsFile().getBytes(UTF_8))),
                        ImportProgress.NOBODY);
        // the desk is its own province: letters go out by one door and come in by the other
        String certificate = desk.getBean(Seal.class).certificate();
        desk.getBean(RegisterSender.class)
                .execute(
                        admin,
                        RegionCode.of(FictionalRegency.REGENCY),
                        "Desk Pilkada Kabupaten Taman Puspa",
                        SENDER,
                        certificate,
                        certificate);
        EarlyEvening hours = new EarlyEvening(desk, admin, ELECTION);
        for (String contest : List.of("gubernur", "bupati")) {
            if (desk.getBean(Contests.class).get(ELECTION, contest).state() != Contest.State.OPEN) {
                desk.getBean(OpenContest.class).execute(admin, ELECTION, contest);
            }
        }
        return hours;
    }

    static Map<String, String> explanations() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("H1", "Di C.Hasil memang tertulis begitu, jumlah L dan P tidak sama dengan J.");
        texts.put("H2", "Baris jumlah di C.Hasil salah hitung, KPPS sudah diberi tahu.");
        texts.put("H3", "Sesuai C.Hasil, jumlah suara paslon berbeda dari suara sah yang tertulis.");
        texts.put("H4", "Sesuai C.Hasil, angka suara tidak sah tertulis begitu.");
        texts.put("H5", "Ada pemilih yang membawa pulang surat suara, dicatat dalam kejadian khusus.");
        texts.put("H6", "Surat suara sisa dihitung ulang oleh KPPS, selisih dicatat dalam kejadian khusus.");
        texts.put("H7", "Angka DPT di C.Hasil sulit dibaca, ditulis seperti terlihat.");
        texts.put("H8", "Surat suara diterima tertulis begitu, kemungkinan KPPS salah menulis ratusan.");
        texts.put("H9", "Di kertas memang tertulis begitu.");
        texts.put("S1", "Jumlah surat suara diterima sesuai berita acara.");
        texts.put("S2", "Sesuai C.Hasil. Pemilih pindahan banyak, surat suara tambahan dicatat dalam kejadian khusus.");
        texts.put("S3", "Pemilih pindahan dari luar kabupaten tidak mendapat surat suara bupati.");
        texts.put("S4", "Sesuai C.Hasil.");
        texts.put("S5", "Sesuai C.Hasil, pemilih pindahan banyak.");
        texts.put("S6", "Sesuai C.Hasil, sudah ditanyakan kepada KPPS.");
        return Collections.unmodifiableMap(texts);
    }

    /** What the operators and the verifiers have done so far. */
    private static final class Evening {

        private final Contests contests;
        private final Reports reports;
        private final SubmitReport submit;
        private final ClaimReport claim;
        private final ApproveReport approve;
        private final RequestCorrection request;
        private final AnswerCorrection answer;
        private final ApplyCorrection apply;
        private final AddPhoto addPhoto;
        private final CheckBlind checkBlind;
        private final Figures figures;
        private final Assignments assignments;
        private final TransactionTemplate transaction;
        private final Random random = new Random(SEED);
        private final Map<String, Actor> actors = new HashMap<>();
        private int odd;
        private int photos;

        Evening(ConfigurableApplicationContext desk) {
            contests = desk.getBean(Contests.class);
            reports = desk.getBean(Reports.class);
            submit = desk.getBean(SubmitReport.class);
            claim = desk.getBean(ClaimReport.class);
            approve = desk.getBean(ApproveReport.class);
            request = desk.getBean(RequestCorrection.class);
            answer = desk.getBean(AnswerCorrection.class);
            apply = desk.getBean(ApplyCorrection.class);
            addPhoto = desk.getBean(AddPhoto.class);
            checkBlind = desk.getBean(CheckBlind.class);
            figures = desk.getBean(Figures.class);
            assignments = desk.getBean(Assignments.class);
            transaction = new TransactionTemplate(desk.getBean(PlatformTransactionManager.class));
        }

        /** One TPS with one contest: what its paper says and how far it has come. */
        private record Case(ReportAddress address, Tps tps, Paper paper, Fate fate, Slip slip, boolean even) {}

        void pass(List<Tps> stations, EarlyEvening hours) {
            Map<String, Map<String, Integer>> turnouts = new HashMap<>();
            stations.forEach(tps -> turnouts.put(tps.code(), Paper.turnout(tps, random)));
            Map<String, List<Tps>> districts = stations.stream()
                    .collect(Collectors.groupingBy(tps -> tps.village().district(), TreeMap::new, Collectors.toList()));
            Map<String, List<Case>> groups = new TreeMap<>(); // by kecamatan and contest: both come in side by side
            for (String contest : List.of("gubernur", "bupati")) {
                districts.forEach((district, theirs) -> {
                    Map<String, Fate> fates = fates(contest, theirs);
                    groups.put(
                            district + contest,
                            theirs.stream()
                                    .map(tps -> theCase(contest, tps, turnouts.get(tps.code()), fates.get(tps.code())))
                                    .toList());
                });
            }
            int nth = 0;
            for (List<Case> group : groups.values()) {
                hours.reach(nth++, groups.size());
                // one transaction for a case: none is ever left halfway
                group.forEach(one -> transaction.executeWithoutResult(status -> live(one)));
            }
        }

        private Map<String, Fate> fates(String contest, List<Tps> district) {
            Map<String, Fate> fates = new HashMap<>();
            List<Fate> spread = Fate.spread(district.size());
            for (Tps tps : district) {
                List<Fate> laidDown =
                        LAID_DOWN.get(contest + " " + tps.village().code());
                int number = StationCode.of(tps.code()).number();
                Fate fate = tps.isSpecial()
                        ? contest.equals("bupati") ? Fate.RECHECK_SECOND_LOOK : Fate.AWAITED
                        : laidDown == null ? null : laidDown.get(number - 1);
                if (fate != null) {
                    fates.put(tps.code(), fate);
                    if (!spread.remove(fate)) {
                        spread.remove(spread.size() - 1);
                    }
                }
            }
            Collections.shuffle(spread, random);
            for (Tps tps : district) {
                if (!fates.containsKey(tps.code())) {
                    fates.put(tps.code(), spread.remove(spread.size() - 1));
                }
            }
            return fates;
        }

        private Case theCase(String contest, Tps tps, Map<String, Integer> turnout, Fate fate) {
            Paper paper = Paper.of(turnout, SHARES.get(contest), random);
            List<Slip> slips = fate == Fate.APPROVED_ODD ? ODD_ON_PAPER : ODD;
            Slip slip = fate == Fate.RECHECK_SECOND_LOOK ? Slip.REGISTERED : slips.get(odd++ % slips.size());
            return new Case(
                    new ReportAddress(ELECTION, contest, StationCode.of(tps.code())),
                    tps,
                    paper,
                    fate,
                    slip,
                    random.nextBoolean());
        }

        private void live(Case one) {
            ReportAddress address = one.address();
            long contest = contests.get(ELECTION, address.contest()).id();
            if (one.fate() == Fate.AWAITED
                    || reports.get(contest, address.station()).status() != ReportStatus.AWAITED) {
                return;
            }
            Actor first = actor(one.even() ? "verifikator.satu" : "verifikator.dua", Role.VERIFIER);
            Actor second = actor(one.even() ? "verifikator.dua" : "verifikator.satu", Role.VERIFIER);
            Actor operator = actor(one.tps().village().operator(), Role.OPERATOR);
            switch (one.fate()) {
                case AWAITED -> {}
                case LOCKED -> send(one, operator, one.paper());
                case LOCKED_ODD -> send(one, operator, one.paper().with(one.slip()));
                case HELD -> {
                    send(one, operator, one.even() ? one.paper() : one.paper().with(one.slip()));
                    claim.execute(actor("verifikator.satu", Role.VERIFIER), address, null);
                }
                case CORRECTION_REQUESTED -> requestCorrection(one, operator, first);
                case CORRECTION_CONFIRMED -> {
                    requestCorrection(one, operator, first);
                    answer.execute(operator, address, 1, Correction.Answer.CONFIRMED, null, null);
                }
                case RECHECK_CORRECTED -> applyCorrection(one, operator, first);
                case RECHECK_SECOND_LOOK -> {
                    send(
                            one,
                            operator,
                            one.tps().isSpecial() ? one.paper() : one.paper().with(one.slip()));
                    approve(first, address);
                }
                case DISPUTED -> {
                    requestCorrection(one, operator, first);
                    answer.execute(
                            operator,
                            address,
                            1,
                            Correction.Answer.DISPUTED,
                            "Sudah dicocokkan, di kertas tidak begitu.",
                            null);
                }
                case APPROVED -> {
                    send(one, operator, one.paper());
                    approve(first, address);
                }
                case APPROVED_ODD -> {
                    send(one, operator, one.paper().with(one.slip()));
                    approve(first, address);
                }
                case APPROVED_CORRECTED -> {
                    applyCorrection(one, operator, first);
                    approve(second, address);
                }
            }
        }

        private void send(Case one, Actor operator, Paper sent) {
            submit.execute(
                    operator,
                    one.address(),
                    "simulasi-" + one.address().contest() + "-" + one.tps().code(),
                    new SubmitReport.Command(sent.figures(), sent.votes(), true, EXPLANATIONS));
            if (photos < PHOTOS && one.address().contest().equals("bupati")) {
                photos++;
                addPhoto.execute(operator, one.address(), 1, DrawnForm.photo(one.paper(), SEED + photos));
            }
        }

        private void requestCorrection(Case one, Actor operator, Actor verifier) {
            Paper sent = one.paper().with(one.slip());
            String field = one.slip().field();
            send(one, operator, sent);
            readPhoto(verifier, one.address());
            request.execute(
                    verifier,
                    one.address(),
                    Map.of(field, one.paper().get(field)),
                    "Foto C.Hasil menunjukkan " + one.paper().get(field) + ", terkirim " + sent.get(field) + ".",
                    null,
                    null);
        }

        private void applyCorrection(Case one, Actor operator, Actor verifier) {
            requestCorrection(one, operator, verifier);
            answer.execute(operator, one.address(), 1, Correction.Answer.CONFIRMED, "Betul, salah ketik.", null);
            apply.execute(verifier, one.address(), 1, null);
        }

        private void approve(Actor verifier, ReportAddress address) {
            readPhoto(verifier, address);
            approve.execute(verifier, address, null);
        }

        /** Reads the decisive figures from the photo as the operator did, where that is asked for. */
        private void readPhoto(Actor verifier, ReportAddress address) {
            Report report =
                    reports.get(contests.get(ELECTION, address.contest()).id(), address.station());
            if (report.isVeiledFor(verifier)) {
                Tally tally = report.current().tally();
                Map<String, Integer> keyed = new TreeMap<>();
                BlindCheck.fields(figures.form(report.contest()), tally)
                        .forEach(field -> keyed.put(field, tally.get(field)));
                checkBlind.execute(verifier, address, keyed, null);
            }
        }

        private Actor actor(String username, Role role) {
            return actors.computeIfAbsent(
                    username, name -> new Actor(name, name, Set.of(role), assignments.inForce(name)));
        }
    }
}
