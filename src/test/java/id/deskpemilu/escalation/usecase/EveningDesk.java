package id.deskpemilu.escalation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.Refusals;
import id.deskpemilu.TestClock;
import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.election.ClocksInMemory;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestsInMemory;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionsInMemory;
import id.deskpemilu.election.RegionsInMemory;
import id.deskpemilu.escalation.CallsInMemory;
import id.deskpemilu.escalation.Chase;
import id.deskpemilu.escalation.ChaseMother;
import id.deskpemilu.escalation.Deadlines.Deadline;
import id.deskpemilu.escalation.DeadlinesInMemory;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationPolicy.Party;
import id.deskpemilu.escalation.EscalationPolicy.Step;
import id.deskpemilu.escalation.EscalationSettings;
import id.deskpemilu.escalation.EscalationsInMemory;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.OperatorsInMemory;
import id.deskpemilu.escalation.PeopleInMemory;
import id.deskpemilu.escalation.RecordingEscalationProcess;
import id.deskpemilu.escalation.Stage;
import id.deskpemilu.escalation.StagesInMemory;
import id.deskpemilu.escalation.Telling;
import id.deskpemilu.escalation.WaitingInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.AssignmentsInMemory;
import id.deskpemilu.identity.Role;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.NoticesInMemory;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The desk in the evening of the election, in memory: one open contest, one kecamatan and its people. */
final class EveningDesk {

    /** 17.00 at the place. */
    static final Instant NOW = Instant.parse("2024-11-27T10:00:00Z");

    static final RegionCode DISTRICT = new RegionCode("980101");
    static final RegionCode DESA = new RegionCode("9801012001");
    static final Duration PATIENCE = Duration.ofMinutes(20);
    static final Actor COORDINATOR = actor("koordinator", Role.COORDINATOR, DISTRICT);
    static final Actor SUPERVISOR = actor("supervisor", Role.SUPERVISOR, new RegionCode("9801"));

    final TestClock clock = new TestClock(NOW.toString());
    final ClocksInMemory clocks = new ClocksInMemory(clock);
    final Contest contest = ReportMother.contest();
    final ContestsInMemory contests = new ContestsInMemory(contest);
    final Election election = contest.election();
    final ElectionsInMemory elections = new ElectionsInMemory(election);
    final RegionsInMemory regions = new RegionsInMemory()
            .with("98", "Uji", Zone.WIB)
            .with("9801", "Uji Selatan", Zone.WIB)
            .with("980101", "Teluk", Zone.WIB)
            .with("9801012001", "Pasir", Zone.WIB)
            .with("9801012002", "Karang", Zone.WIB);
    final PeopleInMemory people = new PeopleInMemory()
            .with(Party.OPERATOR, "9801012001", "melati")
            .with(Party.VERIFIER, "980101", "verifikator")
            .with(Party.COORDINATOR, "980101", "koordinator")
            .with(Party.SUPERVISOR, "9801", "supervisor");
    final EscalationSettings settings =
            new EscalationSettings(List.of(), Duration.ofMinutes(60), Duration.ofMinutes(20), Duration.ofMinutes(5));
    final EscalationsInMemory escalations = new EscalationsInMemory();
    final WaitingInMemory waiting = new WaitingInMemory(escalations);
    final StagesInMemory stages = new StagesInMemory();
    final DeadlinesInMemory deadlines = new DeadlinesInMemory(stages);
    final List<UUID> replanned = new ArrayList<>();
    final CallsInMemory calls = new CallsInMemory();
    final AssignmentsInMemory assignments = new AssignmentsInMemory(clock);
    final OperatorsInMemory operators = new OperatorsInMemory(assignments, clock);
    final NoticesInMemory notices = new NoticesInMemory();
    final RecordingLog log = new RecordingLog();
    final Telling telling = ChaseMother.telling(
            (kind, level, repetition) -> new Step(party(kind, level), Set.of(Channel.IN_APP), PATIENCE),
            people,
            waiting,
            notices,
            elections,
            regions,
            clocks,
            log);
    final RecordingEscalationProcess process = new RecordingEscalationProcess(
            escalations, (id, level) -> new TellLevel(escalations, telling, clocks, clock).execute(id, level));
    final Chase chase = ChaseMother.chase(escalations, process, telling, log, clock);

    EveningDesk() {
        contest.beginOpening();
        contest.opened();
        assign("melati", "9801012001");
        assign("mawar", "9801012002");
        assign("anggrek", "9802012001");
    }

    private void assign(String operator, String village) {
        assignments.add("admin", List.of(Assignment.of(operator, Role.OPERATOR, new RegionCode(village), NOW, null)));
    }

    private static Party party(EscalationKind kind, Level level) {
        return switch (level) {
            case RESPONSIBLE -> kind == EscalationKind.UNVERIFIED ? Party.VERIFIER : Party.OPERATOR;
            case KECAMATAN -> Party.COORDINATOR;
            case KABUPATEN -> Party.SUPERVISOR;
        };
    }

    static Actor actor(String username, Role role, RegionCode region) {
        return new Actor(username, username, Set.of(role), List.of(new Actor.Scope(role, region)));
    }

    /** The desa has been silent since ten minutes, and it is the turn of the level. */
    Escalation silent(Level level) {
        return silent(EscalationKind.UNREPORTED, DESA, level, null);
    }

    Escalation silent(EscalationKind kind, RegionCode region, Level level, @Nullable Stage stage) {
        Escalation escalation =
                escalations.with(Escalation.open(kind, contest, region, level, stage, 2, NOW.minusSeconds(600)));
        escalation.told(NOW.plusSeconds(600));
        return escalation;
    }

    /** The calendar of the kecamatan, which runs since noon. */
    Deadline deadline() {
        Instant noon = NOW.minus(Duration.ofHours(5));
        return deadlines.with(
                new Deadline(new UUID(0, 1), contest.id(), DISTRICT, Zone.WIB, noon, NOW.minusSeconds(60), false));
    }

    /** What can be seen of an escalation, as far as a refused act cannot have touched it. */
    private record Picture(
            Level level,
            Escalation.State state,
            @Nullable Instant dueAt,
            int repetition,
            @Nullable String acknowledgedBy,
            boolean unreachable) {

        static Picture of(Escalation escalation) {
            return new Picture(
                    escalation.level(),
                    escalation.state(),
                    escalation.dueAt(),
                    escalation.repetition(),
                    escalation.acknowledgedBy(),
                    escalation.isUnreachable());
        }
    }

    private List<Object> traces() {
        return List.of(
                escalations.all().stream().map(Picture::of).toList(),
                escalations.saved(),
                stages.all(),
                deadlines.flagged(),
                List.copyOf(replanned),
                calls.all(),
                assignments.all(),
                notices.told(),
                process.told(),
                log.lines());
    }

    /** The act is refused with the code, and nothing has changed. */
    Refusal refuses(String code, ThrowingCallable act) {
        List<Object> before = traces();
        Refusal refusal = Refusals.refused(code, act);
        assertThat(traces()).as("nothing changes on %s", code).isEqualTo(before);
        return refusal;
    }
}
