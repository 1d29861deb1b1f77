package id.deskpemilu.report;

import static id.deskpemilu.report.ReportStatus.APPROVED;
import static id.deskpemilu.report.ReportStatus.AWAITED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_CONFIRMED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_REQUESTED;
import static id.deskpemilu.report.ReportStatus.DISPUTED;
import static id.deskpemilu.report.ReportStatus.LOCKED;
import static id.deskpemilu.report.ReportStatus.RECHECK;
import static id.deskpemilu.report.ReportStatus.REOPENED;
import static id.deskpemilu.report.ReportStatus.SUBMITTED;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Round;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * The report of one TPS in one contest: entered once, then locked. What the paper says is never changed by the program;
 * a correction is asked for by a verifier, confirmed by the operator, applied as confirmed and checked by a second
 * verifier, and every earlier state stays readable.
 */
@Entity
public class Report extends AbstractAggregateRoot<Report> {

    private static final int LONGEST_TEXT = 2000;
    private static final int VERSIONS_PER_ROUND = 1_000_000;

    @EmbeddedId
    private ReportId id = new ReportId(new java.util.UUID(0, 0));

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Contest contest;

    private StationCode station = new StationCode("0000000000000");

    @Enumerated(EnumType.STRING)
    private ReportStatus status = AWAITED;

    private int round = Round.FIRST;
    private boolean current = true;
    private int revision;
    private boolean secondLook;
    private boolean blindCheck;
    private boolean inconsistent;
    private String[] findings = {};
    private @Nullable String receipt;
    private @Nullable String submittedBy;
    private @Nullable Instant lockedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Role onBehalfAs;

    private @Nullable String onBehalfReason;
    private @Nullable String firstVerifier;
    private @Nullable String appliedBy;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String holder;
    private @Nullable Instant heldSince;
    private @Nullable Instant reviewBegan;

    @Version
    private @Nullable Integer version;

    @ElementCollection
    @CollectionTable(name = "revision", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @AttributeOverride(name = "tally.figures", column = @Column(name = "figures"))
    @AttributeOverride(name = "tally.votes", column = @Column(name = "votes"))
    private List<Revision> revisions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "correction", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<Correction> corrections = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "blind_check", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<BlindCheck> blindChecks = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "reopening", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<Reopening> reopenings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    private Report(Contest contest, StationCode station, int round) {
        this.id = ReportId.next();
        this.contest = contest;
        this.station = station;
        this.round = round;
    }

    /** A report that a station owes. */
    public static Report awaited(Contest contest, StationCode station) {
        return awaited(contest, station, Round.FIRST);
    }

    /** A report that a station owes in a round. */
    public static Report awaited(Contest contest, StationCode station, int round) {
        return new Report(contest, station, round);
    }

    /**
     * Gives way to the report of a later round. It stays readable, counts nowhere and takes no further act.
     *
     * @param later the round that was opened
     * @throws Refusal {@code SUPERSEDED} if it has given way already
     */
    public void supersede(Round later, Instant at) {
        requireCurrent();
        current = false;
        letGo();
        String by = Objects.requireNonNull(later.openedBy());
        registerEvent(
                new ReportEvent.Superseded(this, by, at, later.number(), later.kind(), later.heldOn(), later.reason()));
    }

    /**
     * Takes the figures, once.
     *
     * @param found what the rules say of them
     * @param blind whether a verifier keys the decisive ones before seeing them
     * @throws Refusal {@code ALREADY_REPORTED}, {@code UNDER_REVIEW} or {@code ALREADY_APPROVED} if somebody has sent them
     *     before
     */
    public void submit(
            Actor operator,
            Tally tally,
            List<Finding> found,
            boolean blind,
            Map<String, String> explanations,
            Instant at) {
        require(Action.SUBMIT, operator);
        send(operator, tally, found, blind, explanations, at);
    }

    /**
     * Takes the figures, once, from somebody who enters them in the place of the operator. Four eyes stay: whoever enters
     * them never verifies them.
     *
     * @param sender a coordinator or supervisor of the region
     * @param reason why the operator could not
     * @throws Refusal {@code ON_BEHALF_REASON_MISSING}, {@code TEXT_TOO_LONG}, and those of {@link #submit}
     */
    public void submitOnBehalf(
            Actor sender,
            String reason,
            Tally tally,
            List<Finding> found,
            boolean blind,
            Map<String, String> explanations,
            Instant at) {
        require(Action.SUBMIT_ON_BEHALF, sender);
        onBehalfReason = text(reason, "ON_BEHALF_REASON_MISSING");
        onBehalfAs = sender.may(Role.COORDINATOR, station) ? Role.COORDINATOR : Role.SUPERVISOR;
        send(sender, tally, found, blind, explanations, at);
    }

    private void send(
            Actor sender,
            Tally tally,
            List<Finding> found,
            boolean blind,
            Map<String, String> explanations,
            Instant at) {
        submittedBy = sender.username();
        addRevision(Revision.Origin.SUBMISSION, tally, found, blind, explanations, sender, at);
        status = SUBMITTED;
        registerEvent(
                new ReportEvent.Submitted(this, sender.username(), at, revision, tally, explanations, onBehalf()));
    }

    /** Locks what was just sent and gives it a receipt. */
    public void lock(Instant at) {
        if (status != SUBMITTED) {
            throw Refusal.conflict("NOT_NOW", status);
        }
        status = LOCKED;
        lockedAt = at;
        receipt = Fingerprint.reference(id + current().sha256());
        registerEvent(new ReportEvent.Locked(
                this,
                Objects.requireNonNull(submittedBy),
                at,
                receipt,
                current().sha256(),
                findingCodes()));
    }

    /** Takes the report in hand; taking it again changes nothing. */
    public void claim(Actor verifier, Instant at) {
        require(Action.CLAIM, verifier);
        if (holder == null) {
            hold(verifier, at);
            registerEvent(new ReportEvent.Claimed(this, verifier.username(), at));
        }
    }

    /** Puts the report back into the inbox. */
    public void release(Actor verifier, Instant at) {
        require(Action.RELEASE, verifier);
        letGo();
        registerEvent(new ReportEvent.Released(this, verifier.username(), at));
    }

    /** Takes the report from the colleague who holds it. */
    public void takeOver(Actor verifier, String reason, Instant at) {
        require(Action.TAKE_OVER, verifier);
        String from = Objects.requireNonNull(holder);
        String why = text(reason, "REASON_MISSING");
        hold(verifier, at);
        registerEvent(new ReportEvent.TakenOver(this, verifier.username(), at, from, why));
    }

    /**
     * Compares what a verifier read from the photo, without having seen the operator's figures, with the revision in force.
     * Keying again is possible; every attempt is kept.
     *
     * @param keyed the fields of {@link BlindCheck#fields}
     */
    public BlindCheck checkBlind(Actor verifier, Map<String, Integer> keyed, Instant at) {
        require(Action.CHECK_BLIND, verifier);
        if (holder == null) {
            hold(verifier, at);
        }
        BlindCheck check = BlindCheck.of(revision, current().tally(), keyed, verifier.username(), at);
        blindChecks.add(check);
        registerEvent(new ReportEvent.CheckedBlind(this, verifier.username(), at, revision, check.differing()));
        return check;
    }

    /**
     * Agrees with the figures in force.
     *
     * @return whether the report is approved; if not, another verifier has to look too
     */
    public boolean approve(Actor verifier, Instant at) {
        require(Action.APPROVE, verifier);
        underReview(at);
        letGo();
        if (status == LOCKED && secondLook) {
            firstVerifier = verifier.username();
            appliedBy = null;
            status = RECHECK;
            registerEvent(new ReportEvent.CheckedOnce(this, verifier.username(), at));
            return false;
        }
        status = APPROVED;
        approvedBy = verifier.username();
        approvedAt = at;
        registerEvent(new ReportEvent.Approved(this, verifier.username(), at, revision, inconsistent));
        return true;
    }

    /**
     * Asks the operator to confirm other figures.
     *
     * @param newFigures the new figures by field
     * @param spot where on a photo they can be read, if the verifier says so
     * @param answerBy until when the operator is waited for
     * @throws Refusal {@code CORRECTION_EMPTY} if nothing would change, {@code REASON_MISSING}, {@code SPOT_INVALID}
     */
    public void requestCorrection(
            Actor verifier,
            Map<String, Integer> newFigures,
            String reason,
            Correction.@Nullable Spot spot,
            Instant answerBy,
            Instant at) {
        require(Action.REQUEST_CORRECTION, verifier);
        Tally tally = current().tally();
        List<Correction.Change> changes = newFigures.entrySet().stream()
                .filter(entry -> tally.get(entry.getKey()) != entry.getValue())
                .map(entry -> new Correction.Change(entry.getKey(), tally.get(entry.getKey()), entry.getValue()))
                .toList();
        if (changes.isEmpty()) {
            throw Refusal.invalid("CORRECTION_EMPTY");
        }
        String why = text(reason, "REASON_MISSING");
        if (spot != null && !spot.lies()) {
            throw Refusal.invalid("SPOT_INVALID");
        }
        underReview(at);
        if (status == REOPENED) {
            endReopening(Reopening.State.USED, at);
            approvedBy = null;
            approvedAt = null;
        }
        corrections.add(Correction.request(changes, why, spot, verifier.username(), at, answerBy));
        firstVerifier = verifier.username();
        appliedBy = null;
        status = CORRECTION_REQUESTED;
        letGo();
        registerEvent(
                new ReportEvent.CorrectionRequested(this, verifier.username(), at, corrections.size(), changes, why));
    }

    /**
     * The operator answers: the form does hold the figures asked for, or the figures stand as it has them, or it does not
     * hold those asked for. After the first a verifier applies them, after the second another verifier looks, after the third
     * a supervisor decides.
     *
     * @throws Refusal {@code COMMENT_MISSING} if the answer is not a plain yes and says nothing
     */
    public void answerCorrection(
            Actor operator, int number, Correction.Answer answer, @Nullable String comment, Instant at) {
        Correction correction = open(number, action(answer), operator);
        String said = answer == Correction.Answer.CONFIRMED
                ? trimmed(comment)
                : text(Objects.requireNonNullElse(comment, ""), "COMMENT_MISSING");
        replace(number, correction.answer(answer, said, operator.username(), at));
        status = switch (answer) {
            case CONFIRMED -> CORRECTION_CONFIRMED;
            case AS_WRITTEN -> RECHECK;
            case DISPUTED -> DISPUTED;
        };
        registerEvent(new ReportEvent.CorrectionAnswered(this, operator.username(), at, number, answer, said));
    }

    private static Action action(Correction.Answer answer) {
        return switch (answer) {
            case CONFIRMED -> Action.CONFIRM_CORRECTION;
            case AS_WRITTEN -> Action.KEEP_AS_WRITTEN;
            case DISPUTED -> Action.DISPUTE_CORRECTION;
        };
    }

    /** The operator has not answered in time: a supervisor decides. */
    public void correctionOverdue(Instant at) {
        if (status != CORRECTION_REQUESTED) {
            throw Refusal.conflict("NOT_NOW", status);
        }
        int number = corrections.size();
        replace(number, correction(number).overdue(at));
        status = DISPUTED;
        registerEvent(new ReportEvent.CorrectionOverdue(this, ReportEvent.TIMER, at, number));
    }

    /** A supervisor settles what was disputed or not answered: the figures asked for are right, or the old ones stay. */
    public void decideCorrection(Actor supervisor, int number, boolean upheld, String reason, Instant at) {
        Correction correction = open(number, Action.DECIDE_CORRECTION, supervisor);
        String why = text(reason, "REASON_MISSING");
        replace(number, correction.decide(upheld, why, supervisor.username(), at));
        status = upheld ? CORRECTION_CONFIRMED : RECHECK;
        registerEvent(new ReportEvent.CorrectionDecided(this, supervisor.username(), at, number, upheld, why));
    }

    /**
     * Asks for an approved report to be opened again; somebody else decides.
     *
     * @throws Refusal {@code REOPENING_PENDING}, {@code REASON_MISSING}
     */
    public void requestReopening(Actor verifier, Reopening.Cause cause, String reason, Instant at) {
        require(Action.REQUEST_REOPENING, verifier);
        String why = text(reason, "REASON_MISSING");
        reopenings.add(Reopening.request(cause, why, verifier.username(), at));
        registerEvent(new ReportEvent.ReopeningRequested(this, verifier.username(), at, cause, why));
    }

    /** Opens the report again until an hour, as a verifier asked for. */
    public void grantReopening(Actor supervisor, @Nullable String comment, Instant until, Instant at) {
        require(Action.DECIDE_REOPENING, supervisor);
        String said = trimmed(comment);
        reopenings.set(reopenings.size() - 1, lastReopening().grant(said, supervisor.username(), at, until));
        status = REOPENED;
        firstVerifier = null;
        appliedBy = null;
        registerEvent(new ReportEvent.Reopened(this, supervisor.username(), at, until));
    }

    /** Leaves the report approved, though a verifier asked for it to be opened again. */
    public void refuseReopening(Actor supervisor, String comment, Instant at) {
        require(Action.DECIDE_REOPENING, supervisor);
        String why = text(comment, "REASON_MISSING");
        reopenings.set(reopenings.size() - 1, lastReopening().refuse(why, supervisor.username(), at));
        registerEvent(new ReportEvent.ReopeningRefused(this, supervisor.username(), at, why));
    }

    /** Finds that a reopened report was right: it is approved as it was. */
    public void closeReopening(Actor verifier, Instant at) {
        require(Action.CLOSE_REOPENING, verifier);
        close(verifier.username(), at);
    }

    /** The hour has come and nobody has asked for a correction: the report is approved as it was. */
    public void reopeningEnded(Instant at) {
        if (status != REOPENED) {
            throw Refusal.conflict("NOT_NOW", status);
        }
        close(ReportEvent.TIMER, at);
    }

    private void close(String who, Instant at) {
        endReopening(Reopening.State.CLOSED, at);
        letGo();
        status = APPROVED;
        registerEvent(new ReportEvent.ReopeningClosed(this, who, at));
    }

    private void endReopening(Reopening.State how, Instant at) {
        reopenings.set(reopenings.size() - 1, lastReopening().end(how, at));
    }

    private Reopening lastReopening() {
        return reopenings.get(reopenings.size() - 1);
    }

    /** The figures as they will be once the correction is in force. */
    public Tally corrected(int number) {
        return current().tally().with(correction(number).newFigures());
    }

    /** Puts exactly what was confirmed into force, as a new revision. */
    public void applyCorrection(Actor verifier, int number, List<Finding> found, boolean blind, Instant at) {
        Correction correction = open(number, Action.APPLY_CORRECTION, verifier);
        addRevision(
                Revision.Origin.CORRECTION,
                corrected(number),
                found,
                blind,
                current().explanations(),
                verifier,
                at);
        replace(number, correction.apply(verifier.username(), at));
        appliedBy = verifier.username();
        status = RECHECK;
        letGo();
        registerEvent(new ReportEvent.CorrectionApplied(
                this,
                verifier.username(),
                at,
                number,
                revision,
                correction.changes(),
                current().sha256()));
    }

    /** What the person can do to the report at this moment: pages, use cases and the API ask nothing else. */
    public Set<Action> actionsFor(Actor actor) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        Stream.of(Action.values())
                .filter(action -> objection(action, actor).isEmpty())
                .forEach(actions::add);
        if (holder != null) {
            actions.remove(Action.CLAIM); // allowed, and changes nothing
        }
        return actions;
    }

    /**
     * Passes if the page that the person acts on shows the report as it is.
     *
     * @param seen the version that the page carried, or null if the caller does not care
     * @throws Refusal {@code STALE}
     */
    public void requireVersion(@Nullable Integer seen) {
        if (seen != null && seen != version()) {
            throw Refusal.conflict("STALE").with("version", version());
        }
    }

    /**
     * Passes if no later round has taken the place of this report.
     *
     * @throws Refusal {@code SUPERSEDED}
     */
    public void requireCurrent() {
        if (!current) {
            throw superseded();
        }
    }

    private Refusal superseded() {
        return Refusal.conflict("SUPERSEDED", round).with("round", round);
    }

    /**
     * Passes if the person can do this to the report at this moment.
     *
     * @throws Refusal with the reason why not
     */
    public void require(Action action, Actor actor) {
        objection(action, actor).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<Refusal> objection(Action action, Actor actor) {
        try {
            requireRole(action, actor);
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
        if (!current) {
            return Optional.of(superseded());
        }
        if (!action.from().contains(status)) {
            boolean sends = action == Action.SUBMIT || action == Action.SUBMIT_ON_BEHALF;
            return Optional.of(sends ? lockedAgainst() : Refusal.conflict("NOT_NOW", status));
        }
        return switch (action) {
            case SUBMIT, SUBMIT_ON_BEHALF -> Optional.empty();
            case CLAIM, CHECK_BLIND, CLOSE_REOPENING -> eyes(actor).or(() -> heldByAnother(actor));
            case RELEASE -> held(actor);
            case TAKE_OVER ->
                eyes(actor)
                        .or(() -> holder == null || actor.is(holder)
                                ? Optional.of(Refusal.conflict("NOT_HELD"))
                                : Optional.empty());
            case APPROVE -> eyes(actor).or(() -> heldByAnother(actor)).or(() -> notAgreed(actor));
            case REQUEST_CORRECTION ->
                eyes(actor).or(() -> heldByAnother(actor)).or(() -> notKeyed(actor));
            case APPLY_CORRECTION -> notTheOperator(actor).or(() -> heldByAnother(actor));
            case CONFIRM_CORRECTION, KEEP_AS_WRITTEN, DISPUTE_CORRECTION -> not(actor, firstVerifier);
            case DECIDE_CORRECTION ->
                not(
                        actor,
                        submittedBy,
                        firstVerifier,
                        correction(corrections.size()).answeredBy());
            case REQUEST_REOPENING ->
                notTheOperator(actor)
                        .or(() -> isReopeningAsked()
                                ? Optional.of(Refusal.conflict("REOPENING_PENDING"))
                                : Optional.empty());
            case DECIDE_REOPENING ->
                isReopeningAsked()
                        ? not(actor, submittedBy, lastReopening().requestedBy())
                        : Optional.of(Refusal.conflict("REOPENING_NOT_ASKED"));
        };
    }

    /** Who entered the figures in the place of the operator answers for them like the operator. */
    private void requireRole(Action action, Actor actor) {
        Set<Role> roles = EnumSet.copyOf(action.roles());
        boolean answers = action.from().equals(Set.of(CORRECTION_REQUESTED));
        if (answers && onBehalfAs != null && submittedBy != null && actor.is(submittedBy)) {
            roles.addAll(Action.SUBMIT_ON_BEHALF.roles());
        }
        actor.requireAny(roles, station.village());
    }

    /** How the person would send the figures: as operator of the desa, or in its place. */
    public Action sendingBy(Actor actor) {
        return actor.may(Role.OPERATOR, station)
                        || Action.SUBMIT_ON_BEHALF.roles().stream().noneMatch(actor.roles()::contains)
                ? Action.SUBMIT
                : Action.SUBMIT_ON_BEHALF;
    }

    /**
     * Whether the person may add photos: the operator of the desa, and who enters the figures in the operator's place.
     */
    public boolean takesPhotosFrom(Actor actor) {
        return actor.may(Role.OPERATOR, station)
                || Action.SUBMIT_ON_BEHALF.roles().stream().anyMatch(role -> actor.may(role, station))
                        && (submittedBy == null || actor.is(submittedBy));
    }

    /**
     * Passes if the person may add photos.
     *
     * @throws Refusal {@code ROLE_MISSING}
     */
    public void requirePhotosFrom(Actor actor) {
        if (!takesPhotosFrom(actor)) {
            throw Refusal.forbidden("ROLE_MISSING", Role.OPERATOR.realmName());
        }
    }

    /** Whether somebody wants the approved report opened again and nobody has decided. */
    public boolean isReopeningAsked() {
        return !reopenings.isEmpty() && lastReopening().state() == Reopening.State.REQUESTED;
    }

    /** Four eyes: operator, verifier and second verifier are three people, and so is the supervisor who settled it. */
    private Optional<Refusal> eyes(Actor actor) {
        if (status == CORRECTION_CONFIRMED) {
            return notTheOperator(actor);
        }
        return not(actor, submittedBy, firstVerifier, appliedBy, decidedBy());
    }

    private @Nullable String decidedBy() {
        return corrections.isEmpty() ? null : correction(corrections.size()).decidedBy();
    }

    private Optional<Refusal> notTheOperator(Actor actor) {
        return not(actor, submittedBy);
    }

    private static Optional<Refusal> not(Actor actor, @Nullable String... involved) {
        return Stream.of(involved).filter(Objects::nonNull).anyMatch(actor::is)
                ? Optional.of(Refusal.forbidden("FOUR_EYES", actor.username()))
                : Optional.empty();
    }

    /** Whoever has to key the figures blind has not done so yet. */
    private Optional<Refusal> notKeyed(Actor actor) {
        return readsBlind() && lastCheck(actor).isEmpty()
                ? Optional.of(Refusal.conflict("BLIND_CHECK_MISSING"))
                : Optional.empty();
    }

    private Optional<Refusal> notAgreed(Actor actor) {
        Optional<Refusal> missing = notKeyed(actor);
        return missing.isPresent()
                        || !readsBlind()
                        || lastCheck(actor).orElseThrow().agrees()
                ? missing
                : Optional.of(Refusal.conflict("BLIND_CHECK_DIFFERS"));
    }

    private boolean readsBlind() {
        return blindCheck && Action.CHECK_BLIND.from().contains(status);
    }

    /** The last time that the person keyed the figures of the revision in force. */
    public Optional<BlindCheck> lastCheck(Actor actor) {
        return blindChecks.stream()
                .filter(check -> check.revision() == revision && actor.is(check.verifier()))
                .reduce((earlier, later) -> later);
    }

    /** Whether the figures are kept from the person until they have been keyed from the photo. */
    public boolean isVeiledFor(Actor actor) {
        return current
                && readsBlind()
                && actor.may(Role.VERIFIER, station)
                && eyes(actor).isEmpty()
                && lastCheck(actor).isEmpty();
    }

    private Optional<Refusal> heldByAnother(Actor actor) {
        return holder == null || actor.is(holder)
                ? Optional.empty()
                : Optional.of(Refusal.conflict("HELD_BY_ANOTHER", holder)
                        .with("holder", holder)
                        .with("since", heldSince));
    }

    private Optional<Refusal> held(Actor actor) {
        return holder != null && actor.is(holder) ? Optional.empty() : Optional.of(Refusal.conflict("NOT_HELD"));
    }

    /** Why the operator cannot send any more: sent and locked, under review, approved. */
    private Refusal lockedAgainst() {
        String by = Objects.requireNonNullElse(submittedBy, "");
        Refusal refusal = status == APPROVED || status == REOPENED
                ? Refusal.conflict("ALREADY_APPROVED", by)
                : hasBeenOpened() ? Refusal.conflict("UNDER_REVIEW", by) : Refusal.conflict("ALREADY_REPORTED", by);
        return refusal.with("submittedBy", submittedBy).with("lockedAt", lockedAt);
    }

    /** Whether a verifier has opened the report; from then on the operator leaves it and its photos as they are. */
    public boolean hasBeenOpened() {
        return reviewBegan != null;
    }

    private void underReview(Instant at) {
        if (reviewBegan == null) {
            reviewBegan = at;
        }
    }

    /**
     * Passes if the person can do this to that correction of the report.
     *
     * @throws Refusal with the reason why not, {@code CORRECTION_UNKNOWN} if it is not the last one
     */
    public void require(Action action, Actor actor, int correction) {
        require(action, actor);
        if (correction != corrections.size()) {
            throw Refusal.notFound("CORRECTION_UNKNOWN", correction);
        }
    }

    private Correction open(int number, Action action, Actor actor) {
        require(action, actor, number);
        return correction(number);
    }

    private Correction correction(int number) {
        return corrections.get(number - 1);
    }

    private void replace(int number, Correction answered) {
        corrections.set(number - 1, answered);
    }

    private void addRevision(
            Revision.Origin origin,
            Tally tally,
            List<Finding> found,
            boolean blind,
            Map<String, String> explanations,
            Actor author,
            Instant at) {
        revision++;
        String sha256 = Fingerprint.of(
                contest.election().code(), contest.type().slug(), station.digits(), round, revision, tally);
        revisions.add(new Revision(origin, tally, found, explanations, author.username(), at, sha256));
        findings = found.stream()
                .map(finding -> finding.code().name())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        secondLook = found.stream().anyMatch(Finding::secondLook);
        blindCheck = blind;
        inconsistent = found.stream().anyMatch(finding -> finding.code().mustHold());
    }

    private void hold(Actor verifier, Instant at) {
        holder = verifier.username();
        heldSince = at;
        underReview(at);
    }

    private void letGo() {
        holder = null;
        heldSince = null;
    }

    private static String text(String given, String code) {
        String text = given.strip();
        if (text.isEmpty()) {
            throw Refusal.invalid(code);
        }
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.invalid("TEXT_TOO_LONG", LONGEST_TEXT);
        }
        return text;
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text(text, "COMMENT_MISSING");
    }

    public ReportId id() {
        return id;
    }

    public Contest contest() {
        return contest;
    }

    public StationCode station() {
        return station;
    }

    public ReportStatus status() {
        return status;
    }

    /** The round of the contest that it belongs to, from 1. */
    public int round() {
        return round;
    }

    /** Whether it is the report that counts for its station: no later round has taken its place. */
    public boolean isCurrent() {
        return current;
    }

    /** The number of the revision in force; 0 while nothing was sent. */
    public int revision() {
        return revision;
    }

    /**
     * The revision in force.
     *
     * @throws IllegalStateException if nothing was sent yet
     */
    public Revision current() {
        if (revisions.isEmpty()) {
            throw new IllegalStateException("nothing was sent for " + station);
        }
        return revisions.get(revisions.size() - 1);
    }

    /** All revisions, the first one first. */
    public List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    /** All corrections, the first one first. */
    public List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    /** The codes of the findings of the revision in force. */
    public List<String> findingCodes() {
        return List.copyOf(Arrays.asList(findings));
    }

    /** Whether a finding of the revision in force asks for two verifiers. */
    public boolean needsSecondLook() {
        return secondLook;
    }

    /** Whether a verifier keys the decisive figures of the revision in force before seeing them. */
    public boolean needsBlindCheck() {
        return blindCheck;
    }

    /** Whether the revision in force breaks a rule that must hold: approved, it stands as the form has it. */
    public boolean isInconsistent() {
        return inconsistent;
    }

    /** Every blind check, the first one first. */
    public List<BlindCheck> blindChecks() {
        return List.copyOf(blindChecks);
    }

    /** Every request to open the report again, the first one first. */
    public List<Reopening> reopenings() {
        return List.copyOf(reopenings);
    }

    /** The reference of the receipt, once sent. */
    public @Nullable String receipt() {
        return receipt;
    }

    public @Nullable String submittedBy() {
        return submittedBy;
    }

    /** That somebody entered the figures in the place of the operator; null if the operator did. */
    public @Nullable OnBehalf onBehalf() {
        return onBehalfAs == null || onBehalfReason == null ? null : new OnBehalf(onBehalfAs, onBehalfReason);
    }

    public @Nullable Instant lockedAt() {
        return lockedAt;
    }

    /** Who may not act as the second verifier of the revision in force. */
    public List<String> verifiedBy() {
        return Stream.of(firstVerifier, appliedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    /** The verifier who has the report in hand. */
    public @Nullable String holder() {
        return holder;
    }

    public @Nullable Instant heldSince() {
        return heldSince;
    }

    /**
     * Changes with every change; a page carries it, so that nobody acts on an old picture. No two rounds of a station share
     * one: a page of the first round never acts on the report of the second.
     */
    public int version() {
        return (round - Round.FIRST) * VERSIONS_PER_ROUND + Objects.requireNonNullElse(version, 0);
    }
}
