package id.deskpemilu.dispatch.sending;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.DeskPemilu;
import id.deskpemilu.Quietly;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.dispatch.LetterReceipted;
import id.deskpemilu.dispatch.LetterSent;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.dispatch.receiving.Receipts;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetter.Review;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.dispatch.receiving.ReceivedMother;
import id.deskpemilu.dispatch.sending.Transfer.State;
import id.deskpemilu.dispatch.signature.Credentials;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.dispatch.signature.SignatureBox;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.dispatch.signature.SigningRequest;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.RollUp;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.dispatch.usecase.RegisterSender;
import id.deskpemilu.dispatch.usecase.ReviewReceivedLetter;
import id.deskpemilu.dispatch.usecase.WatchReceived;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.Zone;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three desks on one machine, each with a database and a key of its own: a regency, its province, the ministry. */
@Tag("evening")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TiersIT {

    private static final String PROVINCE = "98";
    private static final String REGENCY = "9801";
    private static final String NEIGHBOUR = "9802";
    private static final String FOREIGN = "9803";
    private static final String ELECTION = "uji-berjenjang";
    private static final LocalDate DAY = LocalDate.of(2024, 11, 27);
    private static final String CRASHING = "tiers-crash";
    private static final Path LOG = Path.of("target/tiers-crash.log");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Instant AT_16 = Instant.parse("2024-11-27T09:00:00Z");
    private static final Instant AT_18 = Instant.parse("2024-11-27T11:00:00Z");
    private static final Instant AT_20 = Instant.parse("2024-11-27T13:00:00Z");

    private final List<Process> children = new ArrayList<>();
    private final List<Desk> desks = new ArrayList<>();
    private final int provincePort = freePort();
    private final int ministryPort = freePort();

    private Map<String, String> provinceDatabase = Map.of();
    private Desk regency;
    private Desk province;
    private Desk ministry;

    /** A running desk. */
    private record Desk(ConfigurableApplicationContext context, int port, ConcurrentLinkedQueue<Object> told) {

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        JdbcClient jdbc() {
            return bean(JdbcClient.class);
        }

        long count(String sql, Object... parameters) {
            return jdbc().sql(sql).params(parameters).query(Long.class).single();
        }

        void inTransaction(Runnable act) {
            new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> act.run());
        }
    }

    /** What an API answered. */
    private record Answer(int status, byte[] body) {

        String code() throws IOException {
            return json().path("code").asString();
        }

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    @BeforeAll
    void two_desks_and_a_database_for_the_third() throws Exception {
        regency = desk(
                LocalServers.anotherDesk("tiers_regency"), freePort(), receiver("provinsi", REGENCY, provincePort));
        ministry = desk(LocalServers.anotherDesk("tiers_ministry"), ministryPort, List.of());
        provinceDatabase = LocalServers.anotherDesk("tiers_province");
        for (Desk desk : List.of(regency, ministry)) {
            prepare(desk.jdbc());
        }
    }

    @AfterAll
    void leave_nothing_behind() throws InterruptedException {
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
        desks.forEach(desk -> desk.context().close());
    }

    // ---- the desks

    private Desk desk(Map<String, String> servers, int port, List<String> more) {
        ConcurrentLinkedQueue<Object> told = new ConcurrentLinkedQueue<>();
        List<String> arguments = arguments(servers, port);
        arguments.addAll(more);
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
            if (event.getPayload() instanceof LetterSent || event.getPayload() instanceof LetterReceipted) {
                told.add(event.getPayload());
            }
        };
        Desk desk = new Desk(
                new SpringApplicationBuilder(DeskPemilu.class)
                        .listeners(listener)
                        .run(arguments.toArray(String[]::new)),
                port,
                told);
        desks.add(desk);
        return desk;
    }

    private static List<String> arguments(Map<String, String> servers, int port) {
        List<String> arguments = new ArrayList<>();
        servers.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--DESK_PORT=" + port);
        arguments.add("--logging.level.root=warn");
        arguments.add("--desk.letters.transfers.first-wait=500ms");
        arguments.add("--desk.letters.transfers.longest-wait=1s");
        return arguments;
    }

    private static List<String> receiver(String name, String region, int port) {
        String prefix = "--desk.letters.receivers[0].";
        return List.of(
                prefix + "name=" + name,
                prefix + "title=Desk " + name,
                prefix + "channel=DESK",
                prefix + "regions[0]=" + region,
                prefix + "desk.url=http://localhost:" + port,
                prefix + "desk.token-url=" + LocalServers.tokenUrl(),
                prefix + "desk.client-id=" + LocalServers.SENDER_CLIENT,
                prefix + "desk.client-secret=" + LocalServers.SENDER_SECRET);
    }

    private static void prepare(JdbcClient jdbc) {
        for (String region : List.of(PROVINCE, REGENCY, NEIGHBOUR, FOREIGN)) {
            jdbc.sql("insert into desk.region (code, name, zone) values (?, ?, 'WITA') on conflict do nothing")
                    .params(region, "Wilayah Uji " + region)
                    .update();
        }
        jdbc.sql("""
                        insert into desk.election (code, name, held_on, phase) values (?, 'Pilkada Uji', ?, 'REHEARSAL')
                        on conflict do nothing
                        """).params(ELECTION, DAY).update();
    }

    /** The province's administrator says from whom letters are taken. */
    private static void register(Desk receiver, String region, Desk sender) {
        String certificate = sender.bean(Seal.class).certificate();
        receiver.bean(RegisterSender.class)
                .execute(
                        actor("admin", Role.ADMIN),
                        new RegionCode(region),
                        "Kesbangpol " + region,
                        LocalServers.SENDER,
                        certificate,
                        certificate);
    }

    private static Actor actor(String name, Role role) {
        return new Actor(name, name, Set.of(role), List.of(new Actor.Scope(role, new RegionCode(PROVINCE))));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // ---- letters

    /** A signed letter. */
    private record Signed(UUID name, String region, String number, Frozen frozen, byte[] pdf) {}

    private static Signed letter(Desk desk, String region, Instant at, int seed) {
        UUID name = UUID.randomUUID();
        return signed(
                desk,
                ReceivedMother.frozen(
                        name,
                        new Snapshot.OfElection(ELECTION, "Pilkada Uji", DAY, true),
                        region,
                        ContestType.GUBERNUR,
                        seed,
                        at));
    }

    private static Signed signed(Desk desk, Frozen frozen) {
        UUID name = frozen.snapshot().letter();
        String region = frozen.snapshot().region().code().digits();
        String number = "200.2.1/" + name.toString().substring(0, 8) + "/" + region;
        return new Signed(name, region, number, frozen, sign(desk, name, ReceivedMother.paper(frozen, number)));
    }

    private static byte[] sign(Desk desk, UUID name, byte[] paper) {
        return desk.bean(Signer.class)
                .sign(new SigningRequest(
                        name,
                        paper,
                        new SignatureBox(1, 300, 100, 200, 60),
                        "Drs. Uji",
                        "Laporan",
                        "Uji",
                        Instant.now(),
                        Credentials.none()));
    }

    /** As the transaction that signs leaves it. */
    private static void enqueue(Desk desk, Signed letter) {
        LetterMother.signed(
                desk.context(),
                letter.name(),
                ELECTION,
                letter.region(),
                letter.frozen().snapshot().shown(),
                letter.number(),
                letter.pdf());
        desk.inTransaction(() -> {
            desk.bean(Transfers.class).enqueue(new LetterId(letter.name()));
            desk.bean(Transfers.class).enqueue(new LetterId(letter.name())); // once more changes nothing
        });
    }

    private static Transfer transfer(Desk desk, Signed letter, Transfer.Act act) {
        return desk.bean(Transfers.class).of(new LetterId(letter.name())).stream()
                .filter(one -> one.act() == act)
                .findFirst()
                .orElseThrow();
    }

    private static ReceivedLetter received(Desk desk, Signed letter) {
        return desk.bean(ReceivedLetters.class).get(new LetterId(letter.name()));
    }

    private Answer put(Signed letter, byte[] file) throws Exception {
        return put(letter, letter.number(), file);
    }

    private Answer put(Signed letter, String number, byte[] file) throws Exception {
        return ask(
                "PUT",
                "/" + letter.name() + "?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8),
                LocalServers.SENDER,
                file);
    }

    private Answer ask(String method, String path, String user, byte[] body) throws Exception {
        HttpResponse<byte[]> answer = HTTP.send(
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + province.port() + "/api/v1/received-letters" + path))
                        .header("Authorization", "Bearer " + LocalServers.accessToken(user))
                        .header("Content-Type", "application/pdf")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.body());
    }

    private static void await(String what, int seconds, BooleanSupplier done) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(seconds);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            Thread.sleep(Duration.ofMillis(200).toMillis());
        }
    }

    // ---- what happens

    @Test
    @Order(1)
    void a_province_killed_in_the_middle_of_receiving_keeps_nothing_and_gets_the_letter_once() throws Exception {
        Process child = province();
        await("the province to answer", 240, () -> answers(provincePort));
        // its database, seen from beside it
        try (Beside beside = new Beside(provinceDatabase)) {
            prepare(beside.jdbc());
            beside.register(REGENCY, regency);
            beside.jdbc().sql("""
                            create function desk.wait_long() returns trigger language plpgsql as $$
                            begin
                                if current_setting('application_name') = 'tiers-crash' then perform pg_sleep(60); end if;
                                return null;
                            end $$
                            """).update();
            beside.jdbc()
                    .sql(
                            "create trigger molasses after insert on desk.received_file for each statement execute function desk.wait_long()")
                    .update();
            Signed letter = letter(regency, REGENCY, AT_16, 1);
            enqueue(regency, letter);
            await("the province to be in the middle of it", 60, () -> beside.count("""
                            select count(*) from pg_stat_activity where application_name = ? and wait_event = 'PgSleep'
                            """, CRASHING) > 0);

            child.destroyForcibly().waitFor();
            // what a killed program left open the server notices when its sleep ends
            beside.jdbc()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")
                    .param(CRASHING)
                    .query(Boolean.class)
                    .list();
            await(
                    "the regency to see that it failed",
                    30,
                    () -> transfer(regency, letter, Transfer.Act.LETTER).state() == State.FAILED);
            for (String table : List.of("received_letter", "received_file", "refused_letter")) {
                assertThat(beside.count("select count(*) from desk." + table))
                        .as(table)
                        .isZero();
            }
            assertThat(beside.count("select count(*) from desk.audit_event where type = 'LetterReceived'"))
                    .isZero();
            assertThat(beside.count(
                            "select count(*) from camunda.act_ru_execution where business_key_ = ?",
                            letter.name().toString()))
                    .isZero();
            beside.jdbc().sql("drop trigger molasses on desk.received_file").update();

            province = desk(provinceDatabase, provincePort, receiver("kemendagri", PROVINCE, ministryPort));
            await(
                    "the retry",
                    60,
                    () -> transfer(regency, letter, Transfer.Act.LETTER).state() == State.RECEIPTED);
            Transfer arrived = transfer(regency, letter, Transfer.Act.LETTER);
            assertThat(arrived.attempts()).isGreaterThan(1);
            assertThat(beside.count("select count(*) from desk.received_letter"))
                    .isEqualTo(1);
            assertThat(beside.count("select count(*) from desk.audit_event where type = 'LetterReceived'"))
                    .isEqualTo(1);
            assertThat(regency.told())
                    .containsExactly(
                            new LetterSent(new LetterId(letter.name())),
                            new LetterReceipted(new LetterId(letter.name())));

            byte[] receipt = regency.bean(Transfers.class)
                    .receipt(new LetterId(letter.name()), "provinsi")
                    .orElseThrow();
            assertThat(receipt).isEqualTo(province.bean(ReceivedLetters.class).receipt(new LetterId(letter.name())));
            Receipts.Opened<Receipts.Receipt> opened =
                    regency.bean(Receipts.class).openReceipt(receipt);
            assertThat(opened.content().sha256()).isEqualTo(Sha256.of(letter.pdf()));
            assertThat(opened.certificate()).isEqualTo(province.bean(Seal.class).certificateHash());
        }
    }

    @Test
    @Order(2)
    void the_same_letter_twice_has_the_same_receipt_and_another_file_of_that_name_is_refused() throws Exception {
        Signed letter = letter(regency, REGENCY, AT_16.minusSeconds(60), 2);
        Answer first = put(letter, letter.pdf());
        Answer second = put(letter, letter.pdf());
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(province.count("select count(*) from desk.received_letter where id = ?", letter.name()))
                .isEqualTo(1);
        byte[] again = sign(regency, letter.name(), ReceivedMother.paper(letter.frozen(), letter.number()));
        assertThat(put(letter, again).code()).isEqualTo("LETTER_OTHER_FILE");
        assertThat(put(letter, again).status()).isEqualTo(409);
    }

    @Test
    @Order(3)
    void what_does_not_fit_is_refused_with_its_reason_and_nothing_of_it_is_kept() throws Exception {
        Signed letter = letter(regency, REGENCY, AT_16, 3);
        Frozen frozen = letter.frozen();
        byte[] tampered = letter.pdf().clone();
        tampered[new String(tampered, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 1] ^= 1;
        Signed other = letter(regency, REGENCY, AT_16, 4);
        Signed foreign = letter(regency, FOREIGN, AT_16, 5);
        Signed stranger = letter(ministry, REGENCY, AT_16, 6);
        Signed elsewhere = signed(regency, of(new Snapshot.OfElection("lain-2024", "Lain", DAY, true)));
        Signed otherDay = signed(regency, of(new Snapshot.OfElection(ELECTION, "Uji", DAY.plusDays(1), true)));
        Signed real = signed(regency, of(new Snapshot.OfElection(ELECTION, "Uji", DAY, false)));
        byte[] forged = new String(frozen.json(), StandardCharsets.UTF_8)
                .replaceFirst("\"valid\":\\d+", "\"valid\":999999")
                .getBytes(StandardCharsets.UTF_8);

        assertRefused("LETTER_BROKEN", letter, tampered);
        assertRefused("LETTER_BROKEN", letter, "bukan PDF".getBytes(StandardCharsets.UTF_8));
        assertRefused("LETTER_UNSIGNED", letter, ReceivedMother.paper(frozen, letter.number()));
        assertRefused(
                "LETTER_HASH_WRONG",
                letter,
                sign(
                        regency,
                        letter.name(),
                        ReceivedMother.paper(letter.name(), frozen.sha256(), forged, letter.number())));
        assertRefused(
                "SNAPSHOT_INCONSISTENT",
                letter,
                sign(
                        regency,
                        letter.name(),
                        ReceivedMother.paper(letter.name(), Sha256.of(forged), forged, letter.number())));
        assertRefused("LETTER_OTHER_NAME", letter, other.pdf());
        assertRefused("LETTER_REGION_FOREIGN", foreign, foreign.pdf());
        assertRefused("LETTER_SIGNER_UNKNOWN", stranger, stranger.pdf());
        assertRefused("LETTER_ELECTION_UNKNOWN", elsewhere, elsewhere.pdf());
        assertRefused("LETTER_ELECTION_UNKNOWN", otherDay, otherDay.pdf());
        assertRefused("LETTER_REHEARSAL_MIXED", real, real.pdf());
        assertThat(put(letter, "lain/1", letter.pdf()).code()).isEqualTo("LETTER_NUMBER_WRONG");
        assertRefused("LETTER_TOO_LARGE", letter, new byte[20 * 1024 * 1024 + 1]);

        WatchReceived.Watched watched =
                province.bean(WatchReceived.class).execute(actor("supervisor", Role.SUPERVISOR), ELECTION);
        assertThat(watched.refused()).extracting(refused -> refused.code()).contains("LETTER_REGION_FOREIGN");
        assertThat(put(letter, letter.pdf()).status())
                .as("refused before, taken now that it is right")
                .isEqualTo(200);
    }

    private static Frozen of(Snapshot.OfElection election) {
        return ReceivedMother.frozen(UUID.randomUUID(), election, REGENCY, ContestType.GUBERNUR, 9, AT_16);
    }

    private void assertRefused(String code, Signed letter, byte[] file) throws Exception {
        Answer answer = put(letter, file);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(province.count("select count(*) from desk.received_letter where id = ?", letter.name()))
                .isZero();
        assertThat(province.count("select count(*) from desk.received_file where letter = ?", letter.name()))
                .isZero();
        assertThat(province.count(
                        "select count(*) from desk.refused_letter where letter = ? and code = ? and file_sha256 = ?",
                        letter.name(),
                        code,
                        Sha256.of(file)))
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void a_refusal_is_kept_by_the_sender_and_not_tried_again_until_a_person_asks() throws Exception {
        Signed stranger = letter(ministry, REGENCY, AT_16, 10);
        Transfer refused = Quietly.call(List.of(Carrier.class.getName()), () -> {
            enqueue(regency, stranger);
            await(
                    "the refusal",
                    30,
                    () -> transfer(regency, stranger, Transfer.Act.LETTER).state() == State.REFUSED);
            Thread.sleep(2_500);
            return transfer(regency, stranger, Transfer.Act.LETTER);
        });
        assertThat(refused.error()).isEqualTo("LETTER_SIGNER_UNKNOWN");
        assertThat(refused.answer()).contains("Sertifikat");
        assertThat(refused.nextAt()).isNull();
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(regency.told()).doesNotContain(new LetterSent(new LetterId(stranger.name())));

        register(province, REGENCY, ministry); // the wrong certificate, for this moment
        regency.inTransaction(() -> regency.bean(Transfers.class).resend(new LetterId(stranger.name())));
        await(
                "the letter",
                30,
                () -> transfer(regency, stranger, Transfer.Act.LETTER).state() == State.RECEIPTED);
        register(province, REGENCY, regency);
    }

    @Test
    @Order(5)
    void the_letter_frozen_last_counts_whatever_comes_last_and_a_withdrawn_one_counts_no_more() throws Exception {
        Signed at20 = letter(regency, REGENCY, AT_20, 11);
        Signed at18 = letter(regency, REGENCY, AT_18, 12);
        enqueue(regency, at20);
        await("20.00", 30, () -> transfer(regency, at20, Transfer.Act.LETTER).state() == State.RECEIPTED);
        enqueue(regency, at18);
        await("18.00", 30, () -> transfer(regency, at18, Transfer.Act.LETTER).state() == State.RECEIPTED);
        assertThat(received(province, at18).standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(received(province, at18).supersededBy()).isEqualTo(new LetterId(at20.name()));
        assertThat(received(province, at20).standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(latest()).containsExactly(at20.name());

        regency.inTransaction(
                () -> regency.bean(Transfers.class).withdraw(new LetterId(at20.name()), "salah ketik di Kecamatan 1"));
        await(
                "the withdrawal",
                30,
                () -> transfer(regency, at20, Transfer.Act.WITHDRAWAL).state() == State.SENT);
        assertThat(received(province, at20).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(received(province, at20).withdrawalReason()).isEqualTo("salah ketik di Kecamatan 1");
        assertThat(latest()).as("what it had superseded does not come back").isEmpty();
        assertThat(province.bean(ReceivedLetters.class).pdf(new LetterId(at20.name())))
                .as("it stays readable")
                .isEqualTo(at20.pdf());
    }

    private List<UUID> latest() {
        return province.bean(ReceivedLetters.class).latest(ELECTION, new RegionCode(PROVINCE)).stream()
                .map(latest -> latest.letter().value())
                .toList();
    }

    @Test
    @Order(6)
    void two_regencies_are_added_up_and_the_province_forwards_to_the_ministry() throws Exception {
        register(province, NEIGHBOUR, regency);
        Signed mine = letter(regency, REGENCY, AT_20.plusSeconds(60), 21);
        enqueue(regency, mine);
        Signed theirs = letter(regency, NEIGHBOUR, AT_20.plusSeconds(30), 22);
        assertThat(put(theirs, theirs.pdf()).status()).isEqualTo(200);
        await("mine", 30, () -> transfer(regency, mine, Transfer.Act.LETTER).state() == State.RECEIPTED);
        List<ReceivedLetters.Latest> latest =
                province.bean(ReceivedLetters.class).latest(ELECTION, new RegionCode(PROVINCE));
        assertThat(latest).extracting(one -> one.letter().value()).containsExactly(mine.name(), theirs.name());

        // the supervisor of the province looks at one, and its sender reads the note
        province.bean(ReviewReceivedLetter.class)
                .execute(
                        actor("supervisor", Role.SUPERVISOR),
                        new LetterId(mine.name()),
                        Review.QUESTIONED,
                        "Mohon jelaskan Kecamatan 2");
        Answer status = ask("GET", "/" + mine.name(), LocalServers.SENDER, new byte[0]);
        assertThat(status.json().path("review").asString()).isEqualTo("QUESTIONED");
        assertThat(status.json().path("note").asString()).isEqualTo("Mohon jelaskan Kecamatan 2");

        RollUp.Result sum = RollUp.of(
                UUID.randomUUID(),
                new Snapshot.OfElection(ELECTION, "Pilkada Uji", DAY, true),
                new Snapshot.Place(new RegionCode(PROVINCE), "Provinsi Uji", Zone.WITA),
                AT_20.plusSeconds(300),
                AT_20.plusSeconds(300),
                latest.stream()
                        .map(one -> new RollUp.Received(one.frozen(), one.number(), one.region()))
                        .toList(),
                List.of());
        long votes = Stream.of(mine, theirs)
                .mapToLong(
                        one -> one.frozen().snapshot().contests().get(0).whole().valid())
                .sum();
        assertThat(sum.snapshot().contests().get(0).whole().valid()).isEqualTo(votes);
        Signed up = signed(province, new SnapshotJson().freeze(sum.snapshot()));
        register(ministry, PROVINCE, province);
        enqueue(province, up);
        await(
                "the ministry",
                60,
                () -> transfer(province, up, Transfer.Act.LETTER).state() == State.RECEIPTED);
        ReceivedLetter there = received(ministry, up);
        assertThat(there.region().digits()).isEqualTo(PROVINCE);
        assertThat(there.number()).isEqualTo(up.number());
        Snapshot read = ministry.bean(ReceivedLetters.class).snapshot(there).snapshot();
        assertThat(read.sources()).extracting(Snapshot.Source::letter).containsExactly(mine.name(), theirs.name());
        assertThat(read.contests().get(0).whole().valid()).isEqualTo(votes);
        assertThat(province.told())
                .containsExactly(new LetterSent(new LetterId(up.name())), new LetterReceipted(new LetterId(up.name())));
    }

    // ---- a province that dies

    private Process province() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(element -> !element.isEmpty())
                        .collect(Collectors.joining(File.pathSeparator)),
                DeskPemilu.class.getName()));
        command.addAll(arguments(provinceDatabase, provincePort));
        command.add("--spring.datasource.hikari.data-source-properties.ApplicationName=" + CRASHING);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        children.add(process);
        return process;
    }

    private static boolean answers(int port) {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "http://localhost:" + port + "/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The database of a desk, without the desk. */
    private static final class Beside implements AutoCloseable {

        private final org.springframework.jdbc.datasource.SingleConnectionDataSource connection;

        Beside(Map<String, String> servers) {
            connection = new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                    servers.get("DESK_DB_URL"), servers.get("DESK_DB_USER"), servers.get("DESK_DB_PASSWORD"), true);
        }

        JdbcClient jdbc() {
            return JdbcClient.create(connection);
        }

        long count(String sql, Object... parameters) {
            return jdbc().sql(sql).params(parameters).query(Long.class).single();
        }

        /** What {@link RegisterSender} writes. */
        void register(String region, Desk sender) {
            String certificate = sender.bean(Seal.class).certificateHash();
            jdbc().sql("""
                            insert into desk.sender (region, name, username, certificate, seal_certificate, registered_by,
                                registered_at)
                            values (?, 'Kesbangpol Uji', ?, ?, ?, 'admin', now())
                            """)
                    .params(region, LocalServers.SENDER, certificate, certificate)
                    .update();
            jdbc().sql("""
                            insert into desk.assignment (username, role, region, valid_from)
                            values (?, 'SENDER', ?, now() - interval '1 minute')
                            """).params(LocalServers.SENDER, region).update();
        }

        @Override
        public void close() {
            connection.destroy();
        }
    }
}
