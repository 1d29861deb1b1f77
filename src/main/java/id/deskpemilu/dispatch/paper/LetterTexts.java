package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The fixed texts of letters: the desk's own, and those that an office has put in their place. */
@Component
public class LetterTexts {

    private static final String STANDARD = "/letters/letter.properties";
    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");

    private static final String CITY = ".city";

    private final Properties texts;

    @Autowired
    LetterTexts(PaperSettings settings) {
        this(settings.texts() == null || settings.texts().isBlank() ? "" : content(Path.of(settings.texts())));
    }

    /**
     * The desk's texts with some of an office's own.
     *
     * @param own the lines of a properties file
     * @throws IllegalArgumentException if it holds a text that letters do not have, or a gap that the text does not have
     */
    LetterTexts(String own) {
        texts = standard();
        Properties changed = new Properties();
        read(changed, new StringReader(own));
        for (String key : changed.stringPropertyNames()) {
            String standard = texts.getProperty(key);
            if (standard == null) {
                throw new IllegalArgumentException("desk.letters.paper.texts: letters have no text " + key);
            }
            Set<String> unknown = gaps(changed.getProperty(key));
            unknown.removeAll(gaps(standard));
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException(
                        "desk.letters.paper.texts: nothing is filled in for " + unknown + " in " + key);
            }
            texts.setProperty(key, changed.getProperty(key));
        }
    }

    /** The desk's texts. */
    public static LetterTexts ofTheDesk() {
        return new LetterTexts("");
    }

    private static Properties standard() {
        Properties standard = new Properties();
        try (InputStream content = LetterTexts.class.getResourceAsStream(STANDARD)) {
            if (content == null) {
                throw new IllegalStateException(STANDARD);
            }
            read(standard, new InputStreamReader(content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return standard;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("desk.letters.paper.texts: cannot be read: " + file, e);
        }
    }

    private static void read(Properties into, Reader content) {
        try {
            into.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> gaps(String text) {
        Set<String> gaps = new HashSet<>();
        Matcher found = GAP.matcher(text);
        while (found.find()) {
            gaps.add(found.group());
        }
        return gaps;
    }

    /** The name of a contest; a kota elects its own. */
    String contest(OfContest contest) {
        String key = "contest." + contest.type();
        return of(contest.area().isCity() && texts.containsKey(key + CITY) ? key + CITY : key);
    }

    /** What the ballot of a contest has. */
    String choices(OfContest contest) {
        return of("choices." + contest.type());
    }

    /** The name of a choice. */
    String name(Option choice) {
        return choice.emptyColumn() ? of("choice.empty") : choice.name();
    }

    /** A text about how many stations are in, of all of a contest or of a part of it. */
    String coverage(String key, Figures of) {
        return of(
                key,
                "reported",
                Indonesian.number(of.reported()),
                "stations",
                Indonesian.number(of.stations()),
                "percent",
                Indonesian.percent(of.reported(), of.stations()),
                "verified",
                Indonesian.number(of.verified()),
                "missing",
                Indonesian.number(of.missing()));
    }

    /**
     * A text with its gaps filled in.
     *
     * @param fillings the name of a gap, what is filled in, the next name …
     */
    public String of(String key, Object... fillings) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("letters have no text " + key);
        }
        if (fillings.length == 0) {
            return text;
        }
        // in one go, so that a name with braces in it stays what it is
        return GAP.matcher(text).replaceAll(gap -> {
            for (int i = 0; i + 1 < fillings.length; i += 2) {
                if (gap.group().equals("{" + fillings[i] + "}")) {
                    return Matcher.quoteReplacement(String.valueOf(fillings[i + 1]));
                }
            }
            throw new IllegalArgumentException("nothing for " + gap.group() + " in " + key);
        });
    }
}
