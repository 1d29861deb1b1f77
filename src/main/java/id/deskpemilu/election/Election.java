package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An election day with its contests: a Pemilu, a Pilkada, or a rehearsal of one. */
@Entity
public class Election {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code = "";
    private String name = "";
    private LocalDate heldOn = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    private Phase phase = Phase.PREPARATION;

    @Version
    private int version;

    protected Election() {}

    /**
     * A new election.
     *
     * @param code its name in addresses: lower-case letters, digits and hyphens
     * @throws Refusal {@code ELECTION_CODE_INVALID}, {@code ELECTION_NAME_INVALID}
     */
    public Election(String code, String name, LocalDate heldOn, Phase phase) {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid("ELECTION_CODE_INVALID", code);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("ELECTION_NAME_INVALID", LONGEST_NAME);
        }
        this.code = code;
        this.name = name.strip();
        this.heldOn = heldOn;
        this.phase = phase;
    }

    /**
     * Moves to the next phase.
     *
     * @throws Refusal {@code PHASE_REFUSED}
     */
    public void enter(Phase next) {
        if (!phase.mayBecome(next)) {
            throw Refusal.conflict("PHASE_REFUSED", phase, next);
        }
        phase = next;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public Phase phase() {
        return phase;
    }

    /** Whether every page has to say SIMULASI. */
    public boolean isSimulation() {
        return phase == Phase.REHEARSAL;
    }
}
