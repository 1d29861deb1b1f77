package id.deskpemilu.incident;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the day and that the letter reports.
 *
 * @param id its key
 * @param electionId the election
 * @param kind what sort of thing
 * @param region the desa, or the kecamatan if it concerns more than one
 * @param regionName its name
 * @param districtName the name of the kecamatan, the same if that is the region
 * @param station the polling station; null if it concerns none or several
 * @param at when, by the clock of the election: as it was typed by people who read that clock
 * @param text what happened, in the words of who entered it; one line
 * @param followUp what was done about it, all follow-ups in their order; one line, null as long as there is none
 * @param settledAt when it was over, real time; null as long as it goes on
 * @param by the account that entered it
 * @param byName the name of that person
 * @param enteredAt when it was entered, real time
 * @param withdrawal why it does not count; null as long as it does
 */
public record Incident(
        UUID id,
        long electionId,
        IncidentKind kind,
        RegionCode region,
        String regionName,
        String districtName,
        @Nullable StationCode station,
        Instant at,
        String text,
        @Nullable String followUp,
        @Nullable Instant settledAt,
        String by,
        String byName,
        Instant enteredAt,
        @Nullable Withdrawal withdrawal) {

    /** Those who enter incidents, each in the own region. */
    public static final Set<Role> WRITERS = Set.of(Role.OPERATOR, Role.COORDINATOR, Role.SUPERVISOR);

    /**
     * That it was entered by mistake.
     *
     * @param at real time
     * @param by the account that withdrew it
     */
    public record Withdrawal(Instant at, String by, String reason) {}

    /** Whether it is over. */
    public boolean isSettled() {
        return settledAt != null;
    }

    /** Whether it was entered by mistake. */
    public boolean isWithdrawn() {
        return withdrawal != null;
    }

    /** Whether the person may say what was done about it. */
    public boolean mayFollowUp(Actor actor) {
        return !isWithdrawn() && WRITERS.stream().anyMatch(role -> actor.may(role, region));
    }

    /** Whether the person may withdraw it: who entered it, as long as the region is the own one, and those who look after it. */
    public boolean mayWithdraw(Actor actor) {
        return mayFollowUp(actor)
                && (actor.is(by) || actor.may(Role.COORDINATOR, region) || actor.may(Role.SUPERVISOR, region));
    }
}
