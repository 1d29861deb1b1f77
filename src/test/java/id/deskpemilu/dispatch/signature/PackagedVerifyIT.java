package id.deskpemilu.dispatch.signature;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.architecture.PackagedJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that is delivered checks letters on a computer where nothing is set. */
class PackagedVerifyIT {

    @Test
    void the_packaged_jar_checks_a_letter(@TempDir Path folder) throws Exception {
        Path jar = PackagedJar.path();
        Path letter = Files.write(folder.resolve("surat.pdf"), PdfMother.signed(KeyMother.AGENCY, PdfMother.letter()));
        Path output = folder.resolve("output.txt");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "verify",
                        letter.toString(),
                        "--trust",
                        KeyMother.pem(folder, KeyMother.ROOT).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        program.environment().keySet().removeIf(name -> name.startsWith("DESK_"));
        Process process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output)).startsWith("Pemeriksaan ").contains("HASIL: UTUH.");
        assertThat(process.exitValue()).isZero();
    }
}
