package id.deskpemilu.look;

import static id.deskpemilu.look.Samples.EVENING;
import static id.deskpemilu.look.Samples.SHA;

import id.deskpemilu.dispatch.web.CheckPage;
import id.deskpemilu.dispatch.web.LetterPage;
import id.deskpemilu.look.Samples.Sample;
import id.deskpemilu.shared.web.Coverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on which anybody checks a letter, filled with invented data. */
final class CheckSamples {

    private static final String LETTER = "7f1c6a52-90d3-4c1b-9a66-1f3de0a1c0de";
    private static final String OTHER = "0b61241d7c17bcbb1baee7094d14b7c451efecc7ffcbd92598a0f13d313ebc2a";

    private CheckSamples() {}

    static List<Sample> all() {
        return List.of(
                sample("check", new CheckPage("", "", 20, null, null)),
                sample(
                        "check-unknown",
                        new CheckPage(LETTER, "00000000", 20, "Tidak ada surat dengan nama dan sidik jari itu.", null)),
                sample("check-genuine", answer("GENUINE", "good", "HOLDS", "TRUSTED", "IN_FORCE", null, List.of())),
                sample(
                        "check-simulated",
                        answer("SIMULATED", "warn", "HOLDS", "SELF_MADE", "SUPERSEDED", null, List.of())),
                sample(
                        "check-withdrawn",
                        answer("GENUINE", "good", "HOLDS", "TRUSTED", "WITHDRAWN", "salah wilayah", List.of())),
                sample(
                        "check-other",
                        answer(
                                "OTHER_FILE",
                                "bad",
                                "CHANGED",
                                "TRUSTED",
                                null,
                                null,
                                List.of("FILE", "FIGURES", "SIGNATURE"))),
                sample("check-foreign", answer("FOREIGN", "warn", "HOLDS", "TRUSTED", null, null, List.of())),
                sample("check-unvouched", answer("UNVOUCHED", "warn", "HOLDS", "UNKNOWN", null, null, List.of())),
                sample("check-broken", answer("BROKEN", "bad", "EXPIRED", "TRUSTED", null, null, List.of())),
                sample("check-added", answer("BROKEN", "bad", "ADDED", "TRUSTED", null, null, List.of())),
                sample("check-no-letter", none("NO_LETTER")),
                sample("check-unreadable", none("UNREADABLE")));
    }

    private static Sample sample(String name, CheckPage page) {
        return new Sample(name, "dispatch/check", "", page);
    }

    private static CheckPage none(String outcome) {
        return new CheckPage(
                "",
                "",
                20,
                null,
                new CheckPage.Answer(
                        outcome, "bad", false, false, true, null, List.of(), null, null, null, false, List.of(), SHA,
                        null, null));
    }

    private static CheckPage answer(
            String outcome,
            String tone,
            String why,
            String trust,
            @Nullable String standing,
            @Nullable String withdrawn,
            List<String> differences) {
        boolean vouched = !tone.equals("bad");
        boolean known = standing != null;
        return new CheckPage(
                "",
                "",
                20,
                null,
                new CheckPage.Answer(
                        outcome,
                        tone,
                        outcome.equals("SIMULATED"),
                        known || outcome.equals("OTHER_FILE"),
                        !known,
                        vouched
                                ? new CheckPage.Paper(
                                        LETTER,
                                        known ? "200.2.1/014/99.01/2027" : null,
                                        known ? "FULL" : null,
                                        "Pilkada Serentak 2027",
                                        "Kabupaten Nusa Jaya",
                                        EVENING)
                                : null,
                        List.of(new CheckPage.Signature(
                                "Dra. Ratna Wulandari, M.Si.",
                                known ? "Pemerintah Kabupaten Nusa Jaya" : null,
                                "BSrE",
                                EVENING,
                                known,
                                why.equals("HOLDS"),
                                why,
                                trust)),
                        standing,
                        "SUPERSEDED".equals(standing)
                                ? new CheckPage.Newer("200.2.1/015/99.01/2027", "/check/" + LETTER + "?h=9f86d081")
                                : null,
                        withdrawn,
                        known && withdrawn != null,
                        differences,
                        SHA,
                        differences.isEmpty() ? null : OTHER,
                        vouched ? figures() : null));
    }

    private static LetterPage.Summary figures() {
        return new LetterPage.Summary(
                EVENING,
                SHA,
                21,
                248,
                2_269,
                100_000,
                110_000,
                210_000,
                2,
                4,
                7,
                3,
                5,
                0,
                List.of(new LetterPage.Contest(
                        "bupati",
                        new Coverage(EVENING, 2_105, 2_269, 41.2),
                        3,
                        List.of(
                                new LetterPage.Votes(1, "Ratna Wulandari – Yusuf Hidayat", 194_212, 45.2),
                                new LetterPage.Votes(2, "Bambang Prasetyo – Dewi Lestari", 235_418, 54.8)),
                        429_630,
                        12_044,
                        78.2)));
    }
}
