package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.Refusals;
import id.deskpemilu.TestClock;
import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.ArchiveInMemory;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterNotices;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.LettersInMemory;
import id.deskpemilu.dispatch.NoPress;
import id.deskpemilu.dispatch.OfficeMother;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.RecordingLetterProcess;
import id.deskpemilu.dispatch.RecordingReceivedLetterProcess;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.dispatch.sending.TransfersInMemory;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.SnapshotMother;
import id.deskpemilu.election.ClocksInMemory;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionMother;
import id.deskpemilu.election.ElectionsInMemory;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.RegionsInMemory;
import id.deskpemilu.escalation.EscalationPolicy.Party;
import id.deskpemilu.escalation.PeopleInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.notification.NoticesInMemory;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.Zone;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The desk that writes letters, in memory: a kabupaten with a kecamatan, and one supervisor. */
final class LetterDesk {

    static final RegionCode REGENCY = new RegionCode("9801");
    static final RegionCode DISTRICT = new RegionCode("980101");
    static final Instant NOW = Instant.parse("2024-11-27T11:10:00Z");
    static final Instant CUT = Instant.parse("2024-11-27T11:00:00Z");
    static final Actor SUPERVISOR = actor("supervisor", Role.SUPERVISOR, REGENCY);
    static final Actor COORDINATOR = actor("koordinator", Role.COORDINATOR, DISTRICT);

    final TestClock clock = new TestClock(NOW.toString());
    final ClocksInMemory clocks = new ClocksInMemory(clock);
    final Election election = ElectionMother.election("uji", Phase.ACTIVE);
    final ElectionsInMemory elections = new ElectionsInMemory(election);
    final RegionsInMemory regions = new RegionsInMemory()
            .with("98", "Uji", Zone.WIT)
            .with("9801", "Uji Selatan", Zone.WIT)
            .with("980101", "Teluk", Zone.WIT)
            .with("9801012001", "Pasir", Zone.WIT);
    final LettersInMemory letters = new LettersInMemory();
    final ArchiveInMemory archive = new ArchiveInMemory();
    final NoPress printer = new NoPress(archive);
    final RecordingLetterProcess process = new RecordingLetterProcess();
    final RecordingReceivedLetterProcess below = new RecordingReceivedLetterProcess();
    final List<Object> events = new ArrayList<>();
    final TransfersInMemory transfers = new TransfersInMemory(letters, events::add, clock);
    final RecordingLog log = new RecordingLog();
    final NoticesInMemory notices = new NoticesInMemory();
    final PeopleInMemory people = new PeopleInMemory()
            .with(Party.SUPERVISOR, "9801", "supervisor")
            .with(Party.COORDINATOR, "980101", "koordinator");

    static Actor actor(String username, Role role, RegionCode region) {
        return new Actor(username, "Nama " + username, Set.of(role), List.of(new Actor.Scope(role, region)));
    }

    /** A letter of the kabupaten in the status. */
    Letter letter(LetterStatus status) {
        return letter(status, REGENCY, LetterKind.FULL, CUT);
    }

    Letter letter(LetterStatus status, RegionCode region, LetterKind kind, Instant cutAt) {
        Letter letter = Letter.plan(election, region, kind, cutAt, true);
        if (status != LetterStatus.PLANNED) {
            letter.frozen(cutAt);
            archive.keep(letter.id(), frozen("angka " + letter.id()));
        }
        if (status.isSigned()) {
            letter.register("200.2.1/000/" + region.dotted() + "/2024", ElectionMother.DAY);
            letter.signed("supervisor", "Nama supervisor", cutAt);
        }
        switch (status) {
            case SENT -> letter.sent(cutAt);
            case RECEIPTED -> letter.receipted(cutAt);
            case DROPPED -> letter.drop();
            default -> assertThat(letter.status()).isEqualTo(status);
        }
        letters.with(letter);
        return letter;
    }

    /** Figures that nobody can read, with the hash of the text. */
    static Frozen frozen(String text) {
        return new Frozen(SnapshotMother.regency(), text.getBytes(StandardCharsets.UTF_8), Sha256.of(text));
    }

    /** What can be seen of a letter. */
    private record Picture(
            LetterStatus status, Standing standing, int version, Prose prose, String number, String signedBy) {

        static Picture of(Letter letter) {
            return new Picture(
                    letter.status(),
                    letter.standing(),
                    letter.version(),
                    letter.prose(),
                    letter.number(),
                    letter.signedBy());
        }
    }

    /** All that a use case could have done. */
    private List<Object> traces() {
        return List.of(
                letters.all().stream().map(Picture::of).toList(),
                letters.saved(),
                archive.numbers(),
                archive.files(),
                printer.printed(),
                process.told(),
                below.told(),
                transfers.all(),
                notices.told(),
                log.lines(),
                List.copyOf(events));
    }

    /** The act is refused with the code, and nothing has changed. */
    Refusal refuses(String code, ThrowingCallable act) {
        List<Object> before = traces();
        Refusal refusal = Refusals.refused(code, act);
        assertThat(traces()).as("nothing changes on %s", code).isEqualTo(before);
        return refusal;
    }

    /** Only those who write the letters of the kabupaten may do it. */
    void refusesAllButSupervisors(BiConsumer<LetterDesk, Actor> act) {
        for (Role role : Role.values()) {
            if (role != Role.SUPERVISOR) {
                refuses("ROLE_MISSING", () -> act.accept(this, actor("orang.lain", role, REGENCY)));
            }
        }
        for (String foreign : List.of("9802", "980101")) {
            Actor neighbour = actor("tetangga", Role.SUPERVISOR, new RegionCode(foreign));
            refuses("REGION_FOREIGN", () -> act.accept(this, neighbour));
        }
    }

    /** The notices of this desk. */
    LetterNotices letterNotices() {
        return OfficeMother.notices(people, regions, notices, clock);
    }
}
