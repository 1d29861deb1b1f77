package id.deskpemilu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.deskpemilu.shared.UseCase;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every use case has a unit test of its own, {@code ApproveReportTest}, that makes it with {@code new}. */
class UseCaseTestsTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(location -> location.contains("/usecase/"))
            .importPackages("id.deskpemilu");

    /** Those that have none yet. The list only grows shorter: whoever adds a use case tests it. */
    private static final Set<String> NOT_YET = Set.of(
            "board.usecase.CreateWallLink",
            "board.usecase.DeleteMap",
            "board.usecase.RevokeWallLink",
            "board.usecase.UploadMap",
            "board.usecase.UseMap",
            "conversation.usecase.AcknowledgeAll",
            "conversation.usecase.AcknowledgeMessage",
            "conversation.usecase.ListBroadcasts",
            "conversation.usecase.PreviewBroadcast",
            "conversation.usecase.ReadBroadcast",
            "conversation.usecase.ReadMessages",
            "conversation.usecase.ReadThread",
            "conversation.usecase.SendBroadcast",
            "conversation.usecase.SettleThread",
            "conversation.usecase.WriteComment",
            "election.usecase.ApplyImport",
            "election.usecase.CreateElection",
            "election.usecase.DefineContest",
            "election.usecase.DraftImport",
            "election.usecase.EnterPhase",
            "election.usecase.PreviewImport",
            "election.usecase.ReviewImport",
            "election.usecase.SetRehearsalClock",
            "election.usecase.StartImport",
            "identity.usecase.EndAssignment",
            "identity.usecase.ListPeople",
            "identity.usecase.MoveAssignment",
            "identity.usecase.RenewPassword",
            "incident.usecase.EnterIncident",
            "incident.usecase.FollowUpIncident",
            "incident.usecase.ListIncidents",
            "incident.usecase.OpenStations",
            "incident.usecase.ReadIncident",
            "incident.usecase.ReadOpenings",
            "incident.usecase.TakeBackOpening",
            "incident.usecase.WithdrawIncident",
            "notification.usecase.AllowPush",
            "notification.usecase.StopPush",
            "recap.usecase.RebuildRecap",
            "recap.usecase.RecountRecap",
            "report.usecase.ReadRounds");

    @Test
    void every_use_case_is_made_by_its_unit_test_but_for_those_that_wait_for_one() {
        Set<String> untested = new TreeSet<>(useCases());
        untested.removeAll(tested());
        assertThat(untested).as("use cases that no unit test makes").isEqualTo(new TreeSet<>(NOT_YET));
    }

    @Test
    void this_test_sees_use_cases_and_their_tests() {
        assertThat(useCases()).hasSizeGreaterThan(90).contains("report.usecase.ApproveReport");
        assertThat(tested()).contains("report.usecase.ApproveReport").isSubsetOf(useCases());
    }

    private static Set<String> useCases() {
        return ALL.stream()
                .filter(type -> type.isAnnotatedWith(UseCase.class))
                .map(UseCaseTestsTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By a test of its name in its package; what needs a desk that runs is no unit test. */
    private static Set<String> tested() {
        return ALL.stream()
                .filter(type -> type.isAnnotatedWith(UseCase.class))
                .filter(type -> type.getConstructors().stream()
                        .flatMap(constructor -> constructor.getCallsOfSelf().stream())
                        .anyMatch(call -> call.getOriginOwner().getName().equals(type.getName() + "Test")))
                .map(UseCaseTestsTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(JavaClass type) {
        return type.getName().substring("id.deskpemilu.".length());
    }
}
