package id.deskpemilu.election.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.Quietly;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.usecase.ApplyImport;
import id.deskpemilu.election.usecase.CreateElection;
import id.deskpemilu.election.usecase.DraftImport;
import id.deskpemilu.election.usecase.ReviewImport;
import id.deskpemilu.election.usecase.StartImport;
import id.deskpemilu.identity.AccountDirectory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.identity.usecase.MoveAssignment;
import id.deskpemilu.identity.usecase.RenewPassword;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports on the real database and the real account server. Each test has a regency of its own. */
class ImportIT extends RunningDesk {

    private static final AtomicInteger NEXT = new AtomicInteger(10);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private ApplyImport applyImport;

    @Autowired
    private DraftImport draftImport;

    @Autowired
    private StartImport startImport;

    @Autowired
    private ReviewImport reviewImport;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private CreateElection createElection;

    @Autowired
    private MoveAssignment moveAssignment;

    @Autowired
    private RenewPassword renewPassword;

    @Autowired
    private Assignments assignments;

    @Autowired
    private id.deskpemilu.identity.Contacts contacts;

    @Autowired
    private AccountDirectory directory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private String regency = "";
    private String election = "";
    private Actor admin = admin("97");

    @BeforeEach
    void electionOfItsOwn() {
        regency = "97" + NEXT.getAndIncrement();
        election = "impor-" + regency;
        admin = admin(regency);
        createElection.execute(admin, election, "Impor " + regency, LocalDate.of(2024, 11, 27), Phase.ACTIVE);
    }

    @Test
    void a_bad_row_in_one_file_changes_nothing_of_any() {
        var files = files(Map.of(
                ImportKind.REGIONS, regions(2),
                ImportKind.STATIONS, stations(2, 3) + "xx;1;2\n",
                ImportKind.OPERATORS, operators(2)));
        assertThatThrownBy(() -> applyImport.execute(admin, election, files, ImportProgress.NOBODY))
                .isInstanceOf(ImportInvalid.class)
                .satisfies(thrown -> assertThat(((ImportInvalid) thrown).errors())
                        .extracting(ImportError::line, ImportError::code)
                        .containsExactly(org.assertj.core.api.Assertions.tuple(8L, "STATION_CODE")));
        assertThat(regionsStored()).isZero();
        assertThat(accountExists(username(1))).isFalse();
    }

    @Test
    void the_same_files_twice_change_nothing_the_second_time() {
        var files = files(Map.of(
                ImportKind.REGIONS, regions(3),
                ImportKind.STATIONS, stations(3, 2),
                ImportKind.BALLOTS, ballots(),
                ImportKind.OPERATORS, operators(3)));
        ImportResult first = applyImport.execute(admin, election, files, ImportProgress.NOBODY);
        assertThat(first.accounts()).hasSize(3);
        assertThat(first.plan().parts().get(ImportKind.STATIONS).added()).isEqualTo(6);
        String before = everything();

        ImportResult second = applyImport.execute(admin, election, files, ImportProgress.NOBODY);
        assertThat(second.plan().changesAnything()).isFalse();
        assertThat(second.accounts()).isEmpty();
        assertThat(everything()).isEqualTo(before);
        assertThat(login(username(1), first.accounts().get(0).password())).isEqualTo("must change the password");
    }

    @Test
    void changed_stations_and_ballots_are_written_and_stand_in_the_log_with_their_old_values() {
        apply(Map.of(
                ImportKind.REGIONS, regions(1),
                ImportKind.STATIONS, stations(1, 2),
                ImportKind.BALLOTS, ballots()));
        apply(Map.of(
                ImportKind.STATIONS, stations(1, 2).replace(";155", ";156"),
                ImportKind.BALLOTS, ballots().replace("Ani", "Ana")));
        assertThat(testElections.count(
                        "select count(*) from desk.station where code like ? and dpt_p = 156", regency + "%"))
                .isEqualTo(2);
        assertThat(jdbc.sql("select data::text from desk.audit_event where subject = ? order by seq desc limit 1")
                        .param("election:" + election)
                        .query(String.class)
                        .single())
                .contains("\"155\"", "\"156\"", "Ani", "Ana");
    }

    @Test
    void dapil_and_lists_are_written_replaced_and_kept_once_the_contest_is_open() {
        Map<ImportKind, String> files = new EnumMap<>(Map.of(
                ImportKind.REGIONS, regions(3),
                ImportKind.STATIONS, stations(3, 1),
                ImportKind.BALLOTS,
                        "jenis;wilayah;nomor;nama\ndprd-kab;" + regency + ";1;Satu\ndprd-kab;" + regency + ";2;Dua\n",
                ImportKind.DAPIL, dapil("D1", "D1", "D2"),
                ImportKind.CANDIDATES, candidates("Ani")));
        ImportResult first = apply(files);
        assertThat(first.plan().parts().get(ImportKind.DAPIL).added()).isEqualTo(3);
        assertThat(first.plan().parts().get(ImportKind.CANDIDATES).added()).isEqualTo(4);
        assertThat(apply(files).plan().changesAnything()).isFalse();

        apply(Map.of(ImportKind.DAPIL, dapil("D1", "D2", "D2"), ImportKind.CANDIDATES, candidates("Ana")));
        assertThat(lists()).containsExactly("D1 1.1 Ana", "D1 1.2 Budi", "D2 1.1 Cici", "D2 2.1 Dodi");
        assertThat(jdbc.sql("select data::text from desk.audit_event where subject = ? order by seq desc limit 1")
                        .param("election:" + election)
                        .query(String.class)
                        .single())
                .contains("\"Ani\"", "\"Ana\"", "\"D1\"", "\"D2\"");

        // a dapil that is gone takes its lists with it
        apply(Map.of(ImportKind.DAPIL, dapil("D2", "D2", "D2")));
        assertThat(lists()).containsExactly("D2 1.1 Cici", "D2 2.1 Dodi");

        apply(Map.of(ImportKind.DAPIL, dapil("D1", "D2", "D2"), ImportKind.CANDIDATES, candidates("Ani")));
        jdbc.sql("update desk.contest set state = 'OPEN' where area = ?")
                .param(regency)
                .update();
        assertThatThrownBy(() -> apply(
                        Map.of(ImportKind.DAPIL, dapil("D2", "D2", "D2"), ImportKind.CANDIDATES, candidates("Ina"))))
                .isInstanceOf(ImportInvalid.class)
                .satisfies(thrown -> assertThat(((ImportInvalid) thrown).errors())
                        .extracting(ImportError::code)
                        .contains("BALLOT_IN_USE"));
        assertThat(lists()).hasSize(4).first().isEqualTo("D1 1.1 Ani");
    }

    @Test
    void contacts_are_written_replaced_and_stand_in_the_log_as_numbers_of_rows_only() {
        apply(Map.of(ImportKind.REGIONS, regions(2), ImportKind.CONTACTS, contacts("Siti Uji;Sekretaris")));
        assertThat(contacts.of(new RegionCode(village(1))))
                .extracting(contact -> contact.region().digits() + " " + contact.name() + " " + contact.number())
                .containsExactly(
                        village(1) + " Joko Uji 628000002", // first by its place
                        village(1) + " Siti Uji 628000001",
                        regency + "01 Rina Uji 628000003",
                        regency + " Dewi Uji 628000004");
        assertThat(contacts.of(new RegionCode(village(2))))
                .as("what lies above, where the desa has nobody")
                .extracting(id.deskpemilu.identity.Contact::name)
                .containsExactly("Rina Uji", "Dewi Uji");
        assertThat(apply(Map.of(ImportKind.CONTACTS, contacts("Siti Uji;Sekretaris")))
                        .plan()
                        .changesAnything())
                .isFalse();

        apply(Map.of(ImportKind.CONTACTS, contacts("Ani Uji;Kepala desa")));
        assertThat(contacts.of(new RegionCode(village(1))))
                .extracting(id.deskpemilu.identity.Contact::name)
                .contains("Ani Uji")
                .doesNotContain("Siti Uji");
        apply(Map.of(
                ImportKind.CONTACTS, "wilayah;nama;jabatan;telepon\n" + village(1) + ";Joko Uji;Ketua;0800 0002\n"));
        assertThat(contacts.of(new RegionCode(village(1))))
                .as("the file has all of the desa, and says nothing of the kecamatan")
                .extracting(id.deskpemilu.identity.Contact::name)
                .containsExactly("Joko Uji", "Rina Uji", "Dewi Uji");
        assertThat(jdbc.sql("select data::text from desk.audit_event where subject = ?")
                        .param("election:" + election)
                        .query(String.class)
                        .list())
                .anySatisfy(data -> assertThat(data).contains("\"contacts\"", "\"added\": 4"))
                .allSatisfy(data -> assertThat(data).doesNotContain("Uji;", "Siti", "Ani", "Joko", "8000"));
    }

    private String contacts(String first) {
        return """
                wilayah;nama;jabatan;telepon;urutan
                %1$s;%2$s;0800 0001;2
                %1$s;Joko Uji;Ketua PPS;0800 0002;1
                %3$s01;Rina Uji;Kasi;0800 0003;
                %3$s;Dewi Uji;Kabag;+62 800 0004;
                """.formatted(village(1), first, regency);
    }

    private String dapil(String... ofVillages) {
        StringBuilder text = new StringBuilder("jenis;dapil;nama;desa\n");
        for (int n = 1; n <= ofVillages.length; n++) {
            text.append("dprd-kab;%s;Dapil %s;%s%n".formatted(ofVillages[n - 1], ofVillages[n - 1], village(n)));
        }
        return text.toString();
    }

    private static String candidates(String first) {
        return "jenis;dapil;partai;nomor;nama\ndprd-kab;D1;1;1;" + first
                + "\ndprd-kab;D1;1;2;Budi\ndprd-kab;D2;1;1;Cici\ndprd-kab;D2;2;1;Dodi\n";
    }

    private List<String> lists() {
        return jdbc.sql("""
                        select dapil || ' ' || party || '.' || number || ' ' || k.name from desk.candidate k
                        join desk.contest c on c.id = k.contest_id where c.area = ? order by dapil, party, number
                        """).param(regency).query(String.class).list();
    }

    @Test
    void accounts_are_gone_when_the_import_does_not_commit() {
        var files = files(Map.of(ImportKind.REGIONS, regions(5), ImportKind.OPERATORS, operators(5)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(applyImport
                            .execute(admin, election, files, ImportProgress.NOBODY)
                            .accounts())
                    .hasSize(5);
            assertThat(accountExists(username(5))).isTrue();
            status.setRollbackOnly();
        });
        for (int n = 1; n <= 5; n++) {
            assertThat(accountExists(username(n))).as(username(n)).isFalse();
        }
        assertThat(regionsStored()).isZero();
    }

    @Test
    void accounts_are_gone_when_one_of_them_cannot_be_made() {
        List<AccountDirectory.Person> people = new ArrayList<>();
        for (int n = 1; n <= 5; n++) {
            people.add(new AccountDirectory.Person(username(n), "Orang " + n, Set.of(Role.OPERATOR), false));
        }
        people.add(new AccountDirectory.Person("x".repeat(300), "Orang", Set.of(Role.OPERATOR), false));
        assertThatThrownBy(() -> Quietly.call(
                        List.of("id.deskpemilu.identity.keycloak.KeycloakDirectory"),
                        () -> directory.provide(people, done -> {})))
                .isInstanceOf(Refusal.class)
                .hasMessage("DIRECTORY_UNAVAILABLE");
        for (int n = 1; n <= 5; n++) {
            assertThat(accountExists(username(n))).as(username(n)).isFalse();
        }
    }

    @Test
    void an_account_that_exists_gets_the_missing_role() {
        directory.provide(
                List.of(new AccountDirectory.Person(username(1), "Orang 1", Set.of(Role.OPERATOR), false)), done -> {});
        applyImport.execute(
                admin,
                election,
                files(Map.of(
                        ImportKind.REGIONS,
                        regions(1),
                        ImportKind.OPERATORS,
                        "akun;nama;telepon;wilayah;peran\n" + username(1) + ";Orang 1;;" + village(1)
                                + ";supervisor\n")),
                ImportProgress.NOBODY);
        assertThat(rolesOf(username(1))).contains("operator", "supervisor");
    }

    @Test
    void an_account_left_over_from_an_import_that_was_cut_off_gets_a_password_that_somebody_knows() {
        directory.provide(
                List.of(new AccountDirectory.Person(username(1), "Sisa", Set.of(Role.OPERATOR), false)), done -> {});
        ImportResult result = apply(Map.of(ImportKind.REGIONS, regions(1), ImportKind.OPERATORS, operators(1)));
        assertThat(result.accounts()).hasSize(1);
        assertThat(login(username(1), result.accounts().get(0).password())).isEqualTo("must change the password");
    }

    @Test
    void two_hundred_and_seventy_nine_operators_are_there_within_a_minute() {
        long begin = System.nanoTime();
        ImportResult result = apply(Map.of(ImportKind.REGIONS, regions(279), ImportKind.OPERATORS, operators(279)));
        System.out.printf("279 operators: %.1f s%n", (System.nanoTime() - begin) / 1e9);
        assertThat(result.accounts()).hasSize(279);
        assertThat(result.accounts())
                .extracting(ImportResult.NewAccount::password)
                .doesNotHaveDuplicates();
        assertThat(rolesOf(username(279))).contains("operator");
        assertThat(assignments.inForce(username(279)))
                .containsExactly(new Actor.Scope(Role.OPERATOR, RegionCode.of(village(279))));
    }

    @Test
    void fifteen_thousand_stations_are_imported_quickly() {
        apply(Map.of(ImportKind.REGIONS, regions(300)));
        var files = files(Map.of(ImportKind.STATIONS, stations(300, 50)));
        for (String pass : List.of("new", "the same again")) {
            long begin = System.nanoTime();
            applyImport.execute(admin, election, files, ImportProgress.NOBODY);
            System.out.printf("15,000 stations, %s: %.2f s%n", pass, (System.nanoTime() - begin) / 1e9);
        }
        assertThat(testElections.count("select count(*) from desk.station where code like ?", regency + "%"))
                .isEqualTo(15_000);
    }

    @Test
    void a_previewed_import_runs_behind_the_page_and_shows_its_passwords_once() throws InterruptedException {
        UUID id = draftImport.execute(
                admin, election, files(Map.of(ImportKind.REGIONS, regions(40), ImportKind.OPERATORS, operators(40))));
        ReviewImport.Review preview = reviewImport.execute(admin, id);
        assertThat(preview.batch().state()).isEqualTo(ImportBatch.State.PREVIEWED);
        assertThat(preview.plan()).isNotNull();
        assertThat(regionsStored()).isZero();

        startImport.execute(admin, id);
        startImport.execute(admin, id); // sent twice
        List<Integer> seen = new ArrayList<>();
        ImportBatch batch = waitFor(id, seen);
        assertThat(batch.state()).isEqualTo(ImportBatch.State.DONE);
        assertThat(batch.counts().get("operators").added()).isEqualTo(40);
        assertThat(seen).isSorted().last().isEqualTo(batch.total());
        assertThat(runner.takePasswords(id)).hasSize(40);
        assertThat(runner.takePasswords(id)).isEmpty();
        assertThat(testElections.count("select count(*) from desk.import_file where batch_id = ?", id))
                .isZero();
        assertThatThrownBy(
                        () -> reviewImport.execute(new Actor("lain", "Lain", admin.roles(), admin.assignments()), id))
                .hasMessage("IMPORT_UNKNOWN");
    }

    @Test
    void an_import_that_was_cut_off_says_so_and_runs_again() throws InterruptedException {
        UUID id = draftImport.execute(admin, election, files(Map.of(ImportKind.REGIONS, regions(2))));
        jdbc.sql(
                        "update desk.import_batch set state = 'RUNNING', touched_at = now() - interval '2 minutes' where id = ?")
                .param(id)
                .update();
        ImportBatch cutOff = reviewImport.execute(admin, id).batch();
        assertThat(cutOff.state()).isEqualTo(ImportBatch.State.FAILED);
        assertThat(cutOff.message()).isEqualTo("IMPORT_CUT_OFF");

        startImport.execute(admin, id);
        assertThat(waitFor(id, new ArrayList<>()).state()).isEqualTo(ImportBatch.State.DONE);
        assertThat(regionsStored()).isEqualTo(4);
    }

    @Test
    void a_moved_operator_acts_in_the_new_desa_at_once() {
        apply(Map.of(ImportKind.REGIONS, regions(2), ImportKind.OPERATORS, operators(1)));
        Assignment assignment = assignments.of(List.of(username(1))).get(0);
        moveAssignment.execute(admin, assignment.id(), RegionCode.of(village(2)));
        assertThat(assignments.inForce(username(1)))
                .containsExactly(new Actor.Scope(Role.OPERATOR, RegionCode.of(village(2))));
        assertThat(testElections.count(
                        "select count(*) from desk.audit_event where subject = ?", "person:" + username(1)))
                .isEqualTo(3);
    }

    @Test
    void a_new_temporary_password_opens_the_account_and_a_foreign_administrator_gets_none() {
        apply(Map.of(ImportKind.REGIONS, regions(1), ImportKind.OPERATORS, operators(1)));
        String password = renewPassword.execute(admin, username(1)).password();
        assertThat(login(username(1), password)).isEqualTo("must change the password");
        assertThatThrownBy(() -> renewPassword.execute(admin("9699"), username(1)))
                .hasMessage("REGION_FOREIGN");
    }

    // ---- the API

    @Test
    void an_election_is_set_up_through_the_api() throws IOException, InterruptedException {
        testElections.unassign("admin");
        testElections.assign("admin", "ADMIN", regency);
        String code = election + "-api";
        Answer created = post(
                "admin",
                "/elections",
                Map.of("code", code, "name", "Lewat API", "date", "2024-11-27", "phase", "rehearsal"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("simulation").asBoolean()).isTrue();
        assertThat(post("admin", "/elections", Map.of("code", code, "name", "Lagi", "date", "2024-11-27"))
                        .code())
                .isEqualTo("ELECTION_EXISTS");

        Map<ImportKind, String> files = Map.of(
                ImportKind.REGIONS, regions(1),
                ImportKind.STATIONS, stations(1, 1),
                ImportKind.BALLOTS, ballots(),
                ImportKind.OPERATORS, operators(1));
        Answer bad = upload(code, false, Map.of(ImportKind.REGIONS, "kode;nama\nx;Y\n"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.code()).isEqualTo("IMPORT_INVALID");
        JsonNode error = bad.at("errors").get(0);
        assertThat(error.path("file").asString()).isEqualTo("regions");
        assertThat(error.path("line").asInt()).isEqualTo(2);
        assertThat(error.path("column").asString()).isEqualTo("kode");
        assertThat(error.path("code").asString()).isEqualTo("REGION_CODE");
        assertThat(error.path("message").asString()).contains("x");
        assertThat(error.path("allowed").asString()).isNotBlank();

        Answer preview = upload(code, true, files);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.at("plan").path("stations").path("added").asInt()).isEqualTo(1);
        assertThat(preview.at("accounts")).isEmpty();
        assertThat(regionsStored()).isZero();

        Answer applied = upload(code, false, files);
        assertThat(applied.status()).isEqualTo(200);
        assertThat(applied.at("accounts").get(0).path("username").asString()).isEqualTo(username(1));
        assertThat(applied.at("accounts").get(0).path("password").asString()).isNotBlank();

        Answer defined = send(
                "admin",
                "PUT",
                "/elections/" + code + "/contests/bupati",
                Map.of("area", regency, "leftOut", List.of("BALLOTS")),
                Map.of());
        assertThat(defined.status()).isEqualTo(200);
        assertThat(defined.at("leftOut").get(0).asString()).isEqualTo("ballots");
        assertThat(get("admin", "/elections/" + code).at("contests")).hasSize(1);

        assertThat(post("admin", "/elections/" + code + "/phase", Map.of("phase", "active"))
                        .code())
                .isEqualTo("PHASE_REFUSED");
        assertThat(post("supervisor", "/elections/" + code + "/phase", Map.of("phase", "locked"))
                        .status())
                .isEqualTo(403);
        assertThat(post("admin", "/elections/" + code + "/phase", Map.of("phase", "locked"))
                        .at("phase")
                        .asString())
                .isEqualTo("locked");
        assertThat(upload(code, false, files).code()).isEqualTo("ELECTION_FINISHED");
    }

    private Answer upload(String code, boolean preview, Map<ImportKind, String> files) {
        Map<String, String> named = new TreeMap<>();
        files.forEach((kind, text) -> named.put(kind.key(), text));
        return upload("admin", code, named, preview);
    }

    // ---- files

    private static Actor admin(String region) {
        return new Actor(
                "admin", "Admin", Set.of(Role.ADMIN), List.of(new Actor.Scope(Role.ADMIN, new RegionCode(region))));
    }

    private ImportResult apply(Map<ImportKind, String> texts) {
        return applyImport.execute(admin, election, files(texts), ImportProgress.NOBODY);
    }

    private static ImportFiles files(Map<ImportKind, String> texts) {
        Map<ImportKind, byte[]> contents = new EnumMap<>(ImportKind.class);
        texts.forEach((kind, text) -> contents.put(kind, text.getBytes(UTF_8)));
        return new ImportFiles(contents);
    }

    private String village(int number) {
        return regency + "01" + (2000 + number);
    }

    private String username(int number) {
        return "op." + regency + "." + number;
    }

    private String regions(int villages) {
        StringBuilder text = new StringBuilder("kode;nama\n97;Provinsi Uji\n")
                .append(regency)
                .append(";Kabupaten Uji\n")
                .append(regency)
                .append("01;Kecamatan Uji\n");
        for (int n = 1; n <= villages; n++) {
            text.append(village(n)).append(";Desa ").append(n).append('\n');
        }
        return text.toString();
    }

    private String stations(int villages, int each) {
        StringBuilder text = new StringBuilder("kode;dpt_l;dpt_p\n");
        for (int n = 1; n <= villages; n++) {
            for (int tps = 1; tps <= each; tps++) {
                text.append(village(n)).append("%03d;134;155%n".formatted(tps));
            }
        }
        return text.toString();
    }

    private String ballots() {
        return "jenis;wilayah;nomor;nama\nbupati;" + regency + ";1;Ani\nbupati;" + regency + ";2;Budi\n";
    }

    private String operators(int number) {
        StringBuilder text = new StringBuilder("akun;nama;telepon;wilayah\n");
        for (int n = 1; n <= number; n++) {
            text.append(username(n) + ";Operator " + n + ";0812 0000 " + (1000 + n) + ";" + village(n) + "\n");
        }
        return text.toString();
    }

    // ---- what is there

    /** Regions of this test's own regency, the province aside. */
    private long regionsStored() {
        return testElections.count("select count(*) from desk.region where code like ?", regency + "%");
    }

    private String everything() {
        return jdbc.sql("""
                        select jsonb_build_array(
                          (select jsonb_agg(r order by code) from desk.region r where code like :regency),
                          (select jsonb_agg(s order by code) from desk.station s where code like :regency),
                          (select jsonb_agg(c order by id) from desk.contest c where area like :regency),
                          (select jsonb_agg(a order by username) from desk.account a where username like 'op.' || :regency),
                          (select jsonb_agg(a order by id) from desk.assignment a where region like :regency),
                          (select count(*) from desk.audit_event where actor <> 'timer'))::text
                        """).param("regency", regency + "%").query(String.class).single();
    }

    private ImportBatch waitFor(UUID id, List<Integer> progress) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            ImportBatch batch = reviewImport.execute(admin, id).batch();
            if (batch.total() > 0 && (progress.isEmpty() || progress.get(progress.size() - 1) != batch.done())) {
                progress.add(batch.done());
            }
            if (batch.state() != ImportBatch.State.RUNNING) {
                return batch;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the import does not end");
    }

    private boolean accountExists(String username) {
        return !adminGet("/users?exact=true&username=" + username).isEmpty();
    }

    private List<String> rolesOf(String username) {
        String id = adminGet("/users?exact=true&username=" + username)
                .get(0)
                .path("id")
                .asString();
        List<String> names = new ArrayList<>();
        adminGet("/users/" + id + "/role-mappings/realm")
                .forEach(role -> names.add(role.path("name").asString()));
        return names;
    }

    /** What Keycloak says to a login with the password. */
    private static String login(String username, String password) {
        JsonNode answer = token(
                Map.of("grant_type", "password", "client_id", "desk-cli", "username", username, "password", password));
        return answer.path("error_description").asString().equals("Account is not fully set up")
                ? "must change the password"
                : answer.toString();
    }

    private static JsonNode adminGet(String path) {
        String token = token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "desk-app",
                        "client_secret",
                        LocalServers.clientSecret()))
                .path("access_token")
                .asString();
        return send(HttpRequest.newBuilder(URI.create(LocalServers.keycloakUrl() + "/admin/realms/desk-pemilu" + path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static JsonNode token(Map<String, String> form) {
        String body = String.join(
                "&",
                form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                        .toList());
        return send(HttpRequest.newBuilder(
                        URI.create(LocalServers.keycloakUrl() + "/realms/desk-pemilu/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode send(HttpRequest request) {
        try {
            return JSON.readTree(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
