package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationPolicy.Step;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.finding.Severity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models and code name the same things; and the drawings can be read. */
@ResourceLock(TestEngine.LOCK)
class BpmnContractTest {

    private static final Map<Class<? extends BaseElement>, String> KINDS = Map.ofEntries(
            Map.entry(StartEvent.class, "StartEvent"),
            Map.entry(EndEvent.class, "EndEvent"),
            Map.entry(BoundaryEvent.class, "BoundaryEvent"),
            Map.entry(IntermediateCatchEvent.class, "IntermediateEvent"),
            Map.entry(UserTask.class, "Task"),
            Map.entry(ServiceTask.class, "ServiceTask"),
            Map.entry(Gateway.class, "Gateway"),
            Map.entry(SequenceFlow.class, "Flow"),
            Map.entry(Lane.class, "Lane"),
            Map.entry(Participant.class, "Participant"),
            Map.entry(SubProcess.class, "SubProcess"));

    private final BpmnModelInstance report = Models.tpsReport();

    static List<Models> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_holds_one_process_named_like_its_file(Models model) {
        assertThat(model.model().getModelElementsByType(Process.class)).hasSize(1);
        String kebab = model.process()
                .getId()
                .replaceFirst("Process$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
        assertThat(model.file()).isEqualTo(kebab + ".bpmn");
        assertThat(model.process().isExecutable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_process_says_how_long_its_history_is_kept(Models model) {
        assertThat(model.process().getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_is_named_kind_and_pascal(Models model) {
        KINDS.forEach((type, kind) -> model.model()
                .getModelElementsByType(type)
                .forEach(element -> assertThat(element.getId()).matches(kind + "_[A-Z][A-Za-z0-9]*")));
        assertThat(model.model().getModelElementsByType(FlowNode.class))
                .as("every kind of node is known to this test")
                .allMatch(node -> KINDS.keySet().stream().anyMatch(type -> type.isInstance(node)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_step_event_and_question_has_words(Models model) {
        assertThat(model.model().getModelElementsByType(Task.class))
                .extracting(Task::getName)
                .allMatch(name -> name != null && name.contains(" "));
        assertThat(model.model().getModelElementsByType(Event.class))
                .extracting(Event::getName)
                .allMatch(name -> name != null && !name.isBlank());
        assertThat(model.model().getModelElementsByType(Gateway.class))
                .extracting(Gateway::getName)
                .allMatch(name -> name != null && name.endsWith("?"));
        assertThat(model.model().getModelElementsByType(SequenceFlow.class))
                .filteredOn(flow -> flow.getSource() instanceof ExclusiveGateway)
                .allMatch(flow -> flow.getName() != null && !flow.getName().isBlank());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_runs_no_script(Models model) {
        assertThat(model.model().getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.model().getModelElementsByType(Script.class)).isEmpty();
        assertThat(model.model().getModelElementsByType(ConditionExpression.class))
                .allMatch(condition -> condition.getLanguage() == null && condition.getCamundaResource() == null);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everything_is_drawn(Models model) {
        Stream.of(FlowNode.class, SequenceFlow.class, Lane.class, Participant.class)
                .flatMap(type -> model.model().getModelElementsByType(type).stream())
                .map(BaseElement.class::cast)
                .forEach(element ->
                        assertThat(diagram(element)).as(element.getId()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_drawing_can_be_read(Models model) {
        Drawing drawing = Drawing.of(model.model());
        assertThat(drawing.crossings()).as("lines that cross").isEmpty();
        assertThat(drawing.linesThroughShapes()).as("lines through shapes").isEmpty();
        assertThat(drawing.looseEnds())
                .as("lines that do not reach their shapes")
                .isEmpty();
        assertThat(drawing.overlaps()).as("shapes on one another").isEmpty();
        assertThat(drawing.hiddenLabels()).as("labels that cover something").isEmpty();
    }

    @Test
    void a_drawing_that_cannot_be_read_is_noticed() {
        BpmnModelInstance spoiled = Models.tpsReport();
        SequenceFlow locked = spoiled.getModelElementById("Flow_Locked");
        // from the operator's second step far to the right
        List.copyOf(locked.getDiagramElement().getWaypoints()).get(1).setX(1180);
        Drawing drawing = Drawing.of(spoiled);
        assertThat(drawing.crossings()).isNotEmpty();
        assertThat(drawing.looseEnds()).containsExactly("Flow_Locked");
        UserTask apply = spoiled.getModelElementById("Task_ApplyCorrection");
        org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape shape =
                (org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape) apply.getDiagramElement();
        shape.getBounds().setX(610);
        assertThat(Drawing.of(spoiled).linesThroughShapes())
                .contains("Flow_VerifiedCorrection through Task_ApplyCorrection");
    }

    @Test
    void each_status_that_waits_has_exactly_one_user_task_and_each_user_task_one_status() {
        Set<ReportStatus> waiting = EnumSet.complementOf(EnumSet.of(ReportStatus.SUBMITTED, ReportStatus.APPROVED));
        assertThat(TpsReportProcess.TASKS.keySet()).isEqualTo(waiting);
        assertThat(TpsReportProcess.TASKS.values()).doesNotHaveDuplicates();
        assertThat(report.getModelElementsByType(UserTask.class))
                .extracting(UserTask::getId)
                .containsExactlyInAnyOrderElementsOf(TpsReportProcess.TASKS.values());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_and_java_say_the_same_things(Models model) {
        assertThat(ModelContract.broken(model.model())).isEmpty();
        assertThat(ModelContract.unused(model.model())).isEmpty();
        assertThat(model.model().getModelElementsByType(BoundaryEvent.class)).allMatch(BoundaryEvent::cancelActivity);
    }

    @Test
    void service_tasks_and_delegates_are_the_same_beans() {
        Set<String> named = new TreeSet<>();
        for (Models model : models()) {
            for (ServiceTask task : model.model().getModelElementsByType(ServiceTask.class)) {
                assertThat(ModelContract.delegate(task))
                        .isEqualToIgnoringCase(task.getId().substring("ServiceTask_".length()) + "Delegate");
                named.add(ModelContract.delegate(task));
            }
        }
        assertThat(ModelContract.delegates()).isEqualTo(named);
    }

    @Test
    void every_lane_holds_the_tasks_of_its_role_and_every_node_lies_in_one_lane() {
        List<String> inLanes = report.getModelElementsByType(Lane.class).stream()
                .flatMap(lane -> lane.getFlowNodeRefs().stream())
                .map(FlowNode::getId)
                .toList();
        assertThat(inLanes)
                .containsExactlyInAnyOrderElementsOf(report.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList());
        for (Lane lane : report.getModelElementsByType(Lane.class)) {
            assertThat(lane.getFlowNodeRefs())
                    .filteredOn(UserTask.class::isInstance)
                    .extracting(node -> ((UserTask) node).getCamundaCandidateGroups())
                    .containsOnly(lane.getId().substring("Lane_".length()).toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void the_table_of_the_escalations_names_parties_and_roads_that_there_are() {
        DmnModelInstance dmn = Dmn.readModelFromFile(
                Models.FOLDER.resolve("escalation-policy.dmn").toFile());
        Decision decision = dmn.getModelElementById(DmnEscalationPolicy.KEY);
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(dmn.getModelElementsByType(InputExpression.class))
                .extracting(input -> input.getText().getTextContent())
                .containsExactlyInAnyOrder("kind", "level", "repetition");
        assertThat(dmn.getModelElementsByType(Rule.class))
                .allMatch(rule -> !rule.getDescription().getTextContent().isBlank());
        for (EscalationKind kind : EscalationKind.values()) {
            for (Level level : Level.values()) {
                for (int repetition : new int[] {0, 1, 9}) {
                    Step step = new DmnEscalationPolicy(TestEngine.engine().getDecisionService())
                            .decide(kind, level, repetition);
                    assertThat(step.channels()).isNotEmpty();
                    if (level == Level.KABUPATEN) {
                        assertThat(step.patience())
                                .as("it would be told without end")
                                .isPositive();
                    }
                }
            }
        }
    }

    @Test
    void the_table_of_the_blind_check_reads_and_writes_what_java_does() {
        DmnModelInstance dmn =
                Dmn.readModelFromFile(Models.FOLDER.resolve("blind-check.dmn").toFile());
        Decision decision = dmn.getModelElementById(DmnBlindCheckPolicy.KEY);
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(dmn.getModelElementsByType(InputExpression.class))
                .extracting(input -> input.getText().getTextContent())
                .containsExactlyInAnyOrder("contest", "worst", "codes", "revision", "sample");
        assertThat(dmn.getModelElementsByType(Rule.class))
                .allMatch(rule -> !rule.getDescription().getTextContent().isBlank());
    }

    @Test
    void the_decision_table_reads_and_writes_what_java_does() {
        DmnModelInstance dmn = Dmn.readModelFromFile(
                Models.FOLDER.resolve("finding-severity.dmn").toFile());
        Decision decision = dmn.getModelElementById(DmnSeverityPolicy.KEY);
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(dmn.getModelElementsByType(InputExpression.class))
                .extracting(input -> input.getText().getTextContent())
                .containsExactlyInAnyOrder("code", "deviation", "contest");
        Set<String> codes = Arrays.stream(FindingCode.values()).map(Enum::name).collect(Collectors.toSet());
        Set<String> severities =
                Arrays.stream(Severity.values()).map(Enum::name).collect(Collectors.toSet());
        for (Rule rule : dmn.getModelElementsByType(Rule.class)) {
            assertThat(rule.getDescription().getTextContent()).as(rule.getId()).isNotBlank();
            String code = rule.getInputEntries().iterator().next().getText().getTextContent();
            for (String one : code.isBlank() ? new String[0] : code.split(",")) {
                assertThat(codes).contains(one.replace("\"", ""));
            }
            String severity =
                    rule.getOutputEntries().iterator().next().getText().getTextContent();
            assertThat(severities).contains(severity.replace("\"", ""));
        }
    }

    private static DiagramElement diagram(BaseElement element) {
        return element.getDiagramElement();
    }
}
