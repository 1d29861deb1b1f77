package org.operaton.bpm.engine.test.assertions.bpmn;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.MapAssert;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;

/**
 * What the process tests ask of Camunda's assertions, asked of Operaton: its own library of them cannot be resolved in the
 * version of the engine that can. Compiled by the profile {@code operaton} only.
 */
public final class BpmnAwareTests extends Assertions {

    private BpmnAwareTests() {}

    /** The only open task of the case. */
    public static Task task(ProcessInstance instance) {
        return AbstractAssertions.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    /** The only job of the case. */
    public static Job job(ProcessInstance instance) {
        return AbstractAssertions.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    public static OfInstance assertThat(ProcessInstance instance) {
        return new OfInstance(instance);
    }

    public static OfTask assertThat(Task task) {
        return new OfTask(task);
    }

    /** Where a case stands and where it has been. */
    public static final class OfInstance extends AbstractAssert<OfInstance, ProcessInstance> {

        private OfInstance(ProcessInstance actual) {
            super(actual, OfInstance.class);
        }

        public OfInstance isWaitingAtExactly(String... steps) {
            Assertions.assertThat(AbstractAssertions.engine()
                            .getRuntimeService()
                            .getActiveActivityIds(actual.getId()))
                    .containsExactlyInAnyOrder(steps);
            return this;
        }

        public OfInstance hasPassed(String... steps) {
            Assertions.assertThat(passed()).contains(steps);
            return this;
        }

        public OfInstance hasPassedInOrder(String... steps) {
            Assertions.assertThat(passed()).containsSubsequence(steps);
            return this;
        }

        public OfInstance hasNotPassed(String... steps) {
            Assertions.assertThat(passed()).doesNotContain(steps);
            return this;
        }

        public OfInstance isEnded() {
            Assertions.assertThat(AbstractAssertions.engine()
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(actual.getId())
                            .count())
                    .isZero();
            return this;
        }

        public OfInstance hasBusinessKey(String key) {
            Assertions.assertThat(actual.getBusinessKey()).isEqualTo(key);
            return this;
        }

        public MapAssert<String, Object> variables() {
            return Assertions.assertThat(AbstractAssertions.engine().getRuntimeService().getVariables(actual.getId()));
        }

        private List<String> passed() {
            List<String> ids = new ArrayList<>();
            for (HistoricActivityInstance one : AbstractAssertions.engine()
                    .getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(actual.getId())
                    .finished()
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list()) {
                ids.add(one.getActivityId());
            }
            return ids;
        }
    }

    /** Who is asked by a task. */
    public static final class OfTask extends AbstractAssert<OfTask, Task> {

        private OfTask(Task actual) {
            super(actual, OfTask.class);
        }

        public OfTask hasCandidateGroup(String group) {
            Assertions.assertThat(AbstractAssertions.engine().getTaskService().getIdentityLinksForTask(actual.getId()))
                    .extracting(IdentityLink::getGroupId)
                    .contains(group);
            return this;
        }

        public OfTask hasName(String name) {
            Assertions.assertThat(actual.getName()).isEqualTo(name);
            return this;
        }

        public OfTask isNotAssigned() {
            Assertions.assertThat(actual.getAssignee()).isNull();
            return this;
        }
    }
}
