package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** What is voted on: one office, one ballot, in one area. */
@Entity
public class Contest {

    /** Whether reports can be sent. */
    public enum State {
        /** The ballot can still be changed. */
        PREPARED,
        /** The cases of the stations are being created. */
        OPENING,
        /** Reports can be sent. */
        OPEN,
        /** No report can be sent any more; those sent are checked to the end. */
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(optional = false, fetch = FetchType.EAGER)
    private Election election = new Election();

    @Enumerated(EnumType.STRING)
    private ContestType type = ContestType.PPWP;

    private RegionCode area = new RegionCode("00");

    private String[] leftOut = {};

    @Enumerated(EnumType.STRING)
    private State state = State.PREPARED;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "choice", joinColumns = @JoinColumn(name = "contest_id"))
    @OrderBy("number")
    @SQLRestriction("round = 1") // the ballots of later rounds are read by Rounds
    private List<Choice> choices = new ArrayList<>();

    @Version
    private int version;

    protected Contest() {}

    /** A new contest without a ballot. */
    public Contest(Election election, ContestType type, RegionCode area) {
        this.election = election;
        this.type = type;
        this.area = area;
    }

    /**
     * Puts another ballot in the place of the one so far.
     *
     * @throws Refusal {@code BALLOT_IN_USE} once the contest is open
     */
    public void setBallot(RegionCode newArea, List<Choice> ballot) {
        require(State.PREPARED, "BALLOT_IN_USE");
        area = newArea;
        choices.clear();
        ballot.stream().sorted(Comparator.comparingInt(Choice::number)).forEach(choices::add);
    }

    /**
     * Says which sections of the form the contest does without.
     *
     * @throws Refusal {@code BALLOT_IN_USE} once the contest is open, {@code SECTION_NEEDED}
     */
    public void leaveOut(Set<Form.SectionKey> sections) {
        require(State.PREPARED, "BALLOT_IN_USE");
        for (Form.SectionKey section : sections) {
            if (!section.isOptional()) {
                throw Refusal.invalid("SECTION_NEEDED", section);
            }
        }
        leftOut = sections.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /**
     * Begins to open; doing it again goes on where it stopped. A closed contest opens again.
     *
     * @throws Refusal {@code PHASE_NOT_RUNNING}, {@code BALLOT_EMPTY}
     */
    public void beginOpening() {
        if (!election.phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", election.phase());
        }
        if (choices.size() < 2) {
            throw Refusal.conflict("BALLOT_EMPTY", type.slug());
        }
        if (state != State.OPEN) {
            state = State.OPENING;
        }
    }

    /** Every station has its case. */
    public void opened() {
        if (state == State.OPENING) {
            state = State.OPEN;
        }
    }

    /**
     * Takes no further report.
     *
     * @throws Refusal {@code CONTEST_NOT_OPEN}
     */
    public void close() {
        if (state != State.CLOSED) {
            require(State.OPEN, "CONTEST_NOT_OPEN");
            state = State.CLOSED;
        }
    }

    /**
     * Passes if another round can be opened: the contest is open. One that was closed is opened again first.
     *
     * @throws Refusal {@code PHASE_NOT_RUNNING}, {@code CONTEST_NOT_OPEN}
     */
    public void requireOpen() {
        if (!election.phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", election.phase());
        }
        require(State.OPEN, "CONTEST_NOT_OPEN");
    }

    /** Whether a report can be sent now. */
    public boolean takesReports() {
        return (state == State.OPEN || state == State.OPENING)
                && election.phase().isRunning();
    }

    /** Why no report can be sent. */
    public Refusal refusal() {
        return state == State.CLOSED
                ? Refusal.conflict("CONTEST_CLOSED", type.slug())
                : Refusal.conflict("CONTEST_NOT_OPEN", type.slug());
    }

    private void require(State expected, String code) {
        if (state != expected) {
            throw Refusal.conflict(code, type.slug());
        }
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public Election election() {
        return election;
    }

    public ContestType type() {
        return type;
    }

    /** Where the contest is held. */
    public RegionCode area() {
        return area;
    }

    public State state() {
        return state;
    }

    /** The ballot of the first round in the order of its numbers; see {@link Rounds#choices} for later ones. */
    public List<Choice> choices() {
        return List.copyOf(choices);
    }

    /** The sections of the form that this contest does without. */
    public Set<Form.SectionKey> leftOut() {
        return Stream.of(leftOut)
                .map(Form.SectionKey::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Form.SectionKey.class)));
    }
}
