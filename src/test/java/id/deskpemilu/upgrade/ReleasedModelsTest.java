package id.deskpemilu.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.workflow.ModelContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model that was ever released, against the code of today: a case that began by an old drawing goes on by it for as
 * long as it is open, and must not meet a delegate that is gone. A new release adds a folder; none is changed or removed.
 */
class ReleasedModelsTest {

    private static final Path RELEASED = Path.of("src/test/resources/upgrade/bpmn");
    private static final Path PRESENT = Path.of("bpmn");

    static List<Path> released() {
        return files(RELEASED, ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("released")
    void a_released_model_says_only_what_the_code_still_knows(Path file) {
        assertThat(ModelContract.broken(read(file))).as("%s", file).isEmpty();
    }

    @Test
    void every_release_holds_the_models_and_tables_of_its_day_and_the_dumps_are_of_those_releases() {
        Set<String> versions = released().stream()
                .map(file -> file.getParent().getFileName().toString())
                .collect(Collectors.toSet());
        assertThat(versions).containsAll(Dump.versions()).isNotEmpty();
        for (String version : versions) {
            assertThat(files(RELEASED.resolve(version), ".dmn"))
                    .as(version)
                    .isNotEmpty()
                    .allSatisfy(table ->
                            assertThat(Dmn.readModelFromFile(table.toFile())).isNotNull());
        }
    }

    @Test
    void a_process_that_was_ever_released_is_still_there() {
        Set<String> present =
                files(PRESENT, ".bpmn").stream().map(file -> name(file)).collect(Collectors.toSet());
        assertThat(released()).extracting(file -> name(file)).isSubsetOf(present);
    }

    @Test
    void a_delegate_that_is_gone_is_noticed() {
        BpmnModelInstance spoiled = newest("tps-report.bpmn");
        ServiceTask lock = spoiled.getModelElementById("ServiceTask_LockReport");
        lock.setCamundaDelegateExpression("${sealReportDelegate}");
        assertThat(ModelContract.broken(spoiled))
                .containsExactly("ServiceTask_LockReport calls the delegate sealReportDelegate, which is gone");
    }

    @Test
    void a_way_that_an_old_drawing_does_not_know_is_noticed_and_so_is_one_that_nobody_takes_any_more() {
        BpmnModelInstance spoiled = newest("escalation.bpmn");
        SequenceFlow flow = spoiled.getModelElementById("Flow_CalledSnoozed");
        ConditionExpression condition = flow.getConditionExpression();
        condition.setTextContent("${outcome == 'ASLEEP'}");
        assertThat(ModelContract.broken(spoiled))
                .singleElement()
                .asString()
                .startsWith("Gateway_Called knows the ways")
                .contains("ASLEEP", "SNOOZED");
        condition.setTextContent("${result == 'SNOOZED'}");
        assertThat(ModelContract.broken(spoiled))
                .containsExactly("Gateway_Called reads the variable result, which nobody writes");
    }

    @Test
    void a_message_a_moment_a_task_and_a_role_that_are_gone_are_noticed() {
        BpmnModelInstance spoiled = newest("tps-report.bpmn");
        ((Message) spoiled.getModelElementById("Message_ReportReopened")).setName("ReportUnlocked");
        spoiled.getModelElementById("Timer_CorrectionOverdue")
                .getDomElement()
                .getChildElements()
                .get(0)
                .setTextContent("${replyBy}");
        ((UserTask) spoiled.getModelElementById("Task_DecideCorrection")).setCamundaCandidateGroups("judge");
        ((UserTask) spoiled.getModelElementById("Task_ApplyCorrection")).setId("Task_EnterCorrection");
        assertThat(ModelContract.broken(spoiled))
                .containsExactlyInAnyOrder(
                        "the message ReportUnlocked is sent by nobody",
                        "Timer_CorrectionOverdue waits for ${replyBy}, which nobody writes",
                        "Task_DecideCorrection is offered to judge, which is no role",
                        "Task_DecideCorrection is offered to judge, and supervisor acts there",
                        "Task_EnterCorrection is completed by nobody");
    }

    private static BpmnModelInstance newest(String file) {
        List<Path> all =
                released().stream().filter(path -> name(path).equals(file)).toList();
        return read(all.get(all.size() - 1));
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
