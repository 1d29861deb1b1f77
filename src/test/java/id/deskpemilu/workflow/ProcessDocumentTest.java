package id.deskpemilu.workflow;

import id.deskpemilu.architecture.GeneratedDocument;
import id.deskpemilu.dispatch.LetterProcess.Review;
import id.deskpemilu.dispatch.ReceivedLetterProcess.Verdict;
import id.deskpemilu.escalation.EscalationProcess.Outcome;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.ReportStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The document about the processes says what the models do. */
class ProcessDocumentTest {

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
        text.append("```\n");
        Map<String, ReportStatus> statuses = new HashMap<>();
        TpsReportProcess.TASKS.forEach((status, task) -> statuses.put(task, status));
        List<UserTask> tasks = sorted(model, UserTask.class);
        if (!tasks.isEmpty()) {
            text.append("\n| user task | for | report waits as | what can be done |\n|---|---|---|---|\n");
        }
        for (UserTask task : tasks) {
            ReportStatus status = statuses.get(task.getId());
            text.append("| ").append(task.getName()).append(" (`").append(task.getId());
            text.append("`) | ").append(task.getCamundaCandidateGroups());
            text.append(" | ").append(status == null ? "" : status);
            text.append(" | ")
                    .append(status == null ? outcomes(task) : actions(status))
                    .append(" |\n");
        }
        text.append("\n| hour or message | on | what |\n|---|---|---|\n");
        for (CatchEvent event : sorted(model, CatchEvent.class)) {
            for (EventDefinition definition : event.getEventDefinitions()) {
                String what = definition instanceof TimerEventDefinition timer
                        ? timer.getTimeDate().getTextContent()
                        : ((MessageEventDefinition) definition).getMessage().getName();
                String on = event instanceof BoundaryEvent boundary
                        ? boundary.getAttachedTo().getName()
                        : "";
                text.append("| ").append(event.getName()).append(" (`").append(event.getId());
                text.append("`) | ").append(on).append(" | `").append(what).append("` |\n");
            }
        }
    }

    private static String actions(ReportStatus status) {
        return Arrays.stream(Action.values())
                .filter(action -> action.from().contains(status))
                .map(Action::name)
                .collect(Collectors.joining(", "));
    }

    private static String outcomes(UserTask task) {
        Enum<?>[] outcomes = EscalationCalendar.TASKS.containsValue(task.getId())
                ? Outcome.values()
                : task.getId().equals(TieredReportProcess.TASK_REVIEW)
                        ? Review.values()
                        : task.getId().equals(ReceivedLetterCalendar.TASK_REVIEW) ? Verdict.values() : new Enum<?>[] {};
        return Arrays.stream(outcomes).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static <T extends org.camunda.bpm.model.bpmn.instance.BaseElement> List<T> sorted(
            Models model, Class<T> type) {
        return List.copyOf(model.model().getModelElementsByType(type));
    }
}
