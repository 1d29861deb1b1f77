package id.deskpemilu.workflow;

import id.deskpemilu.report.ReportId;
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
}
