package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterCheck;
import id.deskpemilu.dispatch.signature.Verdict;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.shared.Zone;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the check page shows of an answer. */
final class CheckView {

    private CheckView() {}

    static CheckPage.Answer answer(LetterCheck.Answer said, boolean byFile) {
        Letter letter = said.letter();
        Frozen figures = said.figures();
        ZoneId zone = figures == null
                ? Zone.WIB.id()
                : figures.snapshot().region().zone().id();
        LetterCheck.Newer newer = said.newer();
        return new CheckPage.Answer(
                said.outcome().name(),
                tone(said.outcome()),
                said.isRehearsal(),
                letter != null || said.keptHash() != null,
                byFile,
                figures == null ? null : paper(letter, figures, zone),
                said.verdict().signatures().stream()
                        .map(one -> signature(one, zone))
                        .toList(),
                letter == null ? null : letter.standing().name(),
                newer == null
                        ? null
                        : new CheckPage.Newer(
                                Objects.requireNonNullElse(newer.number(), ""),
                                "/check/" + newer.id() + "?h=" + newer.hash()),
                letter == null ? null : letter.withdrawnReason(),
                said.added(),
                said.differences().stream().map(Enum::name).toList(),
                said.fileHash(),
                said.fileHash().equals(said.keptHash()) ? null : said.keptHash(),
                figures == null ? null : FigureView.summary(figures));
    }

    /** Green only for what is beyond doubt. */
    private static String tone(LetterCheck.Outcome outcome) {
        return switch (outcome) {
            case GENUINE -> "good";
            case SIMULATED, UNVOUCHED, FOREIGN -> "warn";
            case OTHER_FILE, BROKEN, NO_LETTER, UNREADABLE -> "bad";
        };
    }

    private static CheckPage.Paper paper(@Nullable Letter letter, Frozen figures, ZoneId zone) {
        Snapshot snapshot = figures.snapshot();
        return new CheckPage.Paper(
                snapshot.letter().toString(),
                letter == null ? null : letter.number(),
                letter == null ? null : letter.kind().name(),
                snapshot.election().name(),
                snapshot.region().name(),
                snapshot.shown().atZone(zone));
    }

    private static CheckPage.Signature signature(Verdict.Signature one, ZoneId zone) {
        return new CheckPage.Signature(
                one.signer(),
                one.organisation(),
                one.issuer(),
                one.at() == null ? null : one.at().atZone(zone),
                one.timestamped(),
                one.isGood(),
                why(one),
                one.trust().name());
    }

    private static String why(Verdict.Signature one) {
        if (!one.intact()) {
            return "CHANGED";
        }
        if (!one.whole()) {
            return "ADDED";
        }
        return one.inForce() ? "HOLDS" : "EXPIRED";
    }
}
