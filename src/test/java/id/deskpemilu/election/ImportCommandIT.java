package id.deskpemilu.election;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.architecture.PackagedJar;
import id.deskpemilu.local.LocalServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class ImportCommandIT extends RunningDesk {

    @Autowired
    private ImportCommand command;

    @TempDir
    private Path folder;

    private TestElection election = new TestElection("", "");

    @BeforeEach
    void someElection() {
        election = testElections.running(ContestType.BUPATI, 1);
    }

    @Test
    void the_program_imports_without_opening_a_port_and_ends_with_zero() throws IOException, InterruptedException {
        Path stations = file("tps.csv", "kode;dpt_l;dpt_p\n" + election.station(1, 2) + ";100;120\n");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                PackagedJar.path().toString(),
                "import",
                election.code(),
                "stations=" + stations));
        Path out = folder.resolve("out");
        ProcessBuilder program =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
        program.environment().putAll(LocalServers.settings());
        Process process = program.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(out)).contains("stations: 1 baru, 0 berubah, 0 tetap", "Impor selesai.");
        assertThat(process.exitValue()).isZero();
        assertThat(stationsStored()).isEqualTo(3);
    }

    @Test
    void every_mistake_is_one_line_that_names_the_file_and_the_exit_code_is_one() throws IOException {
        Path stations = file("tps.csv", "kode;dpt_l;dpt_p\nx;1;2\n" + election.station(1, 2) + ";1000;1\n");
        Run run = run("import", election.code(), "stations=" + stations);
        assertThat(run.code()).isOne();
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err().lines().toList().get(0))
                .startsWith(stations + ":2: kode: \"x\" bukan kode TPS.")
                .endsWith("[STATION_CODE]");
        assertThat(stationsStored()).isEqualTo(2);
    }

    @Test
    void a_preview_shows_the_plan_and_changes_nothing() throws IOException {
        Path stations = file("tps.csv", "kode;dpt_l;dpt_p\n" + election.station(1, 1) + ";100;155\n");
        Run run = run("import", election.code(), "stations=" + stations, "--preview");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("stations: 0 baru, 1 berubah, 0 tetap", "dpt_l: 134 → 100", "tidak ada yang diubah");
        assertThat(testElections.count(
                        "select count(*) from desk.station where dpt_l = 134 and code like ?",
                        election.regency() + "%"))
                .isEqualTo(2);
    }

    @Test
    void a_wrong_command_line_a_missing_file_and_an_unknown_election_end_with_one() throws IOException {
        assertThat(run("import").err()).startsWith("Pemakaian:");
        assertThat(run("import", election.code(), "villages=x.csv").err()).startsWith("Pemakaian:");
        assertThat(run("import", election.code(), "stations=" + folder.resolve("none.csv")))
                .satisfies(run -> assertThat(run.code()).isOne())
                .satisfies(run -> assertThat(run.err()).contains("none.csv"));
        Path stations = file("tps.csv", "kode;dpt_l;dpt_p\n");
        assertThat(run("import", "tidak-ada", "stations=" + stations).err()).contains("[ELECTION_UNKNOWN]");
    }

    private record Run(int code, String out, String err) {}

    private Run run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                command.run(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private long stationsStored() {
        return testElections.count("select count(*) from desk.station where code like ?", election.regency() + "%");
    }
}
