package id.deskpemilu.election.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file is about, and its columns. */
public enum ImportKind {
    /** The region tree. */
    REGIONS(Column.needed("kode", "code"), Column.needed("nama", "name"), Column.optional("zona", "zone")),
    /** Polling stations and their voters in the DPT. */
    STATIONS(Column.needed("kode", "code", "kode_tps"), Column.needed("dpt_l"), Column.needed("dpt_p")),
    /** Contests and what stands on their ballots. */
    BALLOTS(
            Column.needed("jenis", "contest"),
            Column.needed("wilayah", "area"),
            Column.needed("nomor", "number"),
            Column.needed("nama", "name")),
    /** The dapil of a contest that votes on party lists, and the desa that lie in each. */
    DAPIL(
            Column.needed("jenis", "contest"),
            Column.needed("dapil", "kode_dapil"),
            Column.needed("nama", "name", "nama_dapil"),
            Column.needed("desa", "village", "kode_desa")),
    /** The candidates on the parties' lists in each dapil. */
    CANDIDATES(
            Column.needed("jenis", "contest"),
            Column.needed("dapil", "kode_dapil"),
            Column.needed("partai", "party", "nomor_partai"),
            Column.needed("nomor", "number", "nomor_urut"),
            Column.needed("nama", "name")),
    /** People, their roles and regions. */
    OPERATORS(
            Column.needed("akun", "username"),
            Column.needed("nama", "name"),
            Column.needed("telepon", "phone"),
            Column.needed("wilayah", "region"),
            Column.optional("peran", "role"),
            Column.optional("mulai", "valid_from"),
            Column.optional("sampai", "valid_until")),
    /** Whom to call in a region; they need no account. */
    CONTACTS(
            Column.needed("wilayah", "region"),
            Column.needed("nama", "name"),
            Column.needed("jabatan", "position"),
            Column.needed("telepon", "phone"),
            Column.optional("urutan", "order"));

    /**
     * A column.
     *
     * @param name its canonical, Indonesian name
     * @param aliases other names it may have
     * @param isNeeded whether the file must have it
     */
    record Column(String name, List<String> aliases, boolean isNeeded) {

        static Column needed(String name, String... aliases) {
            return new Column(name, List.of(aliases), true);
        }

        static Column optional(String name, String... aliases) {
            return new Column(name, List.of(aliases), false);
        }
    }

    private final List<Column> columns;

    ImportKind(Column... columns) {
        this.columns = List.of(columns);
    }

    /** The name in addresses, in multipart requests and in messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Column> columns() {
        return columns;
    }

    /** The column that goes by that name. */
    Optional<Column> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name) || column.aliases().contains(name))
                .findFirst();
    }

    /** Every column as it can be written, for a message. */
    String columnNames() {
        return columns.stream()
                .map(column -> column.isNeeded() ? column.name() : "[" + column.name() + "]")
                .collect(Collectors.joining("; "));
    }

    /** The first line of a file of this kind. */
    public String header() {
        return columns.stream().map(Column::name).collect(Collectors.joining(";"));
    }

    /** A few invented lines that show what a file of this kind looks like. */
    public List<String> example() {
        return switch (this) {
            case REGIONS ->
                List.of(
                        "99;Provinsi Contoh;",
                        "99.01;Kabupaten Contoh;WIB",
                        "99.01.01;Kecamatan Melati;",
                        "99.01.01.2001;Desa Sukamaju;");
            case STATIONS -> List.of("99.01.01.2001.001;134;155", "9901012001002;128;131", "9901012001901;;");
            case BALLOTS ->
                List.of(
                        "gubernur;99;1;Ani dan Budi",
                        "gubernur;99;2;Cici dan Dodi",
                        "bupati;99.01;1;Eka dan Fitri",
                        "bupati;99.01;2;KOLOM KOSONG");
            case DAPIL ->
                List.of(
                        "dprd-kab;990101;Kabupaten Contoh 1;99.01.01.2001",
                        "dprd-kab;990102;Kabupaten Contoh 2;99.01.01.2002");
            case CANDIDATES ->
                List.of(
                        "dprd-kab;990101;1;1;Gita Lestari",
                        "dprd-kab;990101;1;2;Hadi Wijaya",
                        "dprd-kab;990101;2;1;Indah Permata");
            case OPERATORS ->
                List.of(
                        "sukamaju.siti;Siti Aminah;0812 3456 7890;99.01.01.2001;operator;;",
                        "verifikator.joko;Joko Susilo;;99.01;verifier;2024-11-27;2024-11-30");
            case CONTACTS ->
                List.of(
                        "99.01.01.2001;Siti Aminah;Sekretaris desa;0812 3456 7890;1",
                        "99.01.01.2001;Joko Susilo;Ketua PPS;0813 1111 2222;2",
                        "99.01.01;Rina Wijaya;Kasi pemerintahan;0331 555 123;");
        };
    }

    public static Optional<ImportKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
