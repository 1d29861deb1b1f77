package id.deskpemilu.election;

import id.deskpemilu.election.imports.ImportError;
import id.deskpemilu.election.imports.ImportFiles;
import id.deskpemilu.election.imports.ImportInvalid;
import id.deskpemilu.election.imports.ImportKind;
import id.deskpemilu.election.imports.ImportPlan;
import id.deskpemilu.election.imports.ImportProgress;
import id.deskpemilu.election.imports.ImportResult;
import id.deskpemilu.election.imports.ImportTexts;
import id.deskpemilu.election.usecase.ApplyImport;
import id.deskpemilu.election.usecase.PreviewImport;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@code import ELECTION [regions=FILE] [stations=FILE] [ballots=FILE] [dapil=FILE] [candidates=FILE] [operators=FILE]
 * [contacts=FILE] [--preview]}. Who can start the program with its settings holds the database's password anyway, and may import everywhere.
 */
@Component
public class ImportCommand {

    /** The first word on the command line. */
    public static final String NAME = "import";

    /** How the desk has to start for a command: no port is opened and no case is worked on. */
    public static final List<String> SETTINGS = List.of(
            "--server.port=-1",
            "--camunda.bpm.job-execution.enabled=false",
            "--desk.messages.sending=false",
            "--logging.threshold.console=warn");

    private static final String PREVIEW = "--preview";
    private static final Locale BAHASA = Locale.forLanguageTag("id");
    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final PreviewImport previewImport;
    private final ApplyImport applyImport;
    private final ImportTexts texts;
    private final MessageSource messages;

    ImportCommand(PreviewImport previewImport, ApplyImport applyImport, ImportTexts texts, MessageSource messages) {
        this.previewImport = previewImport;
        this.applyImport = applyImport;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * Does what the arguments say.
     *
     * @param arguments the whole command line
     * @param out gets the plan, and the first passwords of new accounts
     * @param err gets one line for everything that is wrong
     * @return the exit code: 0 if it was done, 1 if nothing was changed because something is wrong
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean preview = arguments.contains(PREVIEW);
        List<String> words = arguments.stream()
                .skip(1)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        Map<ImportKind, Path> paths = new EnumMap<>(ImportKind.class);
        for (String word : words.subList(Math.min(1, words.size()), words.size())) {
            int equals = word.indexOf('=');
            Optional<ImportKind> kind = ImportKind.ofKey(word.substring(0, Math.max(equals, 0)));
            if (kind.isEmpty()) {
                err.println(text("cli.usage"));
                return REFUSED;
            }
            paths.put(kind.get(), Path.of(word.substring(equals + 1)));
        }
        if (words.isEmpty() || paths.isEmpty()) {
            err.println(text("cli.usage"));
            return REFUSED;
        }
        try {
            run(words.get(0), read(paths), preview, out);
            return DONE;
        } catch (IOException unreadable) {
            err.println(text("cli.file-unreadable", unreadable.getMessage()));
        } catch (ImportInvalid invalid) {
            invalid.errors().forEach(error -> err.println(line(error, paths.get(error.file()))));
        } catch (Refusal refusal) {
            err.println(text("refusal." + refusal.code(), refusal.arguments()) + " "
                    + text("refusal." + refusal.code() + ".next", refusal.arguments()) + " [" + refusal.code() + "]");
        }
        return REFUSED;
    }

    private void run(String election, ImportFiles files, boolean preview, PrintStream out) {
        Actor everywhere = everywhere();
        if (preview) {
            print(previewImport.execute(everywhere, election, files), true, out);
            out.println(text("cli.previewed"));
            return;
        }
        ImportResult result = applyImport.execute(everywhere, election, files, ImportProgress.NOBODY);
        print(result.plan(), false, out);
        out.println(text("cli.applied"));
        if (!result.accounts().isEmpty()) {
            out.println(text("cli.accounts"));
            for (ImportResult.NewAccount account : result.accounts()) {
                out.println(String.join(
                        ";", account.username(), quoted(account.name()), quoted(account.region()), account.password()));
            }
        }
    }

    private void print(ImportPlan plan, boolean withSamples, PrintStream out) {
        plan.parts().forEach((kind, part) -> {
            out.println(text("cli.plan", kind.key(), part.added(), part.changed(), part.unchanged()));
            if (withSamples) {
                part.samples()
                        .forEach(
                                change -> out.println((change.added() ? "  + " : "  ~ ") + texts.line(change, BAHASA)));
            }
        });
    }

    private String line(ImportError error, Path path) {
        return text(
                "cli.error",
                path,
                Long.toString(error.line()),
                error.column() == null ? "-" : error.column(),
                texts.message(error, BAHASA),
                texts.allowed(error, BAHASA),
                error.code());
    }

    private static String quoted(String cell) {
        return cell.contains(";") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static ImportFiles read(Map<ImportKind, Path> paths) throws IOException {
        Map<ImportKind, byte[]> contents = new EnumMap<>(ImportKind.class);
        for (Map.Entry<ImportKind, Path> entry : paths.entrySet()) {
            contents.put(entry.getKey(), Files.readAllBytes(entry.getValue()));
        }
        return new ImportFiles(contents);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, BAHASA);
    }

    private static Actor everywhere() {
        List<Actor.Scope> provinces = IntStream.range(10, 100)
                .mapToObj(number -> new Actor.Scope(Role.ADMIN, new RegionCode(Integer.toString(number))))
                .toList();
        return new Actor("command-line", "command-line", Set.of(Role.ADMIN), provinces);
    }
}
