package id.deskpemilu.dispatch.signature;

import static id.deskpemilu.dispatch.signature.KeyMother.AGENCY;
import static id.deskpemilu.dispatch.signature.KeyMother.CLOCK;
import static id.deskpemilu.dispatch.signature.KeyMother.ROOT;
import static id.deskpemilu.dispatch.signature.KeyMother.STRANGER;
import static id.deskpemilu.dispatch.signature.PdfMother.letter;
import static id.deskpemilu.dispatch.signature.PdfMother.signed;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.DeskPemilu;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker for a computer that has nothing but Java and the letter. */
class VerifyCommandTest {

    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {}

    private static Said run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(List.of("verify"));
        for (Object word : words) {
            line.add(word.toString());
        }
        int code = new VerifyCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        CLOCK)
                .run(line);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(byte[] content) throws Exception {
        return Files.write(Files.createTempFile(folder, "surat", ".pdf"), content);
    }

    @Test
    void a_letter_that_leads_to_a_trusted_certificate_is_good() throws Exception {
        Said said = run(file(signed(AGENCY, letter())), "--trust", KeyMother.pem(folder, ROOT));
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("HASIL: UTUH.", "RESULT: INTACT.")
                .contains("Tanda tangan 1: Bakesbangpol Uji, Pemkab Uji", "Penerbit sertifikat: Induk Uji")
                .contains("Cuplikan yang terlampir sama", "BUPATI: TPS masuk 1.813 dari 1.942")
                .contains("  1. Ani dan Budi: 301.245", "  2. Citra dan Dedi: 287,990")
                .contains("suara sah 589.235, tidak sah 12.044")
                .contains("sudah digantikan atau dicabut", "superseded or withdrawn")
                .contains("apakah sertifikatnya sudah dicabut", "whether the certificate was revoked");
    }

    @Test
    void without_trust_it_says_that_nobody_was_asked_who_signed() throws Exception {
        Said said = run(file(signed(STRANGER, letter())));
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Tanpa --trust", "Without --trust");
    }

    @Test
    void a_stranger_a_changed_and_an_unsigned_letter_are_not_good() throws Exception {
        Said stranger = run(file(signed(STRANGER, letter())), "--trust", KeyMother.pem(folder, ROOT));
        assertThat(stranger.code()).isEqualTo(VerifyCommand.BAD);
        assertThat(stranger.out()).contains("PENANDATANGANNYA TIDAK DIPERCAYA", "INTACT, BUT WHO SIGNED");
        byte[] changed = signed(AGENCY, letter());
        changed[new String(changed, StandardCharsets.ISO_8859_1).indexOf("595.27")] = '6';
        Said broken = run(file(changed));
        assertThat(broken.code()).isEqualTo(VerifyCommand.BAD);
        assertThat(broken.out()).contains("HASIL: TIDAK UTUH", "RUSAK:", "BROKEN:");
        Said unsigned = run(file(letter()));
        assertThat(unsigned.code()).isEqualTo(VerifyCommand.BAD);
        assertThat(unsigned.out()).contains("Berkas ini tidak ditandatangani.");
        Said simulated = run(
                file(signed(SelfMade.make("Uji", KeyMother.NOW), letter())), "--trust", KeyMother.pem(folder, ROOT));
        assertThat(simulated.code()).isEqualTo(VerifyCommand.BAD);
        assertThat(simulated.out()).contains("SIMULASI: sertifikatnya dibuat desk sendiri");
    }

    @Test
    void what_cannot_be_read_is_told_in_both_languages() throws Exception {
        for (Said said : List.of(
                run(),
                run("a.pdf", "b.pdf"),
                run("--help"),
                run(folder.resolve("tidak-ada.pdf")),
                run(file("bukan PDF".getBytes(StandardCharsets.UTF_8))),
                run(file(letter()), "--trust", folder.resolve("tidak-ada.pem")),
                run(file(letter()), "--trust", Files.createDirectory(folder.resolve("kosong"))))) {
            assertThat(said.code()).isEqualTo(VerifyCommand.UNREADABLE);
            assertThat(said.out()).isEmpty();
            assertThat(said.err().lines()).hasSize(2);
        }
    }

    @Test
    void the_words_of_a_strangers_certificate_do_not_steer_the_terminal() throws Exception {
        AgencyKey hostile = KeyMother.make("RSA", 2048, "CN=A\u001B[2JB", null, KeyMother.Kind.PERSON, KeyMother.NOW);
        assertThat(run(file(signed(hostile, letter()))).out())
                .contains("A?[2JB")
                .doesNotContain("\u001B");
    }

    @Test
    void the_program_itself_checks_with_nothing_set() throws Exception {
        Path signed = file(signed(AGENCY, letter()));
        Path output = folder.resolve("output.txt");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeskPemilu.class.getName(),
                        "verify",
                        signed.toString(),
                        "--trust",
                        KeyMother.pem(folder, ROOT).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        program.environment().keySet().removeIf(name -> name.startsWith("DESK_"));
        Process process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).startsWith("Pemeriksaan ").contains("HASIL: UTUH.").doesNotContain("DEBUG", "WARN");
    }
}
