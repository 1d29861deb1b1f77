package id.deskpemilu.workflow;

import id.deskpemilu.local.LocalServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * A bare engine with the settings of the desk, on the real PostgreSQL, in a schema of its own; started once for all
 * process tests, with the models deployed and no job executor.
 */
final class TestEngine {

    private static final String SCHEMA = "process_tests";
    private static final ProcessEngine ENGINE = start();

    /** Stands in for the beans of the service tasks; it remembers whose report it was. */
    static final class LocksNothing implements JavaDelegate {

        private static volatile String last = "";

        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
            last = execution.getProcessBusinessKey();
        }

        /** The business key of the report that was locked last. */
        static String last() {
            return last;
        }
    }

    private TestEngine() {}

    static ProcessEngine engine() {
        return ENGINE;
    }

    private static ProcessEngine start() {
        try (Connection connection = DriverManager.getConnection(
                        LocalServers.jdbcUrl(), LocalServers.databaseUser(), LocalServers.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
            statement.execute("create schema " + SCHEMA);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("process-tests");
        configuration.setJdbcDriver("org.postgresql.Driver");
        String url = LocalServers.jdbcUrl();
        configuration.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA);
        configuration.setJdbcUsername(LocalServers.databaseUser());
        configuration.setJdbcPassword(LocalServers.databasePassword());
        configuration.setJdbcMaxActiveConnections(4);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setBeans(Map.<Object, Object>of(
                "lockReportDelegate", new LocksNothing(),
                "escalateCorrectionDelegate", new LocksNothing(),
                "endReopeningDelegate", new LocksNothing()));
        EngineSettings.harden(configuration);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/tps-report.bpmn")
                .addClasspathResource("bpmn/finding-severity.dmn")
                .addClasspathResource("bpmn/blind-check.dmn")
                .deploy();
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "process-tests-stop"));
        return engine;
    }
}
