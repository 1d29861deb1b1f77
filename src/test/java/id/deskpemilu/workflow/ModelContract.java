package id.deskpemilu.workflow;

import id.deskpemilu.dispatch.LetterProcess;
import id.deskpemilu.dispatch.ReceivedLetterProcess;
import id.deskpemilu.escalation.EscalationProcess;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.usecase.PlanNext;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.ReportStatus;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Bean;

/**
 * What Java promises to the process models, those of today and every one that was ever released: a case that runs by an old
 * drawing meets this code. The promise is kept by the delegates, the variables with all their values, the messages and the
 * user tasks that Java completes.
 */
public final class ModelContract {

    private static final Pattern DELEGATE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)(\\w+)(?: (==|!=) '(\\w+)')?}");
    private static final Set<String> YES_AND_NO = Set.of("true", "false");

    /** What Java knows of one process. */
    private record Promise(
            Map<String, Set<String>> values,
            Map<String, Set<String>> partly,
            Set<String> moments,
            Set<String> messages,
            Map<String, String> tasks) {}

    private static final Map<String, Promise> PROMISES = Map.of(
            TpsReportProcess.KEY,
            new Promise(
                    Map.of(
                            TpsReportProcess.VERDICT, names(ReportProcess.Verdict.values()),
                            TpsReportProcess.ANSWER, names(Correction.Answer.values()),
                            TpsReportProcess.UPHELD, YES_AND_NO),
                    // whoever looks again asks nobody for one more look
                    Map.of(
                            "Gateway_Rechecked", Set.of("APPROVED", "CORRECTION"),
                            "Gateway_Reviewed", Set.of("APPROVED", "CORRECTION")),
                    Set.of(TpsReportProcess.ANSWER_BY, TpsReportProcess.CLOSES_AT),
                    Set.of(TpsReportProcess.REOPENED),
                    TpsReportProcess.TASKS.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getValue, task -> actingIn(task.getKey())))),
            ReportingDeadlineProcess.KEY,
            new Promise(
                    Map.of(ReportingDeadlineProcess.NEXT, names(PlanNext.What.values())),
                    Map.of("Gateway_Due", Set.of("STAGE", "SWEEP")), // behind the question whether anything is left
                    Set.of(ReportingDeadlineProcess.NEXT_AT),
                    Set.of(ReportingDeadlineProcess.STAGES_CHANGED),
                    Map.of()),
            EscalationCalendar.KEY,
            new Promise(
                    Map.of(
                            EscalationCalendar.LEVEL, names(Level.values()),
                            EscalationCalendar.OUTCOME, names(EscalationProcess.Outcome.values())),
                    Map.of(),
                    Set.of(EscalationCalendar.UNTIL, EscalationCalendar.SNOOZED_UNTIL),
                    Set.of(EscalationCalendar.RAISED, EscalationCalendar.RESOLVED),
                    Map.of(
                            EscalationCalendar.TASKS.get(Level.KECAMATAN), Role.COORDINATOR.realmName(),
                            EscalationCalendar.TASKS.get(Level.KABUPATEN), Role.SUPERVISOR.realmName())),
            TieredReportProcess.KEY,
            new Promise(
                    Map.of(
                            TieredReportProcess.REVIEW, names(LetterProcess.Review.values()),
                            TieredReportProcess.RECEIPT_NEEDED, YES_AND_NO,
                            TieredReportProcess.RESENT, YES_AND_NO),
                    Map.of(),
                    Set.of(TieredReportProcess.CUT_AT, TieredReportProcess.RECEIPT_BY),
                    Set.of(TieredReportProcess.RECEIPTED, TieredReportProcess.SENT_AGAIN, TieredReportProcess.ENDED),
                    Map.of(TieredReportProcess.TASK_REVIEW, Role.SUPERVISOR.realmName())),
            ReceivedLetterCalendar.KEY,
            new Promise(
                    Map.of(ReceivedLetterCalendar.VERDICT, names(ReceivedLetterProcess.Verdict.values())),
                    Map.of(),
                    Set.of(),
                    Set.of(ReceivedLetterCalendar.FORWARDED, ReceivedLetterCalendar.ENDED),
                    Map.of(ReceivedLetterCalendar.TASK_REVIEW, Role.SUPERVISOR.realmName())));

    private ModelContract() {}

    /** The names of the beans that service tasks call. */
    static Set<String> delegates() {
        return Arrays.stream(Delegates.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Bean.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The delegate that the service task calls, or the whole expression if it is none. */
    static String delegate(ServiceTask task) {
        String expression = String.valueOf(task.getCamundaDelegateExpression());
        Matcher matcher = DELEGATE.matcher(expression);
        return matcher.matches() ? matcher.group(1) : expression;
    }

    /** Where a case of the model would meet code that does not know what it says, or says what it cannot answer; in sentences. */
    public static List<String> broken(BpmnModelInstance model) {
        String key = key(model);
        Promise promise = PROMISES.get(key);
        if (promise == null) {
            return List.of("no code starts or moves the process " + key);
        }
        List<String> broken = new ArrayList<>();
        Set<String> delegates = delegates();
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            if (!delegates.contains(delegate(task))) {
                broken.add(task.getId() + " calls the delegate " + delegate(task) + ", which is gone");
            }
        }
        model.getModelElementsByType(ExclusiveGateway.class).forEach(gateway -> judge(gateway, promise, broken));
        for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
            String moment = timer.getTimeDate().getTextContent();
            if (promise.moments().stream().noneMatch(known -> moment.equals("${" + known + "}"))) {
                broken.add(timer.getId() + " waits for " + moment + ", which nobody writes");
            }
        }
        for (String message : messages(model)) {
            if (!promise.messages().contains(message)) {
                broken.add("the message " + message + " is sent by nobody");
            }
        }
        model.getModelElementsByType(UserTask.class).forEach(task -> judge(task, promise, broken));
        return broken;
    }

    /** What Java promises and no case of the model asks for; a model of today asks for all of it. */
    static List<String> unused(BpmnModelInstance model) {
        Promise promise = Objects.requireNonNull(PROMISES.get(key(model)));
        List<String> unused = new ArrayList<>();
        missing(promise.messages(), messages(model), "message", unused);
        missing(
                promise.moments(),
                model.getModelElementsByType(TimerEventDefinition.class).stream()
                        .map(timer -> timer.getTimeDate().getTextContent().replaceAll("[${}]", ""))
                        .toList(),
                "moment",
                unused);
        missing(
                promise.tasks().keySet(),
                model.getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .toList(),
                "task",
                unused);
        missing(
                promise.values().keySet(),
                model.getModelElementsByType(ExclusiveGateway.class).stream()
                        .flatMap(gateway -> conditions(gateway).stream())
                        .map(condition -> {
                            Matcher matcher = CONDITION.matcher(condition);
                            return matcher.matches() ? matcher.group(2) : condition;
                        })
                        .toList(),
                "variable",
                unused);
        return unused;
    }

    /** Each value that Java writes goes one way, and none that it does not know is asked for. */
    private static void judge(ExclusiveGateway gateway, Promise promise, List<String> broken) {
        Set<String> read = new HashSet<>();
        Map<String, Integer> ways = new TreeMap<>();
        for (String condition : conditions(gateway)) {
            Matcher matcher = CONDITION.matcher(condition);
            if (!matcher.matches()) {
                broken.add(gateway.getId() + " asks " + condition + ", which this check cannot read");
                return;
            }
            String variable = matcher.group(2);
            Set<String> known = promise.values().get(variable);
            if (known == null) {
                broken.add(gateway.getId() + " reads the variable " + variable + ", which nobody writes");
                return;
            }
            read.add(variable);
            String value = matcher.group(4);
            if (value == null) {
                ways.merge(matcher.group(1).isEmpty() ? "true" : "false", 1, Integer::sum);
            } else if (matcher.group(3).equals("==")) {
                ways.merge(value, 1, Integer::sum);
            } else {
                known.stream()
                        .filter(other -> !other.equals(value))
                        .forEach(other -> ways.merge(other, 1, Integer::sum));
            }
        }
        if (read.size() != 1) {
            broken.add(gateway.getId() + " reads " + new TreeSet<>(read) + " instead of one variable");
            return;
        }
        Set<String> written = promise.partly()
                .getOrDefault(
                        gateway.getId(), promise.values().get(read.iterator().next()));
        if (!ways.keySet().equals(written) || ways.values().stream().anyMatch(number -> number != 1)) {
            broken.add(gateway.getId() + " knows the ways " + ways + " and Java writes " + new TreeSet<>(written));
        }
    }

    /** A task is completed by Java, for the role that acts there, or left by a message that Java sends. */
    private static void judge(UserTask task, Promise promise, List<String> broken) {
        String group = String.valueOf(task.getCamundaCandidateGroups());
        if (Role.ofRealmName(group).isEmpty()) {
            broken.add(task.getId() + " is offered to " + group + ", which is no role");
        }
        String expected = promise.tasks().get(task.getId());
        if (expected == null) {
            boolean left = ((BpmnModelInstance) task.getModelInstance())
                    .getModelElementsByType(BoundaryEvent.class).stream()
                            .filter(event -> event.getAttachedTo().equals(task))
                            .filter(BoundaryEvent::cancelActivity)
                            .flatMap(event -> event.getEventDefinitions().stream())
                            .anyMatch(MessageEventDefinition.class::isInstance);
            if (!left) {
                broken.add(task.getId() + " is completed by nobody");
            }
        } else if (!expected.equals(group)) {
            broken.add(task.getId() + " is offered to " + group + ", and " + expected + " acts there");
        }
    }

    private static void missing(
            Collection<String> promised, Collection<String> found, String what, List<String> unused) {
        promised.stream()
                .filter(one -> !found.contains(one))
                .sorted()
                .forEach(one -> unused.add("the " + what + " " + one + " is not in the model"));
    }

    private static String key(BpmnModelInstance model) {
        return new Models("", model).process().getId();
    }

    private static List<String> messages(BpmnModelInstance model) {
        return model.getModelElementsByType(Message.class).stream()
                .map(Message::getName)
                .toList();
    }

    private static List<String> conditions(ExclusiveGateway gateway) {
        return gateway.getOutgoing().stream()
                .map(SequenceFlow::getConditionExpression)
                .map(condition -> condition == null ? "no condition" : condition.getTextContent())
                .toList();
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The role that acts on a report of that status; who does so in the place of somebody else does not count. */
    private static String actingIn(ReportStatus status) {
        Set<Role> acting = Arrays.stream(Action.values())
                .filter(action -> action.from().contains(status))
                .filter(action -> action != Action.SUBMIT_ON_BEHALF)
                .flatMap(action -> action.roles().stream())
                .collect(Collectors.toSet());
        if (acting.size() != 1) {
            throw new IllegalStateException("in " + status + " act " + acting);
        }
        return acting.iterator().next().realmName();
    }
}
