package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine as it runs in the desk. */
class EngineHardeningIT extends RunningDesk {

    @Autowired
    private ProcessEngine engine;

    @Test
    void the_running_engine_evaluates_no_expressions_in_queries() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.isAuthorizationEnabled()).isFalse();
        assertThat(configuration.isCmmnEnabled()).isFalse();
        assertThat(configuration.isStandaloneTasksEnabled()).isFalse();
        assertThat(configuration.isTaskMetricsEnabled()).isFalse();
        assertThat(configuration.isJobExecutorPreferTimerJobs()).isTrue();
        assertThat(configuration.isJobExecutorAcquireByDueDate()).isTrue();
    }

    @Test
    void the_running_engine_has_the_models_once_and_its_tables_in_their_own_schema() {
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(TpsReportProcess.KEY)
                        .count())
                .isEqualTo(1);
        assertThat(
                        testElections.count(
                                "select count(*) from information_schema.tables where table_name like 'act\\_%' and table_schema <> 'camunda' and table_schema <> 'process_tests'"))
                .isZero();
        assertThat(
                        testElections.count(
                                "select count(*) from information_schema.tables where table_name like 'act\\_%' and table_schema = 'camunda'"))
                .isPositive();
    }
}
