package id.deskpemilu.report;

import static id.deskpemilu.report.ReportStatus.APPROVED;
import static id.deskpemilu.report.ReportStatus.AWAITED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_CONFIRMED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_REQUESTED;
import static id.deskpemilu.report.ReportStatus.LOCKED;
import static id.deskpemilu.report.ReportStatus.RECHECK;
import static id.deskpemilu.report.ReportStatus.SUBMITTED;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Round;
import id.deskpemilu.identity.Actor;
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
    private String[] findings = {};
    private @Nullable String receipt;
    private @Nullable String submittedBy;
    private @Nullable Instant lockedAt;
    private @Nullable String firstVerifier;
    private @Nullable String appliedBy;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String holder;
    private @Nullable Instant heldSince;

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
     * @throws Refusal {@code ALREADY_REPORTED} if somebody has sent them before
     */
    public void submit(Actor operator, Tally tally, List<Finding> found, Map<String, String> explanations, Instant at) {
        require(Action.SUBMIT, operator);
        submittedBy = operator.username();
        addRevision(Revision.Origin.SUBMISSION, tally, found, explanations, operator, at);
        status = SUBMITTED;
        registerEvent(new ReportEvent.Submitted(this, operator.username(), at, revision, tally, explanations));
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
     * Agrees with the figures in force.
     *
     * @return whether the report is approved; if not, another verifier has to look too
     */
    public boolean approve(Actor verifier, Instant at) {
        require(Action.APPROVE, verifier);
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
        registerEvent(new ReportEvent.Approved(this, verifier.username(), at, revision));
        return true;
    }

    /**
     * Asks the operator to confirm other figures.
     *
     * @param newFigures the new figures by field
     * @throws Refusal {@code CORRECTION_EMPTY} if nothing would change, {@code REASON_MISSING}
     */
    public void requestCorrection(Actor verifier, Map<String, Integer> newFigures, String reason, Instant at) {
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
        corrections.add(Correction.request(changes, why, verifier.username(), at));
        firstVerifier = verifier.username();
        appliedBy = null;
        status = CORRECTION_REQUESTED;
        letGo();
        registerEvent(
                new ReportEvent.CorrectionRequested(this, verifier.username(), at, corrections.size(), changes, why));
    }

    /** Says that the form does hold the figures asked for. */
    public void confirmCorrection(Actor operator, int number, @Nullable String comment, Instant at) {
        Correction correction = open(number, Action.CONFIRM_CORRECTION, operator);
        replace(number, correction.answer(true, trimmed(comment), operator.username(), at));
        status = CORRECTION_CONFIRMED;
        registerEvent(new ReportEvent.CorrectionConfirmed(this, operator.username(), at, number));
    }

    /** Says that the form does not hold them; another verifier than the one who asked decides. */
    public void declineCorrection(Actor operator, int number, String comment, Instant at) {
        Correction correction = open(number, Action.DECLINE_CORRECTION, operator);
        String why = text(comment, "COMMENT_MISSING");
        replace(number, correction.answer(false, why, operator.username(), at));
        status = RECHECK;
        registerEvent(new ReportEvent.CorrectionDeclined(this, operator.username(), at, number, why));
    }

    /** The figures as they will be once the correction is in force. */
    public Tally corrected(int number) {
        return current().tally().with(correction(number).newFigures());
    }

    /** Puts exactly what was confirmed into force, as a new revision. */
    public void applyCorrection(Actor verifier, int number, List<Finding> found, Instant at) {
        Correction correction = open(number, Action.APPLY_CORRECTION, verifier);
        addRevision(
                Revision.Origin.CORRECTION, corrected(number), found, current().explanations(), verifier, at);
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
            actor.require(action.role(), station);
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
        if (!current) {
            return Optional.of(superseded());
        }
        if (!action.from().contains(status)) {
            return Optional.of(action == Action.SUBMIT ? alreadyReported() : Refusal.conflict("NOT_NOW", status));
        }
        return switch (action) {
            case SUBMIT -> Optional.empty();
            case CLAIM -> eyes(actor).or(() -> heldByAnother(actor));
            case RELEASE -> held(actor);
            case TAKE_OVER ->
                eyes(actor)
                        .or(() -> holder == null || actor.is(holder)
                                ? Optional.of(Refusal.conflict("NOT_HELD"))
                                : Optional.empty());
            case APPROVE, REQUEST_CORRECTION -> eyes(actor).or(() -> heldByAnother(actor));
            case APPLY_CORRECTION -> notTheOperator(actor).or(() -> heldByAnother(actor));
            case CONFIRM_CORRECTION, DECLINE_CORRECTION ->
                actor.is(Objects.requireNonNullElse(firstVerifier, ""))
                        ? Optional.of(Refusal.forbidden("FOUR_EYES", actor.username()))
                        : Optional.empty();
        };
    }

    /** Four eyes: operator, verifier and second verifier are three people. */
    private Optional<Refusal> eyes(Actor actor) {
        if (status == CORRECTION_CONFIRMED) {
            return notTheOperator(actor);
        }
        boolean involved = Stream.of(submittedBy, firstVerifier, appliedBy)
                .filter(Objects::nonNull)
                .anyMatch(actor::is);
        return involved ? Optional.of(Refusal.forbidden("FOUR_EYES", actor.username())) : Optional.empty();
    }

    private Optional<Refusal> notTheOperator(Actor actor) {
        return submittedBy != null && actor.is(submittedBy)
                ? Optional.of(Refusal.forbidden("FOUR_EYES", actor.username()))
                : Optional.empty();
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

    private Refusal alreadyReported() {
        return Refusal.conflict("ALREADY_REPORTED", Objects.requireNonNullElse(submittedBy, ""))
                .with("submittedBy", submittedBy)
                .with("lockedAt", lockedAt);
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
    }

    private void hold(Actor verifier, Instant at) {
        holder = verifier.username();
        heldSince = at;
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

    /** The reference of the receipt, once sent. */
    public @Nullable String receipt() {
        return receipt;
    }

    public @Nullable String submittedBy() {
        return submittedBy;
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
