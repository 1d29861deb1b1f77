package id.deskpemilu.workflow;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.usecase.DispatchLetter;
import id.deskpemilu.dispatch.usecase.DraftLetter;
import id.deskpemilu.dispatch.usecase.EscalateReceipt;
import id.deskpemilu.dispatch.usecase.FreezeLetter;
import id.deskpemilu.dispatch.usecase.ResendLetter;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.usecase.AnnounceEnd;
import id.deskpemilu.escalation.usecase.ChaseOverdue;
import id.deskpemilu.escalation.usecase.FlagUnreported;
import id.deskpemilu.escalation.usecase.PlanNext;
import id.deskpemilu.escalation.usecase.TellLevel;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.usecase.EndReopening;
import id.deskpemilu.report.usecase.EscalateCorrection;
import id.deskpemilu.report.usecase.LockReport;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
        return Conflicts.repeated(
                execution -> escalateCorrection.execute(ReportId.of(execution.getProcessBusinessKey())));
    }

    /** Closes a reopened report whose hour has come. */
    @Bean
    JavaDelegate endReopeningDelegate(EndReopening endReopening) {
        return Conflicts.repeated(execution -> endReopening.execute(ReportId.of(execution.getProcessBusinessKey())));
    }

    /** Asks what a kecamatan's calendar waits for next. */
    @Bean
    JavaDelegate planNextDelegate(PlanNext planNext) {
        return Conflicts.repeated(execution -> {
            PlanNext.Next next = planNext.execute(UUID.fromString(execution.getProcessBusinessKey()));
            execution.setVariable(ReportingDeadlineProcess.NEXT, next.what().name());
            execution.setVariable(ReportingDeadlineProcess.NEXT_AT, Hour.of(next.at()));
        });
    }

    /** Flags the stations without a report. */
    @Bean
    JavaDelegate flagUnreportedDelegate(FlagUnreported flagUnreported) {
        return Conflicts.repeated(
                execution -> flagUnreported.execute(UUID.fromString(execution.getProcessBusinessKey())));
    }

    /** Looks for what waits for too long. */
    @Bean
    JavaDelegate chaseOverdueDelegate(ChaseOverdue chaseOverdue) {
        return Conflicts.repeated(
                execution -> chaseOverdue.execute(UUID.fromString(execution.getProcessBusinessKey())));
    }

    /** Reminds those who owe it. */
    @Bean
    JavaDelegate remindResponsibleDelegate(TellLevel tellLevel) {
        return Conflicts.repeated(execution -> tell(execution, tellLevel, Level.RESPONSIBLE));
    }

    /** Tells the coordinator of the kecamatan. */
    @Bean
    JavaDelegate notifyCoordinatorDelegate(TellLevel tellLevel) {
        return Conflicts.repeated(execution -> tell(execution, tellLevel, Level.KECAMATAN));
    }

    /** Tells the supervisors of the kabupaten. */
    @Bean
    JavaDelegate notifySupervisorDelegate(TellLevel tellLevel) {
        return Conflicts.repeated(execution -> tell(execution, tellLevel, Level.KABUPATEN));
    }

    /** The delay that a coordinator asked for is over. */
    @Bean
    JavaDelegate recallCoordinatorDelegate(TellLevel tellLevel) {
        return Conflicts.repeated(execution -> tell(execution, tellLevel, Level.KECAMATAN));
    }

    /** The delay that a supervisor asked for is over. */
    @Bean
    JavaDelegate recallSupervisorDelegate(TellLevel tellLevel) {
        return Conflicts.repeated(execution -> tell(execution, tellLevel, Level.KABUPATEN));
    }

    private static void tell(DelegateExecution execution, TellLevel tellLevel, Level level) {
        execution.setVariable(
                EscalationCalendar.UNTIL,
                Hour.of(tellLevel.execute(EscalationId.of(execution.getProcessBusinessKey()), level)));
    }

    /** Says that nobody is silent any more. */
    @Bean
    JavaDelegate announceEndDelegate(AnnounceEnd announceEnd) {
        return Conflicts.repeated(execution -> announceEnd.execute(EscalationId.of(execution.getProcessBusinessKey())));
    }

    /** Freezes the figures of a letter whose hour has come. */
    @Bean
    JavaDelegate freezeLetterDelegate(FreezeLetter freezeLetter) {
        return Conflicts.repeated(execution -> freezeLetter.execute(LetterId.of(execution.getProcessBusinessKey())));
    }

    /** Prints the draft of a letter. */
    @Bean
    JavaDelegate draftLetterDelegate(DraftLetter draftLetter) {
        return Conflicts.repeated(execution -> draftLetter.execute(LetterId.of(execution.getProcessBusinessKey())));
    }

    /** Sends a signed letter. */
    @Bean
    JavaDelegate dispatchLetterDelegate(DispatchLetter dispatchLetter) {
        return Conflicts.repeated(execution -> {
            DispatchLetter.Wait wait = dispatchLetter.execute(LetterId.of(execution.getProcessBusinessKey()));
            execution.setVariable(TieredReportProcess.RECEIPT_NEEDED, wait.receipt());
            execution.setVariable(TieredReportProcess.RECEIPT_BY, Hour.of(wait.until()));
            execution.setVariable(TieredReportProcess.RESENT, false);
        });
    }

    /** Sends a letter once more. */
    @Bean
    JavaDelegate resendLetterDelegate(ResendLetter resendLetter) {
        return Conflicts.repeated(execution -> {
            Instant until = resendLetter.execute(LetterId.of(execution.getProcessBusinessKey()));
            execution.setVariable(TieredReportProcess.RECEIPT_BY, Hour.of(until));
            execution.setVariable(TieredReportProcess.RESENT, true);
        });
    }

    /** Says that nobody has confirmed a letter. */
    @Bean
    JavaDelegate escalateReceiptDelegate(EscalateReceipt escalateReceipt) {
        return Conflicts.repeated(execution -> escalateReceipt.execute(LetterId.of(execution.getProcessBusinessKey())));
    }
}
