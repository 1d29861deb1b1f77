package id.deskpemilu.dispatch.signature;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code verify FILE [--trust FOLDER-OR-PEM]}: what a letter is worth, told without the desk, its settings, its database or a
 * network. What it cannot know it says: whether the letter was superseded, and whether a certificate was revoked.
 */
@NamedInterface("verify")
public final class VerifyCommand {

    /** The first word on the command line. */
    public static final String NAME = "verify";

    /** The letter is intact, and trusted if certificates to trust were given. */
    public static final int GOOD = 0;

    /** It is not. */
    public static final int BAD = 1;

    /** There is no such file, or it is no PDF that can be read; or the command line is wrong. */
    public static final int UNREADABLE = 2;

    private static final String TRUST = "--trust";
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final int LONGEST = 200;
    private static final Locale BAHASA = Locale.forLanguageTag("id");
    private static final List<Locale> LANGUAGES = List.of(BAHASA, Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    /**
     * With where it prints.
     *
     * @param out gets the answer, in Bahasa Indonesia and in English
     * @param err gets what is wrong with the command line or the file
     */
    public VerifyCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /**
     * Does what the arguments say.
     *
     * @param arguments the whole command line
     * @return the exit code: {@link #GOOD}, {@link #BAD} or {@link #UNREADABLE}
     */
    public int run(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments.subList(1, arguments.size()));
        @Nullable String trust = null;
        int option = words.indexOf(TRUST);
        if (option >= 0 && option + 1 < words.size()) {
            trust = words.get(option + 1);
            words.subList(option, option + 2).clear();
        }
        if (words.size() != 1 || words.get(0).startsWith("--")) {
            return complain("verify.usage");
        }
        byte[] pdf;
        try {
            Path file = Path.of(words.get(0));
            if (Files.size(file) > MOST_BYTES) {
                return complain("verify.too-large", words.get(0));
            }
            pdf = Files.readAllBytes(file);
        } catch (IOException | InvalidPathException e) {
            return complain("verify.no-file", words.get(0));
        }
        TrustList trusted;
        try {
            trusted = trust == null ? TrustList.NONE : TrustList.read(Path.of(trust));
        } catch (IOException | InvalidPathException e) {
            return complain("verify.no-trust", trust == null ? "" : trust);
        }
        if (trust != null && trusted.isEmpty()) {
            return complain("verify.no-trust", trust);
        }
        Verdict verdict = new Inspector(trusted, clock).inspect(pdf);
        if (!verdict.readable()) {
            return complain("verify.unreadable", words.get(0));
        }
        boolean good = trust == null ? verdict.isIntact() : verdict.isTrusted();
        for (Locale language : LANGUAGES) {
            new Told(language).tell(words.get(0), verdict, trust != null, good);
        }
        return good ? GOOD : BAD;
    }

    private int complain(String key, Object... values) {
        for (Locale language : LANGUAGES) {
            err.println(new Told(language).text(key, values));
        }
        return UNREADABLE;
    }

    /** The answer in one language. */
    private final class Told {

        private final ResourceBundle texts;
        private final NumberFormat numbers;
        private final Locale language;

        Told(Locale language) {
            this.language = language;
            this.texts = ResourceBundle.getBundle(
                    "messages-signature",
                    language.equals(BAHASA) ? Locale.ROOT : language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            this.numbers = NumberFormat.getIntegerInstance(language);
        }

        String text(String key, Object... values) {
            Object[] harmless = new Object[values.length];
            for (int i = 0; i < values.length; i++) {
                harmless[i] = harmless(String.valueOf(values[i]));
            }
            return new MessageFormat(texts.getString(key), language).format(harmless);
        }

        private void line(String key, Object... values) {
            out.println(text(key, values));
        }

        private void inner(String key, Object... values) {
            out.println("  " + text(key, values));
        }

        void tell(String file, Verdict verdict, boolean asked, boolean good) {
            line("verify.title", file);
            line(good ? "verify.good" : verdict.isIntact() ? "verify.not-trusted" : "verify.bad");
            if (verdict.signatures().isEmpty()) {
                line("verify.unsigned");
            }
            int number = 0;
            for (Verdict.Signature one : verdict.signatures()) {
                number++;
                tell(number, one);
            }
            tellSnapshot(verdict);
            if (!asked && !verdict.signatures().isEmpty()) {
                line("verify.no-trust-given");
            }
            line("signature.not-revoked");
            line("verify.not-superseded");
            out.println();
        }

        private void tell(int number, Verdict.Signature one) {
            Instant at = one.at();
            line("verify.signature", number, one.signer(), one.organisation() == null ? "-" : one.organisation());
            line("verify.issuer", one.issuer());
            line(one.timestamped() ? "verify.at-stamped" : "verify.at", at == null ? "?" : TIME.format(at));
            line(one.intact() ? "signature.intact" : "signature.broken");
            line(one.whole() ? "signature.whole" : "signature.added-to");
            line(one.inForce() ? "signature.in-force" : "signature.not-in-force");
            line("verify.trust", texts.getString("signature.trust." + one.trust()));
            line("verify.certificate", one.certificateHash());
        }

        private void tellSnapshot(Verdict verdict) {
            line("verify.letter", verdict.letter() == null ? "-" : verdict.letter());
            byte[] snapshot = verdict.snapshot();
            if (snapshot == null || verdict.printedHash() == null) {
                line("signature.no-snapshot");
                return;
            }
            line("verify.printed", verdict.printedHash());
            if (!verdict.printedHash().equals(verdict.snapshotHash())) {
                line("signature.other-snapshot");
                return;
            }
            line("signature.same-snapshot");
            tellFigures(snapshot);
        }

        /** The totals, as far as they are where this version of the desk writes them. */
        private void tellFigures(byte[] snapshot) {
            JsonNode root;
            try {
                root = new JsonMapper().readTree(snapshot);
            } catch (JacksonException e) {
                line("verify.no-figures");
                return;
            }
            line(
                    "verify.region",
                    root.path("region").path("name").asString("-"),
                    root.path("election").path("name").asString("-"),
                    root.path("shown").asString("-"));
            for (JsonNode contest : root.path("contests")) {
                JsonNode whole = contest.path("whole");
                line(
                        "verify.contest",
                        contest.path("type").asString("-"),
                        number(whole.path("reported")),
                        number(whole.path("stations")));
                Map<String, String> names = new TreeMap<>();
                contest.path("choices")
                        .forEach(choice -> names.put(
                                choice.path("number").asString(""),
                                choice.path("name").asString("")));
                whole.path("votes")
                        .properties()
                        .forEach(votes -> inner(
                                "verify.votes",
                                votes.getKey(),
                                names.getOrDefault(votes.getKey(), "-"),
                                number(votes.getValue())));
                inner("verify.valid", number(whole.path("valid")), number(whole.path("invalid")));
            }
        }

        private String number(JsonNode figure) {
            return figure.isIntegralNumber() ? numbers.format(figure.asLong()) : "-";
        }
    }

    /** A stranger's words must not steer the terminal. */
    private static String harmless(String words) {
        String plain = words.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
