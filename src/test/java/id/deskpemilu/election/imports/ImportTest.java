package id.deskpemilu.election.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Region;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.AccountDirectory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ImportTest {

    private static final Instant NOW = Instant.parse("2024-11-20T03:00:00Z");
    private static final Actor ADMIN = admin("98.01");
    private static final String REGIONS = """
            kode;nama;zona
            98;Provinsi Uji;
            98.01;Kabupaten Uji;WITA
            98.01.01;Kecamatan Melati;
            98.01.01.2001;Sukamaju;
            98.01.01.2002;Sukamundur;
            """;
    private static final String DAPIL = """
            jenis;dapil;nama;desa
            dprd-kab;D1;Uji 1;98.01.01.2001
            DPRD KAB;D2;Uji 2;9801012002
            """;
    private static final String CANDIDATES = """
            jenis;dapil;partai;nomor;nama
            dprd-kab;D1;1;1;Ani
            dprd-kab;D1;1;2;Budi
            dprd-kab;D2;2;1;Cici
            """;

    // ---- the file

    @Test
    void a_file_is_read_whatever_its_separator_mark_and_line_ends() {
        for (String text : List.of(
                REGIONS,
                "\uFEFF" + REGIONS,
                REGIONS.replace(";", ","),
                REGIONS.replace("\n", "\r\n"),
                "\uFEFF" + REGIONS.replace(";", ",").replace("\n", "\r\n"),
                REGIONS.stripTrailing(),
                "\n\n" + REGIONS.replace("\n", "\n\n") + "\n;;\n",
                REGIONS.replace("kode;nama;zona", "code;Name;ZONE"),
                REGIONS.replace("kode;nama;zona", " Kode ; \"nama\" ;zona;"))) {
            Planning planning = plan(nothing(), file(ImportKind.REGIONS, text));
            assertThat(planning.errors()).as(text).isEmpty();
            assertThat(part(planning, ImportKind.REGIONS).added()).as(text).isEqualTo(5);
        }
    }

    @Test
    void codes_are_read_with_and_without_dots() {
        Planning planning = plan(
                nothing(),
                file(ImportKind.REGIONS, REGIONS.replace("98.01.01.2001", "9801012001")),
                file(ImportKind.STATIONS, "kode;dpt_l;dpt_p\n98.01.01.2001.001;1;2\n9801012001002;3;4\n"));
        assertThat(planning.errors()).isEmpty();
        assertThat(planning.stations())
                .extracting(row -> row.code().digits())
                .containsExactly("9801012001001", "9801012001002");
    }

    @Test
    void a_quoted_cell_may_hold_the_separator_and_quotes() {
        Planning planning = plan(nothing(), file(ImportKind.REGIONS, "kode,nama\n98,\"Uji, \"\"lama\"\"\"\n"));
        assertThat(planning.regions()).extracting(Region::name).containsExactly("Uji, \"lama\"");
    }

    @Test
    void the_line_of_a_mistake_is_that_of_the_file_also_after_empty_lines_and_line_breaks_in_cells() {
        String text = "kode;nama\n\n98;Uji\n98.01;\"dua\nbaris\"\nxx;Y\n98.99.01;Z";
        assertThat(plan(nothing(), file(ImportKind.REGIONS, text)).errors())
                .extracting(ImportError::line, ImportError::code)
                .containsExactly(tuple(4L, "CHARACTERS"), tuple(6L, "REGION_CODE"), tuple(7L, "PARENT_UNKNOWN"));
    }

    static Stream<Charset> other_encodings() {
        return Stream.of(ISO_8859_1, UTF_16);
    }

    @ParameterizedTest
    @MethodSource("other_encodings")
    void a_file_that_is_not_utf8_is_refused(Charset charset) {
        var files = new ImportFiles(Map.of(ImportKind.REGIONS, "kode;nama\n98;Caf\u00e9\n".getBytes(charset)));
        assertThat(Reading.of(files).errors()).extracting(ImportError::code).containsExactly("NOT_UTF8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "''                            | EMPTY_FILE       | 1",
                "kode;zona~98;WIB              | COLUMN_MISSING   | 1",
                "kode;nama;warna~98;Uji;merah  | COLUMN_UNKNOWN   | 1",
                "kode;nama;code~98;Uji;98      | COLUMN_TWICE     | 1",
                "kode;nama~98;Uji;lebih        | TOO_MANY_CELLS   | 2",
                "kode;nama~98;\"Uji~98.01;B    | MALFORMED        | 2",
                "kode;nama~98;                 | REQUIRED         | 2",
                "kode;nama~;Uji                | REQUIRED         | 2",
                "kode;nama~98.1;Uji            | REGION_CODE      | 2",
                "kode;nama~98;A<b>             | CHARACTERS       | 2",
                "kode;nama~98;Uji~98;Uji       | DUPLICATE        | 3",
                "kode;nama;zona~98;Uji;WIB     | ZONE_LEVEL       | 2",
                "kode;nama;zona~98;U;~98.01;K;WITT | ZONE         | 3",
                "kode;nama~98;Uji~98.01.01;K   | PARENT_UNKNOWN   | 3",
                "kode;nama~98;Uji~98.02;K      | REGION_FOREIGN   | 3",
                "kode;nama~97;Lain             | REGION_FOREIGN   | 2",
            })
    void every_mistake_in_a_regions_file_is_named_with_its_line(String text, String code, long line) {
        String content = text.equals("''") ? "" : text.replace('~', '\n');
        assertThat(plan(nothing(), file(ImportKind.REGIONS, content)).errors())
                .extracting(ImportError::code, ImportError::line)
                .containsExactly(tuple(code, line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9801012001;1;2        | STATION_CODE",
                "9801012001000;1;2     | STATION_NUMBER",
                "9801012099001;1;2     | VILLAGE_UNKNOWN",
                "9801012001001;x;2     | NUMBER",
                "9801012001001;-1;2    | NUMBER",
                "9801012001001;1000;2  | NUMBER",
                "9801012001001;1.0;2   | NUMBER",
                "9801012001001;1;      | DPT_HALF",
                "9801012001001;600;400 | DPT_SUM",
                "9802012001001;1;2     | REGION_FOREIGN",
            })
    void every_mistake_in_a_stations_file_is_named(String row, String code) {
        assertThat(plan(withRegions(), file(ImportKind.STATIONS, "kode;dpt_l;dpt_p\n" + row))
                        .errors())
                .extracting(ImportError::code, ImportError::line)
                .containsExactly(tuple(code, 2L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "walikotamadya;98.01;1;A       | CONTEST",
                "bupati;98;1;A                 | AREA_LEVEL",
                "gubernur;98.01;1;A            | AREA_LEVEL",
                "bupati;98.01;0;A              | NUMBER",
                "bupati;98.01;100;A            | NUMBER",
                "bupati;98.01;;A               | REQUIRED",
                "bupati;98.01;1;               | REQUIRED",
                "bupati;98.01;1;A~bupati;98.01;1;B | DUPLICATE",
                "bupati;98.01;1;A~bupati;98.02;2;B | AREA_DIFFERS",
                "bupati;98.77;1;A              | REGION_UNKNOWN",
                "ppwp;97;1;A                   | REGION_FOREIGN",
            })
    void every_mistake_in_a_ballots_file_is_named(String rows, String code) {
        String text = "jenis;wilayah;nomor;nama\n" + rows.replace('~', '\n');
        assertThat(plan(withRegions(), file(ImportKind.BALLOTS, text)).errors())
                .extracting(ImportError::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;Ani;;98.01.01.2001;;;                    | USERNAME",
                "ani budi;Ani;;98.01.01.2001;;;             | USERNAME",
                "ani.b;;;98.01.01.2001;;;                   | REQUIRED",
                "ani.b;Ani;nol;98.01.01.2001;;;             | PHONE",
                "ani.b;Ani;;98.01.01.2099;;;                | REGION_UNKNOWN",
                "ani.b;Ani;;97.01;;;                        | REGION_FOREIGN",
                "ani.b;Ani;;98.01;raja;;                    | ROLE",
                "ani.b;Ani;;98.01;;27-13-2024;              | TIME",
                "ani.b;Ani;;98.01;;besok;                   | TIME",
                "ani.b;Ani;;98.01;;2024-11-28;2024-11-27    | PERIOD",
                "ani.b;Ani;;98.01;;;2024-11-01              | PERIOD_PAST",
                "ani.b;Ani;;98.01;;;~ANI.B;Ani;;98.01;;;    | DUPLICATE",
                "ani.b;Ani;;98.01;;;~ani.b;Ana;;98.01.01;;; | PERSON_DIFFERS",
                "orang.lain;Ali;;98.01;;;                   | PERSON_FOREIGN",
            })
    void every_mistake_in_an_operators_file_is_named(String rows, String code) {
        String text = "akun;nama;telepon;wilayah;peran;mulai;sampai\n" + rows.replace('~', '\n');
        Present present = with(
                withRegions(),
                List.of(Assignment.of("orang.lain", Role.OPERATOR, new RegionCode("9701"), NOW.minusSeconds(9), null)));
        assertThat(plan(present, file(ImportKind.OPERATORS, text)).errors())
                .extracting(ImportError::code)
                .containsExactly(code);
    }

    @Test
    void all_mistakes_of_all_files_are_told_at_once_and_no_row_is_blamed_for_another() {
        Planning planning = plan(
                nothing(),
                file(ImportKind.REGIONS, REGIONS.replace("Kecamatan Melati", "")),
                file(ImportKind.STATIONS, "kode;dpt_l;dpt_p\n9801012001001;x;2\n9801012001002;1;y\n"));
        assertThat(planning.errors())
                .extracting(ImportError::file, ImportError::line, ImportError::column, ImportError::code)
                .containsExactly(
                        tuple(ImportKind.REGIONS, 4L, "nama", "REQUIRED"),
                        tuple(ImportKind.STATIONS, 2L, "dpt_l", "NUMBER"),
                        tuple(ImportKind.STATIONS, 3L, "dpt_p", "NUMBER"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raja;D1;Uji 1;98.01.01.2001           | CONTEST",
                "bupati;D1;Uji 1;98.01.01.2001         | CONTEST_WITHOUT_LISTS",
                "dpr;D1;Uji 1;98.01.01.2001            | CONTEST_WITHOUT_BALLOT",
                "dprd-kab;D 1;Uji 1;98.01.01.2001      | DAPIL_CODE",
                "dprd-kab;;Uji 1;98.01.01.2001         | REQUIRED",
                "dprd-kab;D1;;98.01.01.2001            | REQUIRED",
                "dprd-kab;D1;Uji 1;98.01.01            | VILLAGE_CODE",
                "dprd-kab;D1;Uji 1;98.01.01.2099       | REGION_UNKNOWN",
                "dprd-kab;D1;Uji 1;98.02.01.2001       | AREA_OUTSIDE",
                "dprd-prov;D1;Uji 1;98.01.01.2001      | REGION_FOREIGN",
                "dprd-kab;D1;Uji 1;98.01.01.2001~dprd-kab;D2;Uji 2;9801012001      | DUPLICATE",
                "dprd-kab;D1;Uji 1;98.01.01.2001~dprd-kab;D1;Satu;98.01.01.2002    | DAPIL_DIFFERS",
            })
    void every_mistake_in_a_dapil_file_is_named(String rows, String code) {
        String text = "jenis;dapil;nama;desa\n" + rows.replace('~', '\n');
        assertThat(plan(withLists(Contest.State.PREPARED), file(ImportKind.DAPIL, text))
                        .errors())
                .extracting(ImportError::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raja;D1;1;1;Ani                | CONTEST",
                "bupati;D1;1;1;Ani              | CONTEST_WITHOUT_LISTS",
                "dpr;D1;1;1;Ani                 | CONTEST_WITHOUT_BALLOT",
                "dprd-prov;D1;1;1;Ani           | REGION_FOREIGN",
                "dprd-kab;D9;1;1;Ani            | DAPIL_UNKNOWN",
                "dprd-kab;D1;7;1;Ani            | PARTY_UNKNOWN",
                "dprd-kab;D1;0;1;Ani            | NUMBER",
                "dprd-kab;D1;1;100;Ani          | NUMBER",
                "dprd-kab;D1;;1;Ani             | REQUIRED",
                "dprd-kab;D1;1;1;               | REQUIRED",
                "dprd-kab;D1;1;1;Ani~dprd-kab;D1;1;1;Ana | DUPLICATE",
            })
    void every_mistake_in_a_candidates_file_is_named(String rows, String code) {
        String text = "jenis;dapil;partai;nomor;nama\n" + rows.replace('~', '\n');
        assertThat(plan(withLists(Contest.State.PREPARED), file(ImportKind.CANDIDATES, text))
                        .errors())
                .extracting(ImportError::code)
                .containsExactly(code);
    }

    @Test
    void parties_dapil_and_candidates_may_come_in_one_import() {
        Planning planning = plan(
                present(withRegions().regions(), Map.of(), Map.of(), noLists(), Map.of(), List.of()),
                file(ImportKind.BALLOTS, "jenis;wilayah;nomor;nama\ndprd-kab;98.01;1;Satu\ndprd-kab;98.01;2;Dua"),
                file(ImportKind.DAPIL, DAPIL),
                file(ImportKind.CANDIDATES, CANDIDATES));
        assertThat(planning.errors()).isEmpty();
        assertThat(planning.dapil())
                .singleElement()
                .satisfies(dapil -> assertThat(dapil.villages())
                        .containsEntry(new RegionCode("9801012001"), "D1")
                        .containsEntry(new RegionCode("9801012002"), "D2"));
        assertThat(planning.lists()).extracting(ListPlanning.NewLists::dapil).containsExactly("D1", "D2");
    }

    @Test
    void the_same_lists_again_change_nothing_even_when_the_contest_is_open() {
        Planning planning = plan(
                withLists(Contest.State.OPEN), file(ImportKind.DAPIL, DAPIL), file(ImportKind.CANDIDATES, CANDIDATES));
        assertThat(planning.errors()).isEmpty();
        assertThat(planning.plan().changesAnything()).isFalse();
        assertThat(part(planning, ImportKind.DAPIL).unchanged()).isEqualTo(2);
        assertThat(part(planning, ImportKind.CANDIDATES).unchanged()).isEqualTo(3);
        assertThat(planning.dapil()).isEmpty();
        assertThat(planning.lists()).isEmpty();
    }

    @Test
    void a_list_that_is_in_use_cannot_change_but_a_new_desa_may_join_a_dapil() {
        Planning changed = plan(
                withLists(Contest.State.OPEN),
                file(ImportKind.DAPIL, "jenis;dapil;nama;desa\ndprd-kab;D1;Uji Satu;9801012001\n"),
                file(
                        ImportKind.CANDIDATES,
                        "jenis;dapil;partai;nomor;nama\ndprd-kab;D1;1;1;Ani\ndprd-kab;D1;2;1;Budi"));
        assertThat(changed.errors())
                .extracting(ImportError::file, ImportError::code, ImportError::line, ImportError::column)
                .containsExactly(
                        tuple(ImportKind.DAPIL, "BALLOT_IN_USE", 2L, "dapil"),
                        tuple(ImportKind.DAPIL, "BALLOT_IN_USE", 2L, "desa"),
                        tuple(ImportKind.CANDIDATES, "BALLOT_IN_USE", 2L, "nomor"),
                        tuple(ImportKind.CANDIDATES, "BALLOT_IN_USE", 3L, "nama"));
        Present present = withLists(Contest.State.OPEN);
        present.regions().put(new RegionCode("9801012003"), new Region(new RegionCode("9801012003"), "Baru", Zone.WIB));
        Planning joined = plan(present, file(ImportKind.DAPIL, DAPIL + "dprd-kab;D2;Uji 2;9801012003\n"));
        assertThat(joined.errors()).isEmpty();
        assertThat(part(joined, ImportKind.DAPIL).added()).isEqualTo(1);
    }

    @Test
    void what_a_file_of_candidates_no_longer_has_is_shown_with_its_name() {
        Planning planning = plan(
                withLists(Contest.State.PREPARED),
                file(ImportKind.CANDIDATES, "jenis;dapil;partai;nomor;nama\ndprd-kab;D1;1;1;Anni\n"));
        assertThat(planning.errors()).isEmpty();
        assertThat(part(planning, ImportKind.CANDIDATES).samples())
                .extracting(
                        ImportPlan.Change::key, change -> change.differences().get(0))
                .containsExactly(
                        tuple("dprd-kab D1 1.1", new ImportPlan.Difference("nama", "Ani", "Anni")),
                        tuple("dprd-kab D1 1.2", new ImportPlan.Difference("nama", "Budi", null)));
    }

    // ---- the plan

    @Test
    void a_region_gets_the_zone_of_its_regency_and_a_province_its_own() {
        Planning planning = plan(nothing(), file(ImportKind.REGIONS, REGIONS));
        assertThat(planning.regions())
                .extracting(region -> region.code().dotted(), Region::zone)
                .contains(tuple("98", Zone.WIB), tuple("98.01", Zone.WITA), tuple("98.01.01.2001", Zone.WITA));
    }

    @Test
    void what_the_own_region_lies_in_may_be_added_but_not_changed() {
        assertThat(plan(nothing(), file(ImportKind.REGIONS, REGIONS)).errors()).isEmpty();
        assertThat(plan(withRegions(), file(ImportKind.REGIONS, REGIONS.replace("Provinsi Uji", "Lain")))
                        .errors())
                .extracting(ImportError::code)
                .containsExactly("REGION_FOREIGN");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        Present present = present(
                withRegions().regions(),
                Map.of(new StationCode("9801012001001"), new Present.Dpt(1, 2)),
                Map.of(
                        ContestType.BUPATI,
                        new Present.Ballot(
                                new RegionCode("9801"),
                                Contest.State.OPEN,
                                List.of(Choice.of(1, "Ani"), Choice.of(2, "KOLOM KOSONG")))),
                Map.of("ani.b", new Account("ani.b", "Ani", "0812345")),
                List.of(Assignment.of(
                        "ani.b", Role.OPERATOR, new RegionCode("9801012001"), NOW.minusSeconds(60), null)));
        Planning planning = plan(
                present,
                file(ImportKind.REGIONS, REGIONS),
                file(ImportKind.STATIONS, "kode;dpt_l;dpt_p\n9801012001001;1;2"),
                file(ImportKind.BALLOTS, "jenis;wilayah;nomor;nama\nbupati;98.01;2;KOLOM KOSONG\nbupati;98.01;1;Ani"),
                file(ImportKind.OPERATORS, "akun;nama;telepon;wilayah\nani.b;Ani;0812345;98.01.01.2001"));
        assertThat(planning.errors()).isEmpty();
        assertThat(planning.plan().changesAnything()).isFalse();
        assertThat(part(planning, ImportKind.REGIONS).unchanged()).isEqualTo(5);
        assertThat(planning.regions()).isEmpty();
        assertThat(planning.stations()).isEmpty();
        assertThat(planning.ballots()).isEmpty();
        assertThat(planning.accounts()).isEmpty();
        assertThat(planning.assignments()).isEmpty();
        assertThat(planning.people()).extracting(AccountDirectory.Person::known).containsExactly(true);
    }

    @Test
    void a_changed_row_shows_the_old_and_the_new_value() {
        Present present = present(
                withRegions().regions(),
                Map.of(new StationCode("9801012001001"), new Present.Dpt(134, 155)),
                Map.of(),
                Map.of(),
                List.of());
        Planning planning =
                plan(present, file(ImportKind.STATIONS, "kode;dpt_l;dpt_p\n9801012001001;135;155\n9801012001002;;"));
        assertThat(part(planning, ImportKind.STATIONS).added()).isEqualTo(1);
        assertThat(part(planning, ImportKind.STATIONS).samples().get(0).differences())
                .containsExactly(new ImportPlan.Difference("dpt_l", "134", "135"));
    }

    @Test
    void an_open_ballot_cannot_change_nor_lose_a_choice() {
        Present present = present(
                withRegions().regions(),
                Map.of(),
                Map.of(
                        ContestType.BUPATI,
                        new Present.Ballot(
                                new RegionCode("9801"),
                                Contest.State.OPENING,
                                List.of(Choice.of(1, "Ani"), Choice.of(2, "Budi"), Choice.of(3, "Cici")))),
                Map.of(),
                List.of());
        Planning planning = plan(
                present, file(ImportKind.BALLOTS, "jenis;wilayah;nomor;nama\nbupati;98.01;1;Ani\nbupati;98.01;2;Bodi"));
        assertThat(planning.errors())
                .extracting(ImportError::code, ImportError::line, ImportError::column)
                .containsExactly(tuple("BALLOT_IN_USE", 2L, "nomor"), tuple("BALLOT_IN_USE", 3L, "nama"));
    }

    @Test
    void another_region_for_the_same_person_adds_an_assignment() {
        Present present = present(
                withRegions().regions(),
                Map.of(),
                Map.of(),
                Map.of("ani.b", new Account("ani.b", "Ani", null)),
                List.of(Assignment.of("ani.b", Role.OPERATOR, new RegionCode("9801012001"), NOW, null)));
        Planning planning =
                plan(present, file(ImportKind.OPERATORS, "akun;nama;telepon;wilayah\nani.b;Ani;;98.01.01.2002"));
        assertThat(planning.assignments())
                .extracting(one -> one.region().dotted(), Assignment::from)
                .containsExactly(tuple("98.01.01.2002", NOW));
    }

    @Test
    void a_period_is_read_in_the_local_time_of_the_region_and_its_last_day_counts() {
        Planning planning = plan(
                withRegions(),
                file(
                        ImportKind.OPERATORS,
                        "akun;nama;telepon;wilayah;mulai;sampai\nani.b;Ani;;98.01.01.2001;27/11/2024 07.00;28-11-2024"));
        assertThat(planning.assignments())
                .extracting(Assignment::from, Assignment::until)
                .containsExactly(tuple(Instant.parse("2024-11-26T23:00:00Z"), Instant.parse("2024-11-28T16:00:00Z")));
    }

    @Test
    void somebody_with_two_roles_gets_one_account_with_both() {
        Planning planning = plan(
                withRegions(),
                file(
                        ImportKind.OPERATORS,
                        "akun;nama;telepon;wilayah;peran\nani.b;Ani;;98.01.01.2001;\nani.b;Ani;;98.01;verifikator"));
        assertThat(planning.errors()).isEmpty();
        assertThat(planning.people())
                .containsExactly(
                        new AccountDirectory.Person("ani.b", "Ani", Set.of(Role.OPERATOR, Role.VERIFIER), false));
    }

    // ---- the words

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void every_mistake_has_words_that_say_what_stands_there_and_what_is_allowed(String language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-setup");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var texts = new ImportTexts(messages);
        Locale locale = Locale.forLanguageTag(language);
        Planning planning = plan(
                withLists(Contest.State.PREPARED),
                file(ImportKind.REGIONS, "kode;nama;zona\n98;;WIB\n"),
                file(ImportKind.STATIONS, "kode;dpt_l;dpt_p\n9801012001001;x;2\n9801012001002;1;\n"),
                file(ImportKind.BALLOTS, "jenis;wilayah;nomor;nama\nbupati;98;100;A\nraja;98;1;B"),
                file(
                        ImportKind.DAPIL,
                        "jenis;dapil;nama;desa\ndpr;D1;U;98.01.01.2001\nbupati;D1;U;98.01.01.2001\n"
                                + "dprd-kab;D 1;U;98.01\ndprd-kab;D1;U;98.02.01.2001\ndprd-kab;D1;V;98.01.01.2001\n"),
                file(ImportKind.CANDIDATES, "jenis;dapil;partai;nomor;nama\ndprd-kab;D9;1;1;A\ndprd-kab;D1;9;1;A\n"),
                file(ImportKind.OPERATORS, "akun;nama;telepon;wilayah;warna\n"));
        assertThat(planning.errors()).hasSizeGreaterThan(14).allSatisfy(error -> {
            assertThat(texts.message(error, locale)).isNotBlank().doesNotContain("{");
            assertThat(texts.allowed(error, locale)).isNotBlank().doesNotContain("{");
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_example_of_each_kind_can_be_imported(ImportKind kind) {
        Map<RegionCode, Region> regions = new HashMap<>();
        for (String code : List.of("99", "9901", "990101", "9901012001")) {
            regions.put(new RegionCode(code), new Region(new RegionCode(code), code, Zone.WIB));
        }
        regions.put(new RegionCode("9901012002"), new Region(new RegionCode("9901012002"), "Dua", Zone.WIB));
        Present.Lists lists = kind == ImportKind.CANDIDATES
                ? new Present.Lists(Map.of("990101", "Kabupaten Contoh 1"), Map.of(), Map.of())
                : Present.Lists.NONE;
        Present present = kind == ImportKind.REGIONS
                ? nothing()
                : present(
                        regions,
                        Map.of(),
                        kind == ImportKind.BALLOTS ? Map.of() : parties("9901", Contest.State.PREPARED),
                        Map.of(ContestType.DPRD_KAB, lists),
                        Map.of(),
                        List.of());
        String text = kind.header() + "\r\n" + String.join("\r\n", kind.example());
        Planning planning = Planning.of(admin("99"), Reading.of(files(file(kind, text))), present);
        assertThat(planning.errors()).isEmpty();
        assertThat(part(planning, kind).added()).isEqualTo(kind.example().size());
    }

    static Stream<ImportKind> kinds() {
        return Stream.of(ImportKind.values());
    }

    // ----

    private static Actor admin(String region) {
        return new Actor(
                "admin", "Admin", Set.of(Role.ADMIN), List.of(new Actor.Scope(Role.ADMIN, RegionCode.of(region))));
    }

    private static Map.Entry<ImportKind, byte[]> file(ImportKind kind, String text) {
        return Map.entry(kind, text.getBytes(UTF_8));
    }

    @SafeVarargs
    private static ImportFiles files(Map.Entry<ImportKind, byte[]>... files) {
        Map<ImportKind, byte[]> contents = new EnumMap<>(ImportKind.class);
        List.of(files).forEach(file -> contents.put(file.getKey(), file.getValue()));
        return new ImportFiles(contents);
    }

    @SafeVarargs
    private static Planning plan(Present present, Map.Entry<ImportKind, byte[]>... files) {
        return Planning.of(ADMIN, Reading.of(files(files)), present);
    }

    private static ImportPlan.Part part(Planning planning, ImportKind kind) {
        return planning.plan().parts().get(kind);
    }

    // ---- contact persons

    private static final String CONTACTS = """
            wilayah;nama;jabatan;telepon;urutan
            98.01.01.2001;Siti Uji;Sekretaris desa;0800 111 0001;2
            98.01.01.2001;Joko Uji;Ketua PPS;0800 111 0002;1
            98.01.01;Rina Uji;Kasi pemerintahan;+62 800 111 0003;
            """;

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                ";Ani;Kades;0800 1111| wilayah REQUIRED",
                "98.01.01.9;Ani;Kades;0800 1111| wilayah REGION_CODE",
                "98.01.01.2009;Ani;Kades;0800 1111| wilayah REGION_UNKNOWN",
                "97.01;Ani;Kades;0800 1111| wilayah REGION_FOREIGN",
                "98.01.01;;Kades;0800 1111| nama REQUIRED",
                "98.01.01;Ani;;0800 1111| jabatan REQUIRED",
                "98.01.01;Ani;Kades;| telepon REQUIRED",
                "98.01.01;Ani;Kades;lewat Budi| telepon PHONE",
                "98.01.01;Ani;Kades;0800 1111;0| urutan NUMBER",
                "98.01.01;Ani;Kades;0800 1111;100| urutan NUMBER"
            })
    void every_mistake_in_a_contacts_file_is_named(String row, String wrong) {
        Planning planning =
                plan(withRegions(), file(ImportKind.CONTACTS, "wilayah;nama;jabatan;telepon;urutan\n" + row + "\n"));
        assertThat(planning.errors())
                .extracting(error -> error.column() + " " + error.code())
                .containsExactly(wrong.strip());
    }

    @Test
    void a_number_stands_once_in_a_region_however_it_is_written_and_may_stand_in_another() {
        Planning planning = plan(
                withRegions(),
                file(
                        ImportKind.CONTACTS,
                        CONTACTS + "98.01.01.2001;Ani;Kades;+62 800-111-0001;\n"
                                + "98.01.01.2002;Siti Uji;Sekretaris;0800 111 0001;\n"));
        assertThat(planning.errors())
                .extracting(ImportError::line, ImportError::code)
                .containsExactly(tuple(5L, "DUPLICATE"));
    }

    @Test
    void the_file_holds_all_contacts_of_each_region_that_it_names_and_again_changes_nothing() {
        Planning first = plan(withRegions(), file(ImportKind.CONTACTS, CONTACTS));
        assertThat(first.errors()).isEmpty();
        assertThat(part(first, ImportKind.CONTACTS).added()).isEqualTo(3);
        assertThat(first.contacts()).hasSize(2);

        Present known = new Present(
                NOW,
                withRegions().regions(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                List.of(),
                first.contacts());
        Planning again = plan(known, file(ImportKind.CONTACTS, CONTACTS));
        assertThat(part(again, ImportKind.CONTACTS)).satisfies(part -> {
            assertThat(part.unchanged()).isEqualTo(3);
            assertThat(part.added() + part.changed()).isZero();
        });
        assertThat(again.contacts()).isEmpty();

        Planning fewer = plan(
                known,
                file(
                        ImportKind.CONTACTS,
                        "wilayah;nama;jabatan;telepon\n98.01.01.2001;Siti Uji;Kepala desa;0800 111 0001\n"));
        assertThat(part(fewer, ImportKind.CONTACTS).changed())
                .as("one differs, one is gone")
                .isEqualTo(2);
        assertThat(fewer.contacts()).containsOnlyKeys(new RegionCode("9801012001"));
        assertThat(fewer.contacts().get(new RegionCode("9801012001"))).hasSize(1);
    }

    private static Present nothing() {
        return Present.nothing(NOW);
    }

    private static Present withRegions() {
        Map<RegionCode, Region> regions = new HashMap<>();
        plan(nothing(), file(ImportKind.REGIONS, REGIONS))
                .regions()
                .forEach(region -> regions.put(region.code(), region));
        for (String other : List.of("97", "9701", "9802", "980201", "9802012001")) {
            regions.put(new RegionCode(other), new Region(new RegionCode(other), "Lain", Zone.WIB));
        }
        return present(regions, Map.of(), Map.of(), Map.of(), List.of());
    }

    private static Map<ContestType, Present.Ballot> parties(String area, Contest.State state) {
        return Map.of(
                ContestType.DPRD_KAB,
                new Present.Ballot(
                        new RegionCode(area), state, List.of(Choice.of(1, "Partai Satu"), Choice.of(2, "Partai Dua"))));
    }

    private static Map<ContestType, Present.Lists> noLists() {
        return Map.of(
                ContestType.DPR, Present.Lists.NONE,
                ContestType.DPRD_PROV, Present.Lists.NONE,
                ContestType.DPRD_KAB, Present.Lists.NONE);
    }

    /** The lists of {@link #DAPIL} and {@link #CANDIDATES}; the DPRD of a province that is another's business. */
    private static Present withLists(Contest.State state) {
        Map<ContestType, Present.Ballot> contests = new HashMap<>(parties("9801", state));
        contests.put(
                ContestType.DPRD_PROV, new Present.Ballot(new RegionCode("97"), state, List.of(Choice.of(1, "Satu"))));
        Map<ContestType, Present.Lists> lists = new HashMap<>(noLists());
        lists.put(
                ContestType.DPRD_KAB,
                new Present.Lists(
                        Map.of("D1", "Uji 1", "D2", "Uji 2"),
                        Map.of(new RegionCode("9801012001"), "D1", new RegionCode("9801012002"), "D2"),
                        Map.of(
                                "D1",
                                new TreeMap<>(Map.of(new Present.Place(1, 1), "Ani", new Present.Place(1, 2), "Budi")),
                                "D2",
                                new TreeMap<>(Map.of(new Present.Place(2, 1), "Cici")))));
        return present(withRegions().regions(), Map.of(), contests, lists, Map.of(), List.of());
    }

    private static Present with(Present present, List<Assignment> assignments) {
        return present(
                present.regions(),
                present.stations(),
                present.contests(),
                present.accounts(),
                new ArrayList<>(assignments));
    }

    private static Present present(
            Map<RegionCode, Region> regions,
            Map<StationCode, Present.Dpt> stations,
            Map<ContestType, Present.Ballot> contests,
            Map<String, Account> accounts,
            List<Assignment> assignments) {
        return present(regions, stations, contests, Map.of(), accounts, assignments);
    }

    private static Present present(
            Map<RegionCode, Region> regions,
            Map<StationCode, Present.Dpt> stations,
            Map<ContestType, Present.Ballot> contests,
            Map<ContestType, Present.Lists> lists,
            Map<String, Account> accounts,
            List<Assignment> assignments) {
        return new Present(
                NOW, regions, stations, contests, lists, Set.of(new RegionCode("97")), accounts, assignments, Map.of());
    }
}
