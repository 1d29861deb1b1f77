package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.Refusals;
import id.deskpemilu.TestClock;
import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.RecordingReceivedLetterProcess;
import id.deskpemilu.dispatch.receiving.OpenIntake;
import id.deskpemilu.dispatch.receiving.PlainReceipts;
import id.deskpemilu.dispatch.receiving.ReceivedInMemory;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.SendersInMemory;
import id.deskpemilu.election.ClocksInMemory;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionMother;
import id.deskpemilu.election.ElectionsInMemory;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.RegionsInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.AssignmentsInMemory;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The desk of a province in memory, with one kabupaten that sends its letters there. */
final class TierDesk {

    static final Instant NOW = Instant.parse("2024-11-27T12:00:00Z");
    static final RegionCode PROVINCE = new RegionCode("98");
    static final RegionCode REGENCY = new RegionCode("9801");
    static final String CERTIFICATE = "ab".repeat(32);
    static final String SEAL = "cd".repeat(32);
    static final Actor PROGRAM = actor("service-account-uji", Role.SENDER, "9801");
    static final Actor SUPERVISOR = actor("supervisor", Role.SUPERVISOR, "98");

    final TestClock clock = new TestClock(NOW.toString());
    final ClocksInMemory clocks = new ClocksInMemory(clock);
    final Election election = ElectionMother.election("uji", Phase.ACTIVE);
    final ElectionsInMemory elections = new ElectionsInMemory(election);
    final RegionsInMemory regions = new RegionsInMemory()
            .with("98", "Uji", Zone.WIT)
            .with("9801", "Uji Selatan", Zone.WIT)
            .with("9802", "Uji Utara", Zone.WIT);
    final SendersInMemory senders = new SendersInMemory(sender(CERTIFICATE, SEAL));
    final ReceivedInMemory received = new ReceivedInMemory();
    final OpenIntake intake = new OpenIntake();
    final PlainReceipts receipts = new PlainReceipts();
    final RecordingReceivedLetterProcess process = new RecordingReceivedLetterProcess();
    final AssignmentsInMemory assignments = new AssignmentsInMemory(clock);
    final RecordingLog log = new RecordingLog();

    static Actor actor(String username, Role role, String region) {
        return new Actor(username, username, Set.of(role), List.of(new Actor.Scope(role, new RegionCode(region))));
    }

    static Sender sender(@Nullable String certificate, @Nullable String seal) {
        return new Sender(REGENCY, "Kesbangpol Uji", PROGRAM.username(), certificate, seal, "admin", NOW);
    }

    /** A letter of the kabupaten that was taken before. */
    ReceivedLetter taken(Instant frozenAt, String fileHash) {
        ReceivedLetter letter = new ReceivedLetter(
                new LetterId(UUID.randomUUID()),
                election.id(),
                REGENCY,
                LetterKind.FULL,
                "200.2.1/001/98.01/2024",
                frozenAt,
                frozenAt,
                10,
                8,
                fileHash,
                "0".repeat(64),
                "Drs. Uji",
                ReceivedLetter.Trust.REGISTERED,
                null,
                PROGRAM.username(),
                frozenAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        received.keep(letter, CERTIFICATE, new byte[0], new byte[0], new byte[] {1});
        return letter;
    }

    /** The act is refused with the code, and nothing has changed. */
    Refusal refuses(String code, ThrowingCallable act) {
        List<Object> before = traces();
        Refusal refusal = Refusals.refused(code, act);
        assertThat(traces()).as("nothing changes on %s", code).isEqualTo(before);
        return refusal;
    }

    private List<Object> traces() {
        return List.of(
                senders.all(), received.all(), received.refused(), process.told(), assignments.all(), log.lines());
    }
}
