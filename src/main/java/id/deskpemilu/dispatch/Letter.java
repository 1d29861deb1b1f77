package id.deskpemilu.dispatch;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Phase;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter about an election in a region. Its figures are frozen at its hour; the supervisor writes only the prose; once it
 * is signed nothing of it changes, but it can be superseded by a later one or be withdrawn.
 */
@Entity
public class Letter {

    /** So long a signature may take; then the letter can be signed again. */
    public static final Duration LONGEST_SIGNING = Duration.ofMinutes(3);

    private static final int CODE_LENGTH = 6;

    @EmbeddedId
    private LetterId id = new LetterId(new UUID(0, 0));

    @ManyToOne(optional = false, fetch = FetchType.EAGER)
    private Election election = placeholder();

    private RegionCode region = new RegionCode("00");

    @Enumerated(EnumType.STRING)
    private LetterKind kind = LetterKind.FULL;

    private Instant cutAt = Instant.EPOCH;
    private boolean planned;

    @Enumerated(EnumType.STRING)
    private LetterStatus status = LetterStatus.PLANNED;

    private String situation = "";
    private String problems = "";
    private String suggestions = "";
    private @Nullable String number;
    private @Nullable LocalDate dated;
    private @Nullable Instant signingSince;
    private @Nullable String signedBy;
    private @Nullable String signatory;
    private @Nullable Instant signedAt;
    private @Nullable Instant sentAt;
    private @Nullable Instant receiptedAt;

    @Column(name = "superseded_by")
    private @Nullable UUID successor;

    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;
    private @Nullable String withdrawnReason;

    @Version
    private @Nullable Integer version;

    protected Letter() {}

    private static Election placeholder() {
        return new Election("x", "x", LocalDate.EPOCH, Phase.PREPARATION);
    }

    /**
     * A letter whose hour comes.
     *
     * @param cutAt the hour, by the clock of the election
     * @param planned whether the plan of the evening has it; otherwise a person asks for it
     */
    public static Letter plan(Election election, RegionCode region, LetterKind kind, Instant cutAt, boolean planned) {
        Letter letter = new Letter();
        letter.id = new LetterId(UUID.randomUUID());
        letter.election = election;
        letter.region = region;
        letter.kind = kind;
        letter.cutAt = cutAt;
        letter.planned = planned;
        return letter;
    }

    /**
     * Its figures are frozen, or frozen anew.
     *
     * @param at by the clock of the election
     * @throws Refusal {@code LETTER_NOT_DRAFT}
     */
    public void frozen(Instant at) {
        if (status != LetterStatus.PLANNED) {
            requireDraft();
        }
        status = LetterStatus.DRAFT;
        cutAt = planned && at.isBefore(cutAt) ? cutAt : at;
        planned = false;
    }

    /**
     * Puts other prose in the place of what was written.
     *
     * @throws Refusal {@code LETTER_NOT_DRAFT}, {@code PROSE_TOO_LONG}
     */
    public void write(Prose prose) {
        requireDraft();
        for (String text : new String[] {prose.situation(), prose.problems(), prose.suggestions()}) {
            if (text.length() > Prose.LONGEST) {
                throw Refusal.invalid("PROSE_TOO_LONG", Prose.LONGEST);
            }
        }
        situation = prose.situation().strip();
        problems = prose.problems().strip();
        suggestions = prose.suggestions().strip();
    }

    /**
     * Somebody begins to sign: nobody else can until it is done, has failed, or takes too long.
     *
     * @throws Refusal {@code LETTER_NOT_DRAFT}, {@code LETTER_BEING_SIGNED}
     */
    public void beginSigning(Instant now) {
        requireDraft();
        if (signingSince != null && now.isBefore(signingSince.plus(LONGEST_SIGNING))) {
            throw Refusal.conflict("LETTER_BEING_SIGNED");
        }
        signingSince = now;
    }

    /** It got its number and date; it keeps them. */
    public void register(String given, LocalDate date) {
        if (number == null) {
            number = given;
        }
        dated = date;
    }

    /** The signature failed: it can be tried again. */
    public void signingFailed() {
        signingSince = null;
    }

    /**
     * It is signed.
     *
     * @param by the account
     * @param name the name under the letter
     */
    public void signed(String by, String name, Instant at) {
        requireDraft();
        Objects.requireNonNull(number, "no number");
        status = LetterStatus.SIGNED;
        signedBy = by;
        signatory = name;
        signedAt = at;
        signingSince = null;
    }

    /** Every receiver has it. */
    public void sent(Instant at) {
        if (status == LetterStatus.SIGNED) {
            status = LetterStatus.SENT;
        }
        if (sentAt == null) {
            sentAt = at;
        }
    }

    /** A receiver has confirmed it; whether it is with the others too does not matter any more. */
    public void receipted(Instant at) {
        if (status.isSigned()) {
            status = LetterStatus.RECEIPTED;
        }
        if (receiptedAt == null) {
            receiptedAt = at;
        }
    }

    /** A later letter takes its place; a draft is dropped. */
    public void supersede(Letter later) {
        if (status.isSigned()) {
            successor = later.id.value();
        } else {
            status = LetterStatus.DROPPED;
        }
    }

    /** It is not needed any more. */
    public void drop() {
        if (!status.isSigned()) {
            status = LetterStatus.DROPPED;
        }
    }

    /**
     * It does not hold.
     *
     * @throws Refusal {@code LETTER_NOT_SIGNED}, {@code LETTER_WITHDRAWN}
     */
    public void withdraw(String by, String reason, Instant at) {
        if (!status.isSigned()) {
            throw Refusal.conflict("LETTER_NOT_SIGNED");
        }
        if (withdrawnAt != null) {
            throw Refusal.conflict("LETTER_WITHDRAWN");
        }
        withdrawnAt = at;
        withdrawnBy = by;
        withdrawnReason = reason;
    }

    /**
     * Passes if it has not been changed since it was read.
     *
     * @throws Refusal {@code LETTER_CHANGED}
     */
    public void requireVersion(int read) {
        if (read != version()) {
            throw Refusal.conflict("LETTER_CHANGED");
        }
    }

    /** Passes if it can still be written. */
    public void requireDraft() {
        if (status != LetterStatus.DRAFT) {
            throw Refusal.conflict("LETTER_NOT_DRAFT");
        }
    }

    /**
     * Passes if the person may make letters about the region: its supervisors, and of a kecamatan its coordinators.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public static void requireAuthor(Actor actor, RegionCode region) {
        actor.requireAny(authors(region), region);
    }

    private static Set<Role> authors(RegionCode region) {
        return region.level() == RegionCode.Level.DISTRICT
                ? EnumSet.of(Role.SUPERVISOR, Role.COORDINATOR)
                : EnumSet.of(Role.SUPERVISOR);
    }

    /** What the person can do with it now. */
    public Set<LetterAction> actionsFor(Actor actor) {
        Set<LetterAction> actions = EnumSet.noneOf(LetterAction.class);
        if (authors(region).stream().noneMatch(role -> actor.may(role, region))) {
            return actions;
        }
        if (status == LetterStatus.DRAFT) {
            actions.addAll(EnumSet.of(LetterAction.EDIT, LetterAction.REFREEZE, LetterAction.SIGN));
        }
        if (status.isSigned() && standing() == Standing.IN_FORCE && status != LetterStatus.RECEIPTED) {
            actions.add(LetterAction.RESEND);
        }
        if (status.isSigned() && withdrawnAt == null) {
            actions.add(LetterAction.WITHDRAW);
        }
        return actions;
    }

    public LetterId id() {
        return id;
    }

    public Election election() {
        return election;
    }

    public RegionCode region() {
        return region;
    }

    public LetterKind kind() {
        return kind;
    }

    /** When its figures are, or were, frozen; by the clock of the election. */
    public Instant cutAt() {
        return cutAt;
    }

    public LetterStatus status() {
        return status;
    }

    public Standing standing() {
        return withdrawnAt != null ? Standing.WITHDRAWN : successor != null ? Standing.SUPERSEDED : Standing.IN_FORCE;
    }

    public Prose prose() {
        return new Prose(situation, problems, suggestions);
    }

    /** Its number on the paper; null until somebody begins to sign it. */
    public @Nullable String number() {
        return number;
    }

    /** The date on the paper. */
    public @Nullable LocalDate dated() {
        return dated;
    }

    /** The account that signed. */
    public @Nullable String signedBy() {
        return signedBy;
    }

    /** The name under the letter. */
    public @Nullable String signatory() {
        return signatory;
    }

    public @Nullable Instant signedAt() {
        return signedAt;
    }

    /** When every receiver had it. */
    public @Nullable Instant sentAt() {
        return sentAt;
    }

    /** When the first receipt came. */
    public @Nullable Instant receiptedAt() {
        return receiptedAt;
    }

    /** The letter that took its place. */
    public @Nullable LetterId supersededBy() {
        return successor == null ? null : new LetterId(successor);
    }

    public @Nullable String withdrawnReason() {
        return withdrawnReason;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    public @Nullable String withdrawnBy() {
        return withdrawnBy;
    }

    /**
     * What the signer repeats, so that nobody signs anything but what was read: 6 digits of a hash over figures and prose.
     *
     * @param snapshotHash the SHA-256 of its figures
     */
    public String confirmationCode(String snapshotHash) {
        String read = String.join("\u0000", id.toString(), snapshotHash, situation, problems, suggestions);
        return Sha256.of(read).substring(0, CODE_LENGTH).toUpperCase(Locale.ROOT);
    }

    /** Grows with every change. */
    public int version() {
        return version == null ? 0 : version;
    }

    /** The subject under which the log keeps what happened to it. */
    public String subject() {
        return "letter:" + id;
    }
}
