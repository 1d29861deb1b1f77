package id.deskpemilu.escalation;

import id.deskpemilu.election.Contest;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is waited for and told, level by level: the operators of a desa that has not reported, the verifiers of a
 * kecamatan where reports lie too long, the operator who does not answer a correction. At most one for each desa (or
 * kecamatan), contest and reason at a time; it ends by itself when nothing is waited for any more.
 */
@Entity
public class Escalation {

    /** How it stands. */
    public enum State {
        /** Somebody was told and is waited for. */
        WAITING,
        /** A coordinator or supervisor has put it off. */
        SNOOZED,
        /** Nobody can be reached there; the next stage asks again. */
        PARKED,
        /** Nothing is waited for any more. */
        ENDED
    }

    /** How it ended. */
    public enum Outcome {
        /** What was waited for came. */
        DONE,
        /** It is not waited for any more: the contest was closed. */
        CLOSED
    }

    @EmbeddedId
    private EscalationId id = new EscalationId(new java.util.UUID(0, 0));

    @Enumerated(EnumType.STRING)
    private EscalationKind kind = EscalationKind.UNREPORTED;

    private long electionId;
    private long contestId;
    private RegionCode region = new RegionCode("00");

    @Enumerated(EnumType.STRING)
    private Level level = Level.RESPONSIBLE;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private @Nullable Long stageId;
    private Instant openedAt = Instant.EPOCH;
    private Instant levelSince = Instant.EPOCH;
    private @Nullable Instant dueAt;
    private int repetition;
    private int turn;
    private int missing;
    private @Nullable String acknowledgedBy;
    private @Nullable Instant acknowledgedAt;
    private boolean unreachable;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Version
    private @Nullable Integer version;

    protected Escalation() {}

    /**
     * A new one, before anybody was told.
     *
     * @param region the desa, or the kecamatan where verifiers are waited for
     * @param stage the stage at which it was noticed, if it was one
     * @param missing for how many reports or answers
     */
    public static Escalation open(
            EscalationKind kind,
            Contest contest,
            RegionCode region,
            Level level,
            @Nullable Stage stage,
            int missing,
            Instant now) {
        Escalation opened = new Escalation();
        opened.id = EscalationId.random();
        opened.kind = kind;
        opened.electionId = contest.election().id();
        opened.contestId = contest.id();
        opened.region = region;
        opened.level = level;
        opened.stageId = stage == null ? null : stage.id();
        opened.missing = missing;
        opened.openedAt = now;
        opened.levelSince = now;
        return opened;
    }

    /** It is the turn of the level. */
    public void reach(Level reached, Instant now) {
        if (reached != level) {
            levelSince = now;
            repetition = 0;
            acknowledgedBy = null;
            acknowledgedAt = null;
        }
        level = reached;
        state = State.WAITING;
    }

    /**
     * Those whose turn it is were told.
     *
     * @param due until when they are waited for, by the clock of the election
     */
    public void told(Instant due) {
        repetition++;
        dueAt = due;
    }

    /** It was silent at that stage too. */
    public void namedAt(Stage stage) {
        stageId = stage.id();
    }

    /** Somebody takes note; what happens next stays as it is. */
    public void acknowledge(Actor actor, Instant now) {
        requireTask(actor);
        acknowledgedBy = actor.username();
        acknowledgedAt = now;
    }

    /**
     * Puts it off.
     *
     * @param until by the clock of the election
     */
    public void snooze(Actor actor, Instant until) {
        requireTask(actor);
        state = State.SNOOZED;
        dueAt = until;
    }

    /** Nobody can be reached there. On the highest level it waits for the next stage, on a lower one the next level is told. */
    public void markUnreachable(Actor actor) {
        requireTask(actor);
        unreachable = true;
        if (level == Level.KABUPATEN) {
            state = State.PARKED;
            dueAt = null;
        }
    }

    /** Somebody else reports for the desa from now on. */
    public void handOver(Actor actor) {
        requireTask(actor);
        if (kind == EscalationKind.UNVERIFIED) {
            throw Refusal.conflict("ESCALATION_NOT_OF_DESA");
        }
        unreachable = false;
        turn++;
    }

    /** It is over. */
    public void end(Outcome how, Instant now) {
        state = State.ENDED;
        outcome = how;
        endedAt = now;
        dueAt = null;
    }

    /**
     * Passes if the person may settle it now.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ESCALATION_ENDED}, {@code ESCALATION_NO_TASK},
     *     {@code ESCALATION_OF_SUPERVISOR}
     */
    public void requireTask(Actor actor) {
        if (!actor.may(Role.SUPERVISOR, region)) {
            actor.require(Role.COORDINATOR, region);
        }
        if (state == State.ENDED) {
            throw Refusal.conflict("ESCALATION_ENDED");
        }
        if (state != State.WAITING || level == Level.RESPONSIBLE) {
            throw Refusal.conflict("ESCALATION_NO_TASK");
        }
        if (level == Level.KABUPATEN && !actor.may(Role.SUPERVISOR, region)) {
            throw Refusal.forbidden("ESCALATION_OF_SUPERVISOR");
        }
    }

    /** Whether the person may settle it now. */
    public boolean hasTaskFor(Actor actor) {
        return state == State.WAITING
                && level != Level.RESPONSIBLE
                && (actor.may(Role.SUPERVISOR, region)
                        || level == Level.KECAMATAN && actor.may(Role.COORDINATOR, region));
    }

    public EscalationId id() {
        return id;
    }

    public EscalationKind kind() {
        return kind;
    }

    public long electionId() {
        return electionId;
    }

    public long contestId() {
        return contestId;
    }

    /** The desa, or the kecamatan where verifiers are waited for. */
    public RegionCode region() {
        return region;
    }

    public Level level() {
        return level;
    }

    public State state() {
        return state;
    }

    public boolean isActive() {
        return state != State.ENDED;
    }

    /** The last stage at which it was named. */
    public @Nullable Long stageId() {
        return stageId;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant levelSince() {
        return levelSince;
    }

    /** Until when somebody is waited for, by the clock of the election. */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** How often this level was told. */
    public int repetition() {
        return repetition;
    }

    /** How often it was handed to somebody else. */
    public int turn() {
        return turn;
    }

    /** For how many reports or answers it was opened. */
    public int missing() {
        return missing;
    }

    public @Nullable String acknowledgedBy() {
        return acknowledgedBy;
    }

    public @Nullable Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public boolean isUnreachable() {
        return unreachable;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** The subject under which the log keeps what happened to it. */
    public String subject() {
        return "escalation:" + id;
    }
}
