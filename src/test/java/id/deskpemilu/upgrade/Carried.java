package id.deskpemilu.upgrade;

import static id.deskpemilu.upgrade.Desk.actor;
import static id.deskpemilu.upgrade.Desk.admin;
import static id.deskpemilu.upgrade.Desk.operator;
import static id.deskpemilu.upgrade.Desk.supervisor;
import static id.deskpemilu.upgrade.Desk.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.receiving.Receipts;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.usecase.HandOverLetter;
import id.deskpemilu.dispatch.usecase.MakeLetter;
import id.deskpemilu.dispatch.usecase.NoteReceipt;
import id.deskpemilu.dispatch.usecase.ReceiveWithdrawal;
import id.deskpemilu.dispatch.usecase.ReviewReceivedLetter;
import id.deskpemilu.dispatch.usecase.SendAgain;
import id.deskpemilu.election.usecase.SetRehearsalClock;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.usecase.MarkUnreachable;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.usecase.AnswerCorrection;
import id.deskpemilu.report.usecase.ApplyCorrection;
import id.deskpemilu.report.usecase.CloseContest;
import id.deskpemilu.report.usecase.DecideCorrection;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carries every open case of a database to its end, as people, hours and jobs do. */
record Carried(Desk desk) {

    /** 20.30 WIB: every stage of the evening has come. */
    private static final Instant NIGHT = Instant.parse("2024-11-27T13:30:00Z");

    private static final int MOST_ROUNDS = 12;

    /**
     * A case that waits.
     *
     * @param key its business key
     * @param at the step
     */
    record Case(String key, String at) {}

    /** What the jobs of a waiting escalation are, and where they bring it. */
    private static final Map<String, List<String>> ESCALATED = Map.of(
            "Gateway_WaitForResponsible", List.of("IntermediateEvent_ResponsibleSilent", "Task_CallResponsible"),
            "Task_CallResponsible", List.of("BoundaryEvent_CoordinatorSlow", "Task_ResolveSilence"),
            "Gateway_CoordinatorSnoozed", List.of("IntermediateEvent_CoordinatorSnoozeEnded", "Task_CallResponsible"),
            "Task_ResolveSilence", List.of("BoundaryEvent_SupervisorSlow", "Task_ResolveSilence"),
            "Gateway_SupervisorSnoozed", List.of("IntermediateEvent_SupervisorSnoozeEnded", "Task_ResolveSilence"));

    /** The open cases of a process. */
    List<Case> open(String process) {
        return desk.jdbc()
                .sql("""
                        select i.business_key_ key, e.act_id_ at
                        from camunda.act_ru_execution e join camunda.act_ru_execution i on i.id_ = e.proc_inst_id_
                        join camunda.act_re_procdef p on p.id_ = i.proc_def_id_
                        where p.key_ = ? and e.act_id_ is not null and e.is_active_ order by 1, 2
                        """)
                .param(process)
                .query((row, n) -> new Case(row.getString(1), row.getString(2)))
                .list();
    }

    /** All of them. */
    void all() {
        escalations();
        hours();
        untilNone("TpsReportProcess", this::report);
        assertThat(desk.count("select count(*) from desk.escalation where kind = 'UNREPORTED' and state <> 'ENDED'"))
                .as("everybody has reported")
                .isZero();
        whatSomebodyWasSigning();
        untilNone("TieredReportProcess", this::letter);
        received();
        for (String election : desk.texts("select code from desk.election order by code")) {
            desk.bean(CloseContest.class).execute(admin(regency(election)), election, "bupati");
        }
        assertThat(open("ReportingDeadlineProcess"))
                .as("calendars of closed contests")
                .isEmpty();
        assertThat(open("EscalationProcess"))
                .as("escalations of closed contests")
                .isEmpty();
        untilNone("TieredReportProcess", this::letter); // the one of the end of the evening
    }

    private void untilNone(String process, java.util.function.Consumer<Case> step) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Case> open = open(process);
            if (open.isEmpty()) {
                return;
            }
            for (Case one : open) {
                if (open(process).contains(one)) { // not ended by another one meanwhile
                    step.accept(one);
                }
            }
        }
        assertThat(open(process)).isEmpty();
    }

    private String regency(String election) {
        return desk.texts("""
                        select distinct substr(s.code, 1, 4) from desk.station s join desk.election e on e.id = s.election_id
                        where e.code = ?
                        """, election).get(0);
    }

    // ---- escalations and calendars

    private void escalations() {
        for (Case one : open("EscalationProcess")) {
            List<String> way = ESCALATED.get(one.at());
            if (way != null) {
                desk.fire(one.key(), way.get(0));
                assertThat(open("EscalationProcess")).contains(new Case(one.key(), way.get(1)));
            }
        }
        Case waiting = open("EscalationProcess").stream()
                .filter(one -> one.at().equals("Task_ResolveSilence"))
                .findFirst()
                .orElseThrow();
        String region = desk.texts("select region from desk.escalation where id = ?::uuid", waiting.key())
                .get(0);
        desk.bean(MarkUnreachable.class)
                .execute(supervisor(region.substring(0, 4)), EscalationId.of(waiting.key()), "tidak ada sinyal");
        assertThat(open("EscalationProcess")).contains(new Case(waiting.key(), "IntermediateEvent_NextStage"));
    }

    /** The clocks are put forward: calendars plan anew, and their next hour brings up whatever was parked. */
    private void hours() {
        List<String> known = open("EscalationProcess").stream().map(Case::key).toList();
        for (String election : desk.texts("select code from desk.election order by code")) {
            desk.bean(SetRehearsalClock.class).execute(admin(regency(election)), election, NIGHT, 0);
        }
        for (int hour = 0; hour < 3; hour++) {
            for (Case calendar : open("ReportingDeadlineProcess")) {
                assertThat(calendar.at()).isEqualTo("Gateway_First");
                desk.fire(calendar.key(), "IntermediateEvent_TimeCame");
            }
        }
        assertThat(desk.count("""
                        select count(*) from desk.stage s where not exists (
                            select from desk.stage_passed p where p.stage_id = s.id)
                        """)).as("stages that have not passed").isZero();
        assertThat(open("EscalationProcess"))
                .filteredOn(one -> known.contains(one.key())) // the hours have found others too
                .as("the stage of the supervisors asks everybody's supervisor")
                .extracting(Case::at)
                .containsOnly("Task_ResolveSilence");
    }

    // ---- reports

    private void report(Case one) {
        ReportAddress report = desk.jdbc()
                .sql("""
                        select e.code, r.station from desk.report r join desk.contest c on c.id = r.contest_id
                        join desk.election e on e.id = c.election_id where r.id = ?::uuid
                        """)
                .param(one.key())
                .query((row, n) -> ReportAddress.of(row.getString(1), "bupati", row.getString(2)))
                .single();
        String regency = report.station().digits().substring(0, 4);
        switch (one.at()) {
            case "Task_SubmitReport" -> Submissions.send(desk, regency, report, "lanjut-" + one.key());
            case "Task_VerifyReport", "Task_RecheckReport" -> new Reports(desk).approve(regency, report);
            case "Task_ConfirmCorrection" ->
                desk.bean(AnswerCorrection.class)
                        .execute(
                                operator(regency),
                                report,
                                correction(regency, report),
                                Correction.Answer.CONFIRMED,
                                null,
                                null);
            case "Task_DecideCorrection" ->
                desk.bean(DecideCorrection.class)
                        .execute(supervisor(regency), report, correction(regency, report), true, "sesuai foto", null);
            case "Task_ApplyCorrection" ->
                desk.bean(ApplyCorrection.class).execute(verifier(regency), report, correction(regency, report), null);
            case "Task_ReviewReopened" -> desk.fire(one.key(), "BoundaryEvent_ReopeningEnded");
            default -> throw new IllegalStateException("no way on from " + one);
        }
    }

    private int correction(String regency, ReportAddress report) {
        return desk.bean(ReadReport.class)
                .execute(supervisor(regency), report)
                .report()
                .corrections()
                .size();
    }

    // ---- letters

    /** Its node died: another one signs it, before a later letter takes its place. */
    private void whatSomebodyWasSigning() {
        for (String letter : desk.texts("select id::text from desk.letter where signing_since is not null")) {
            letter(new Case(letter, "Task_ReviewLetter"));
        }
    }

    private void letter(Case one) {
        LetterId letter = LetterId.of(one.key());
        String regency = desk.texts("select region from desk.letter where id = ?::uuid", one.key())
                .get(0);
        switch (one.at()) {
            case "IntermediateEvent_CutCame", "ServiceTask_DraftLetter", "ServiceTask_DispatchLetter" ->
                desk.fire(one.key(), one.at());
            case "Task_ReviewLetter" -> new Signatures(desk).sign(regency, letter);
            case "Gateway_Receipt" -> {
                desk.bean(HandOverLetter.class)
                        .execute(supervisor(regency), letter, Transfer.Act.LETTER, Desk.BY_HAND, "Ajudan");
                desk.bean(NoteReceipt.class).execute(supervisor(regency), letter, Desk.BY_HAND, "Agenda 12", null);
            }
            case "Task_ChaseReceipt" -> desk.bean(SendAgain.class).execute(supervisor(regency), letter);
            default -> throw new IllegalStateException("no way on from " + one);
        }
    }

    private void received() {
        for (Case one : open("ReceivedLetterProcess")) {
            LetterId letter = LetterId.of(one.key());
            String regency = desk.texts("select region from desk.received_letter where id = ?::uuid", one.key())
                    .get(0);
            switch (one.at()) {
                case "Task_ReviewReceived" -> {
                    desk.bean(ReviewReceivedLetter.class)
                            .execute(supervisor(regency), letter, ReceivedLetter.Review.QUESTIONED, "Jelaskan.");
                    assertThat(open("ReceivedLetterProcess")).contains(one);
                    byte[] sealed = desk.bean(Receipts.class)
                            .seal(new Receipts.Withdrawal(UUID.fromString(one.key()), "salah angka", Instant.now()));
                    desk.bean(ReceiveWithdrawal.class)
                            .execute(actor("service-account-uji-" + regency, Role.SENDER, regency), letter, sealed);
                }
                case "IntermediateEvent_LetterForwarded" -> addedUp(letter, regency.substring(0, 2));
                default -> throw new IllegalStateException("no way on from " + one);
            }
        }
        assertThat(open("ReceivedLetterProcess")).isEmpty();
    }

    /** The province adds the letter up in its own and signs that. */
    private void addedUp(LetterId letter, String province) {
        String election = desk.texts("""
                        select e.code from desk.received_letter r join desk.election e on e.id = r.election_id
                        where r.id = ?::uuid
                        """, letter.toString()).get(0);
        String own = desk.bean(MakeLetter.class)
                .execute(supervisor(province), election, new RegionCode(province), LetterKind.FULL)
                .toString();
        desk.fire(own, "IntermediateEvent_CutCame");
        desk.fire(own, "ServiceTask_DraftLetter");
        letter(new Case(own, "Task_ReviewLetter"));
    }
}
