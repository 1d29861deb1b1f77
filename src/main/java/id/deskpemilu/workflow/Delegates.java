package id.deskpemilu.workflow;

import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.usecase.EndReopening;
import id.deskpemilu.report.usecase.EscalateCorrection;
import id.deskpemilu.report.usecase.LockReport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the models: each reads the business key and calls one use case. */
@Configuration(proxyBeanMethods = false)
public class Delegates {

    /** Locks a report that was just sent. */
    @Bean
    JavaDelegate lockReportDelegate(LockReport lockReport) {
        return execution -> lockReport.execute(ReportId.of(execution.getProcessBusinessKey()));
    }

    /** Hands a correction that was not answered in time to the supervisors. */
    @Bean
    JavaDelegate escalateCorrectionDelegate(EscalateCorrection escalateCorrection) {
        return execution -> escalateCorrection.execute(ReportId.of(execution.getProcessBusinessKey()));
    }

    /** Closes a reopened report whose hour has come. */
    @Bean
    JavaDelegate endReopeningDelegate(EndReopening endReopening) {
        return execution -> endReopening.execute(ReportId.of(execution.getProcessBusinessKey()));
    }
}
