package id.deskpemilu.report.web;

import id.deskpemilu.election.RoundName;
import id.deskpemilu.shared.web.Round;
import org.jspecify.annotations.Nullable;

/** A round as pages name it. */
public final class RoundLabel {

    private RoundLabel() {}

    /** The name for a page; none for the first round. */
    public static @Nullable Round of(@Nullable RoundName name) {
        return name == null ? null : of(name.number(), name);
    }

    /** The name for a page, of the first round too. */
    static Round of(id.deskpemilu.election.Round round) {
        return of(round.number(), round.name());
    }

    private static Round of(int number, RoundName name) {
        return new Round(number, name.kind().name(), name.heldOn());
    }
}
