package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.paper.kit.PaperSize;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.People;
import id.deskpemilu.notification.Notices;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Offices that write letters, and what they are made of, for tests. */
public final class OfficeMother {

    private OfficeMother() {}

    /** Receipts are waited for a quarter of an hour, logins count for five minutes. */
    public static LetterSettings settings(LetterSettings.Office... offices) {
        return new LetterSettings(
                List.of(),
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                "200.2.1/[nomor]/[wilayah]/[tahun]",
                "BADAN KESATUAN BANGSA DAN POLITIK",
                new LetterSettings.Foot("a", "b", "c"),
                List.of(offices));
    }

    /** An office of the region for which only that account signs. */
    public static LetterSettings.Office office(String region, String username, String name) {
        return new LetterSettings.Office(
                region,
                PaperSize.F4,
                null,
                null,
                null,
                List.of(),
                null,
                "Segera",
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(new LetterSettings.SignerOf(username, List.of("KEPALA BADAN"), name, null, null)));
    }

    public static Offices offices(LetterSettings settings, Regions regions, Signer signer) {
        return new Offices(settings, regions, signer, null);
    }

    public static LetterNotices notices(People people, Regions regions, Notices notices, Clock clock) {
        return new LetterNotices(people, regions, notices, clock);
    }

    /** Figures that are given. */
    public static FigureSource figures(Function<Letter, Frozen> freeze) {
        return new FigureSource(null, null, null, null, null, null, null) {
            @Override
            public Frozen freeze(Letter letter) {
                return freeze.apply(letter);
            }
        };
    }
}
