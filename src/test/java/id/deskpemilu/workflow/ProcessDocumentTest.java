package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.architecture.GeneratedDocument;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.report.finding.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The documents about the processes and the rules say what the models do. */
class ProcessDocumentTest {

    private static final Path RULES = Path.of("src/docs/rules.md");

    @Test
    void the_document_of_the_processes_is_up_to_date() {
        StringBuilder text = new StringBuilder("<!-- written by ProcessDocumentTest -->\n# Processes\n");
        for (Models model : Models.all()) {
            describe(text, model);
        }
        GeneratedDocument.check("generated/processes.md", text.toString());
    }

    private static void describe(StringBuilder text, Models model) {
        text.append("\n## ")
                .append(model.process().getName())
                .append(" (`")
                .append(model.process().getId());
        text.append("`, `bpmn/").append(model.file()).append("`)\n\n```mermaid\nflowchart LR\n");
        for (FlowNode node : sorted(model, FlowNode.class)) {
            String[] brackets = node instanceof StartEvent || node instanceof EndEvent
                    ? new String[] {"([", "])"}
                    : node instanceof Gateway ? new String[] {"{", "}"} : new String[] {"[", "]"};
            text.append("  ").append(node.getId()).append(brackets[0]).append('"');
            text.append(node.getName()).append('"').append(brackets[1]).append('\n');
        }
        for (SequenceFlow flow : sorted(model, SequenceFlow.class)) {
            text.append("  ").append(flow.getSource().getId()).append(" -->");
            if (flow.getName() != null) {
                text.append("|\"").append(flow.getName()).append("\"|");
            }
            text.append(' ').append(flow.getTarget().getId()).append('\n');
        }
        text.append("```\n\n| user task | for | report waits as | what can be done |\n|---|---|---|---|\n");
        Map<String, ReportStatus> statuses = new HashMap<>();
        TpsReportProcess.TASKS.forEach((status, task) -> statuses.put(task, status));
        for (UserTask task : sorted(model, UserTask.class)) {
            ReportStatus status = statuses.get(task.getId());
            String actions = Arrays.stream(Action.values())
                    .filter(action -> action.from().contains(status))
                    .map(Action::name)
                    .collect(Collectors.joining(", "));
            text.append("| ")
                    .append(task.getName())
                    .append(" (`")
                    .append(task.getId())
                    .append("`) | ");
            text.append(task.getCamundaCandidateGroups())
                    .append(" | ")
                    .append(status)
                    .append(" | ");
            text.append(actions).append(" |\n");
        }
        text.append("\n| timer | on | when |\n|---|---|---|\n");
        for (BoundaryEvent event : sorted(model, BoundaryEvent.class)) {
            String when = event.getEventDefinitions().stream()
                    .map(TimerEventDefinition.class::cast)
                    .map(timer -> timer.getTimeDate().getTextContent())
                    .findFirst()
                    .orElseThrow();
            text.append("| ").append(event.getName()).append(" (`").append(event.getId());
            text.append("`) | ").append(event.getAttachedTo().getName());
            text.append(" | `").append(when).append("` |\n");
        }
    }

    private static <T extends org.camunda.bpm.model.bpmn.instance.BaseElement> List<T> sorted(
            Models model, Class<T> type) {
        return List.copyOf(model.model().getModelElementsByType(type));
    }

    @Test
    void the_document_of_the_rules_lists_exactly_the_codes_and_the_severities_of_the_table() throws IOException {
        Map<String, String[]> rows = new TreeMap<>();
        for (String line : Files.readAllLines(RULES)) {
            if (line.matches("\\| [HS]\\d \\|.*")) {
                String[] cells = line.substring(1).split("\\|");
                assertThat(rows.put(cells[0].strip(), cells)).isNull();
            }
        }
        assertThat(rows)
                .containsOnlyKeys(
                        Arrays.stream(FindingCode.values()).map(Enum::name).toArray(String[]::new));
        DmnSeverityPolicy policy = new DmnSeverityPolicy(TestEngine.engine().getDecisionService());
        for (FindingCode code : FindingCode.values()) {
            Set<Severity> severities = EnumSet.noneOf(Severity.class);
            Set<Boolean> secondLooks = new java.util.HashSet<>();
            for (int deviation : new int[] {1, 2, 3, 4, 5, 10, 50, 100, 500, 999}) {
                policy.judge("bupati", List.of(new Violation(code, deviation, "", List.of())))
                        .forEach(finding -> {
                            severities.add(finding.severity());
                            secondLooks.add(finding.secondLook());
                        });
            }
            String cell = rows.get(code.name())[4];
            for (Severity severity : Severity.values()) {
                assertThat(cell.contains(severity.name()))
                        .as("%s in the row of %s", severity, code)
                        .isEqualTo(severities.contains(severity));
            }
            assertThat(cell.contains("two verifiers")).as(code.name()).isEqualTo(secondLooks.contains(true));
        }
    }
}
