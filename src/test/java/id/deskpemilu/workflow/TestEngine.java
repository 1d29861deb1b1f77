package id.deskpemilu.workflow;

import id.deskpemilu.local.LocalServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * A bare engine with the settings of the desk, on the real PostgreSQL, in a schema of its own; started once for all
 * process tests, with the models deployed and no job executor.
 */
final class TestEngine {

    /** Whoever uses the one engine holds it alone: some tests tell its delegates what to do. */
    static final String LOCK = "id.deskpemilu.engine";

    private static final String SCHEMA = "process_tests";
    private static final ProcessEngine ENGINE = start();

    /** Stands in for the beans of the service tasks; it remembers whose report it was. */
    static final class LocksNothing implements JavaDelegate {

        private static volatile String last = "";

        @Override
        public void execute(DelegateExecution execution) {
            last = execution.getProcessBusinessKey();
        }

        /** The business key of the report that was locked last. */
        static String last() {
            return last;
        }
    }

    /** Stands in for the plan of a calendar: what comes next is laid down by the test. */
    static final class PlansAsTold implements JavaDelegate {

        private static final Deque<String> PLANS = new ArrayDeque<>();

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable(ReportingDeadlineProcess.NEXT, PLANS.isEmpty() ? "SWEEP" : PLANS.pop());
            execution.setVariable(ReportingDeadlineProcess.NEXT_AT, "2999-01-01T00:00:00Z");
        }

        /** What comes next, in this order. */
        static void plan(String... plans) {
            PLANS.clear();
            PLANS.addAll(List.of(plans));
        }
    }

    /** Stands in for telling people: waits for ever. */
    static final class TellsNobody implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable(EscalationCalendar.UNTIL, "2999-01-01T00:00:00Z");
        }
    }

    /** Stands in for the roads upwards: waits for a receipt for ever, or needs none. */
    static final class Dispatches implements JavaDelegate {

        private static boolean receiptNeeded = true;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable(TieredReportProcess.RECEIPT_NEEDED, receiptNeeded);
            execution.setVariable(TieredReportProcess.RECEIPT_BY, "2999-01-01T00:00:00Z");
            execution.setVariable(TieredReportProcess.RESENT, false);
        }

        /** Whether the next letters need one. */
        static void needReceipt(boolean needed) {
            receiptNeeded = needed;
        }
    }

    /** Stands in for sending once more. */
    static final class Resends implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable(TieredReportProcess.RECEIPT_BY, "2999-01-01T00:00:00Z");
            execution.setVariable(TieredReportProcess.RESENT, true);
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
        configuration.setBeans(Map.<Object, Object>ofEntries(
                Map.entry("lockReportDelegate", new LocksNothing()),
                Map.entry("escalateCorrectionDelegate", new LocksNothing()),
                Map.entry("endReopeningDelegate", new LocksNothing()),
                Map.entry("planNextDelegate", new PlansAsTold()),
                Map.entry("flagUnreportedDelegate", new LocksNothing()),
                Map.entry("chaseOverdueDelegate", new LocksNothing()),
                Map.entry("remindResponsibleDelegate", new TellsNobody()),
                Map.entry("notifyCoordinatorDelegate", new TellsNobody()),
                Map.entry("notifySupervisorDelegate", new TellsNobody()),
                Map.entry("announceEndDelegate", new LocksNothing()),
                Map.entry("recallCoordinatorDelegate", new TellsNobody()),
                Map.entry("recallSupervisorDelegate", new TellsNobody()),
                Map.entry("freezeLetterDelegate", new LocksNothing()),
                Map.entry("draftLetterDelegate", new LocksNothing()),
                Map.entry("dispatchLetterDelegate", new Dispatches()),
                Map.entry("resendLetterDelegate", new Resends()),
                Map.entry("escalateReceiptDelegate", new LocksNothing())));
        EngineSettings.harden(configuration);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/tps-report.bpmn")
                .addClasspathResource("bpmn/finding-severity.dmn")
                .addClasspathResource("bpmn/blind-check.dmn")
                .addClasspathResource("bpmn/reporting-deadline.bpmn")
                .addClasspathResource("bpmn/escalation.bpmn")
                .addClasspathResource("bpmn/tiered-report.bpmn")
                .addClasspathResource("bpmn/received-letter.bpmn")
                .addClasspathResource("bpmn/escalation-policy.dmn")
                .deploy();
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "process-tests-stop"));
        return engine;
    }
}
