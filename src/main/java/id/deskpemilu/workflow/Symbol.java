package id.deskpemilu.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What tells one kind of task, event and gateway from another, drawn around its middle. */
enum Symbol {
    USER(
            UserTask.class,
            "M0-6.6a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM-6 6.6v-2.2c0-2.2 1.6-3.4 3.6-3.4h4.8c2 0 3.6 1.2 3.6 3.4v2.2z"),
    SERVICE(
            ServiceTask.class,
            "M0-4.8a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zM0-1.8a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 0 0 0-3.6z"
                    + "M0-7.2v2.4M0 4.8v2.4M-7.2 0h2.4M4.8 0h2.4M-5.1-5.1l1.7 1.7M3.4 3.4l1.7 1.7M-5.1 5.1l1.7-1.7M3.4-3.4l1.7-1.7"),
    RULES(BusinessRuleTask.class, "M-6.5-5.5h13v11h-13zM-6.5-2h13M-6.5 1.8h13M-2.2-2v7.5"),

    TIMER(TimerEventDefinition.class, "M0-9a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM0-5.5v5.5l3.6 2"),
    MESSAGE(MessageEventDefinition.class, "M-8-5.5h16v11h-16zM-8-5.5l8 6.2l8-6.2"),
    SIGNAL(SignalEventDefinition.class, "M0-8l8 13h-16z"),
    ESCALATION(EscalationEventDefinition.class, "M0-9l6.5 16l-6.5-6l-6.5 6z"),
    CONDITION(ConditionalEventDefinition.class, "M-6-8h12v16h-12zM-3.5-4.5h7M-3.5-1.5h7M-3.5 1.5h7M-3.5 4.5h7"),
    ERROR(ErrorEventDefinition.class, "M-8 8l4.5-14l5.5 8.5l6-9.5l-4.5 14l-5.5-8.5z"),
    TERMINATE(TerminateEventDefinition.class, "M0-10a10 10 0 1 0 0 20a10 10 0 0 0 0-20z"),

    EXCLUSIVE(ExclusiveGateway.class, "M-6-7.5l12 15M6-7.5l-12 15"),
    PARALLEL(ParallelGateway.class, "M0-11v22M-11 0h22"),
    INCLUSIVE(InclusiveGateway.class, "M0-11a11 11 0 1 0 0 22a11 11 0 0 0 0-22z"),
    EVENTS(
            EventBasedGateway.class,
            "M0-13a13 13 0 1 0 0 26a13 13 0 0 0 0-26zM0-10a10 10 0 1 0 0 20a10 10 0 0 0 0-20z"
                    + "M0-6.2l5.9 4.3l-2.3 6.9h-7.2l-2.3-6.9z");

    private final Class<? extends ModelElementInstance> kind;
    private final String path;

    Symbol(Class<? extends ModelElementInstance> kind, String path) {
        this.kind = kind;
        this.path = path;
    }

    /** None for a kind that is drawn as its plain shape. */
    static Optional<Symbol> of(ModelElementInstance element) {
        return Arrays.stream(values())
                .filter(symbol -> symbol.kind.isInstance(element))
                .findFirst();
    }

    /** The symbol, with its middle there. */
    String at(double x, double y) {
        return "<path class=\"symbol %s\" transform=\"translate(%s %s)\" d=\"%s\"/>"
                .formatted(name().toLowerCase(Locale.ROOT), Svg.number(x), Svg.number(y), path);
    }
}
