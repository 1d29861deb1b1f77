package id.deskpemilu.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Where a case can come to rest by the models, and where cases of a database do rest: {@code Process/element}. */
final class WaitingSteps {

    /** The models of today. */
    static final Path PRESENT = Path.of("bpmn");

    private WaitingSteps() {}

    /** All that the models have: tasks, gateways that wait, what is armed around them, and jobs. */
    private static Set<String> ofModels(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(WaitingSteps::of)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> of(BpmnModelInstance model) {
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        return Stream.of(
                        all(model, UserTask.class).stream(),
                        all(model, EventBasedGateway.class).stream(),
                        // those behind a gateway are armed while it waits
                        all(model, IntermediateCatchEvent.class).stream(),
                        all(model, BoundaryEvent.class).stream(),
                        all(model, Activity.class).stream()
                                .filter(activity -> activity.isCamundaAsyncBefore() || activity.isCamundaAsyncAfter()),
                        all(model, StartEvent.class).stream()
                                .filter(event -> event.getParentElement() instanceof SubProcess)
                                .filter(event -> !event.getEventDefinitions().isEmpty()))
                .flatMap(nodes -> nodes)
                .map(FlowNode::getId)
                .map(id -> process + "/" + id);
    }

    private static <T extends FlowNode> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** Where at least one case rests. */
    private static Set<String> inDatabase(Desk desk) {
        List<String> steps = desk.texts("""
                with open(definition, element) as (
                    select proc_def_id_, act_id_ from camunda.act_ru_execution where act_id_ is not null and is_active_
                    union select proc_def_id_, task_def_key_ from camunda.act_ru_task
                    union select e.proc_def_id_, s.activity_id_ from camunda.act_ru_event_subscr s
                          join camunda.act_ru_execution e on e.id_ = s.execution_id_
                    union select j.process_def_id_, d.act_id_ from camunda.act_ru_job j
                          join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_)
                select distinct p.key_ || '/' || o.element from open o join camunda.act_re_procdef p on p.id_ = o.definition
                """);
        return new TreeSet<>(steps);
    }

    /** Those of the models in the folder in which no case of the database rests. */
    static Set<String> missing(Desk desk, Path folder) {
        Set<String> missing = ofModels(folder);
        missing.removeAll(inDatabase(desk));
        return missing;
    }
}
