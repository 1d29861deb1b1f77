package id.deskpemilu.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.usecase.SetRehearsalClock;
import id.deskpemilu.escalation.usecase.AcknowledgeEscalation;
import id.deskpemilu.escalation.usecase.ChangeStages;
import id.deskpemilu.escalation.usecase.HandOver;
import id.deskpemilu.escalation.usecase.MarkUnreachable;
import id.deskpemilu.escalation.usecase.SnoozeEscalation;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An evening with silent desa: who is flagged, who is told, who does something about it. */
class EscalationIT extends EscalationDesk {

    @Autowired
    private AcknowledgeEscalation acknowledge;

    @Autowired
    private SnoozeEscalation snooze;

    @Autowired
    private MarkUnreachable unreachable;

    @Autowired
    private HandOver handOver;

    @Autowired
    private ChangeStages changeStages;

    @Autowired
    private SetRehearsalClock setClock;

    @Autowired
    private Stages stages;

    @Autowired
    private AuditLog log;

    private TestElection election;
    private Actor coordinator;
    private Actor supervisor;
    private Actor admin;

    @BeforeEach
    void an_evening_begins() {
        election = testElections.rehearsal(ContestType.BUPATI, 3);
        testElections.staff(election);
        turn(election, "14:00");
        open(election);
        coordinator = actor("koordinator", Role.COORDINATOR, election.district());
        supervisor = actor("supervisor", Role.SUPERVISOR, election.regency());
        admin = actor("admin", Role.ADMIN, election.regency());
    }

    @Test
    void every_silent_station_is_flagged_at_each_stage_and_everybody_is_told_once_in_turn() {
        assertThat(passed(election)).isZero();
        send(election, "operator.melati", 1, 1);
        turn(election, "15:00");
        await_stages(election, 1);
        assertThat(flags(election)).isEqualTo(5);
        assertThat(level(election, 1)).isEqualTo("RESPONSIBLE WAITING");
        assertThat(notices(election, "operator.melati", "REPORTS_MISSING")).isEqualTo(1);
        assertThat(notices(election, "operator.kenanga", "REPORTS_MISSING")).isEqualTo(1);
        assertThat(notices(election, "koordinator", "DESA_SILENT")).isZero();

        send(election, "operator.melati", 1, 2);
        assertThat(level(election, 1)).isEqualTo("RESPONSIBLE WAITING");
        send(election, "operator.melati", 1, 3);
        assertThat(level(election, 1)).as("the last one ends it").isEqualTo("RESPONSIBLE ENDED");

        turn(election, "15:45");
        await("the coordinator's turn", () -> level(election, 2).equals("KECAMATAN WAITING"));
        assertThat(notices(election, "koordinator", "DESA_SILENT")).isEqualTo(1);
        assertThat(notices(election, "supervisor", "KECAMATAN_SILENT")).isZero();

        turn(election, "16:15");
        await("the supervisor's turn", () -> level(election, 2).equals("KABUPATEN WAITING"));
        assertThat(notices(election, "supervisor", "KECAMATAN_SILENT")).isEqualTo(1);

        turn(election, "17:00");
        await_stages(election, 2);
        assertThat(flags(election)).isEqualTo(5 + 3);
        assertThat(notices(election, "operator.kenanga", "REPORTS_MISSING"))
                .as("reminded again, whoever has it")
                .isEqualTo(2);
        assertThat(notices(election, "operator.melati", "REPORTS_MISSING")).isEqualTo(1);

        for (int station = 1; station <= 3; station++) {
            send(election, "operator.kenanga", 2, station);
        }
        assertThat(level(election, 2)).isEqualTo("KABUPATEN ENDED");
        assertThat(notices(election, "supervisor", "ESCALATION_ENDED")).isEqualTo(1);
        assertThat(notices(election, "koordinator", "ESCALATION_ENDED")).isEqualTo(1);
        turn(election, "20:00");
        await_stages(election, 5);
        assertThat(flags(election)).isEqualTo(8);
        assertThat(count(
                        "select count(*) from desk.escalation where region like ? and state <> 'ENDED' and kind = 'UNREPORTED'",
                        election.regency() + "%"))
                .isZero();
        assertThat(count("""
                        select count(*) from desk.audit_event
                        where type = 'StagePassed' and data ->> 'district' = ?
                        """, election.district())).isEqualTo(5);
    }

    @Test
    void after_a_long_silence_of_the_desk_all_stages_are_flagged_and_the_last_one_is_told() {
        turn(election, "18:31");
        await_stages(election, 3);
        assertThat(flags(election)).isEqualTo(18);
        assertThat(level(election, 1)).isEqualTo("KECAMATAN WAITING");
        assertThat(notices(election, "operator.melati", "REPORTS_MISSING")).isZero();
        assertThat(notices(election, "koordinator", "DESA_SILENT")).isEqualTo(2);
    }

    @Test
    void a_stage_brings_it_up_before_its_own_hour() {
        turn(election, "18:29");
        await_stages(election, 2);
        assertThat(level(election, 1)).isEqualTo("RESPONSIBLE WAITING");
        turn(election, "18:30");
        await_stages(election, 3);
        assertThat(level(election, 1)).isEqualTo("KECAMATAN WAITING");
        turn(election, "19:30");
        await_stages(election, 4);
        await("the supervisor's turn", () -> level(election, 1).equals("KABUPATEN WAITING"));
    }

    @Test
    void a_coordinator_takes_note_puts_off_and_cannot_reach_anybody() {
        turn(election, "18:30");
        await_stages(election, 3);
        EscalationId id = escalation(election.village(1));
        refused("REGION_FOREIGN", () -> acknowledge.execute(actor("lain", Role.COORDINATOR, "7101"), id));
        refused(
                "ROLE_MISSING",
                () -> acknowledge.execute(actor("operator.melati", Role.OPERATOR, election.village(1)), id));
        refused("ESCALATION_UNKNOWN", () -> acknowledge.execute(coordinator, EscalationId.random()));
        assertThat(acknowledge.execute(coordinator, id).acknowledgedBy()).isEqualTo("koordinator");

        refused("SNOOZE_INVALID", () -> snooze.execute(coordinator, id, 0, "sebentar"));
        refused("SNOOZE_INVALID", () -> snooze.execute(coordinator, id, 181, "lama"));
        refused("REASON_MISSING", () -> snooze.execute(coordinator, id, 10, "  "));
        refused("TEXT_TOO_LONG", () -> snooze.execute(coordinator, id, 10, "x".repeat(501)));
        snooze.execute(coordinator, id, 10, "operator sedang di jalan");
        assertThat(level(election, 1)).isEqualTo("KECAMATAN SNOOZED");
        refused("ESCALATION_NO_TASK", () -> unreachable.execute(coordinator, id, "tidak ada sinyal"));
        turn(election, "18:40");
        await("the delay to end", () -> level(election, 1).equals("KECAMATAN WAITING"));

        refused("REASON_MISSING", () -> unreachable.execute(coordinator, id, ""));
        unreachable.execute(coordinator, id, "tidak ada sinyal");
        assertThat(level(election, 1)).isEqualTo("KABUPATEN WAITING");
        refused("ESCALATION_OF_SUPERVISOR", () -> unreachable.execute(coordinator, id, "masih"));
        unreachable.execute(supervisor, id, "jalan putus");
        assertThat(level(election, 1)).isEqualTo("KABUPATEN PARKED");
        turn(election, "19:30");
        await("the next stage to ask again", () -> level(election, 1).equals("KABUPATEN WAITING"));
        assertThat(log.of("escalation:" + id))
                .extracting(event -> event.type())
                .contains(
                        "EscalationOpened",
                        "EscalationTold",
                        "EscalationAcknowledged",
                        "EscalationSnoozed",
                        "EscalationUnreachable");
    }

    @Test
    void a_desa_is_handed_to_another_operator_at_once() {
        turn(election, "18:30");
        await_stages(election, 3);
        EscalationId id = escalation(election.village(2));
        refused("OPERATOR_UNKNOWN", () -> handOver.execute(coordinator, id, "siapa", "sakit"));
        refused("OPERATOR_SAME", () -> handOver.execute(coordinator, id, "operator.kenanga", "sakit"));
        refused("REASON_MISSING", () -> handOver.execute(coordinator, id, "operator.melati", ""));
        handOver.execute(coordinator, id, "operator.melati", "operator sakit");
        assertThat(level(election, 2)).isEqualTo("RESPONSIBLE WAITING");
        assertThat(count(
                        "select count(*) from desk.notice where region = ? and username = 'operator.melati' and template = 'REPORTS_MISSING'",
                        election.village(2)))
                .isEqualTo(1);
        assertThat(submit(
                                "operator.kenanga",
                                election.report("bupati", election.station(2, 1)),
                                "kunci-lama",
                                Map.of("figures", Map.of(), "votes", Map.of(), "confirmed", true))
                        .code())
                .isEqualTo("REGION_FOREIGN");
        send(election, "operator.melati", 2, 1);
        turn(election, "19:16");
        await("the coordinator's turn again", () -> level(election, 2).equals("KECAMATAN WAITING"));
        assertThat(notices(election, "koordinator", "DESA_SILENT"))
                .as("one for each desa, and again after it was in other hands")
                .isEqualTo(3);
    }

    @Test
    void two_last_reports_at_the_same_moment_end_it_once() throws Exception {
        turn(election, "15:00");
        await_stages(election, 1);
        send(election, "operator.melati", 1, 1);
        token("operator.melati");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Object>> sending = new ArrayList<>();
            for (int station = 2; station <= 3; station++) {
                int last = station;
                sending.add(() -> {
                    send(election, "operator.melati", 1, last);
                    return last;
                });
            }
            for (var sent : threads.invokeAll(sending)) {
                sent.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(level(election, 1)).isEqualTo("RESPONSIBLE ENDED");
        assertThat(count("""
                        select count(*) from desk.audit_event a join desk.escalation e on a.subject = 'escalation:' || e.id
                        where e.region = ? and a.type = 'EscalationEnded'
                        """, election.village(1))).isEqualTo(1);
    }

    @Test
    void stages_are_changed_while_the_evening_runs() {
        assertThat(stages.of(id())).hasSize(5);
        turn(election, "15:00");
        await_stages(election, 1);
        List<ChangeStages.Entry> wanted = List.of(
                new ChangeStages.Entry(LocalTime.of(15, 0), false, Stage.Kind.REMINDER),
                new ChangeStages.Entry(LocalTime.of(15, 20), false, Stage.Kind.KECAMATAN),
                new ChangeStages.Entry(LocalTime.of(1, 0), true, Stage.Kind.CUTOFF));
        changeStages.execute(admin, election.code(), wanted);
        assertThat(stages.of(id())).extracting(ChangeStages.Entry::of).containsExactlyElementsOf(wanted);
        turn(election, "15:20");
        await_stages(election, 2);
        assertThat(level(election, 1)).isEqualTo("KECAMATAN WAITING");
        turn(election, "20:00");
        assertThat(log.of("election:" + election.code()))
                .extracting(event -> event.type())
                .contains("StagesChanged", "ClockSet");

        refused("STAGES_INVALID", () -> changeStages.execute(admin, election.code(), List.of()));
        refused(
                "STAGES_INVALID",
                () -> changeStages.execute(admin, election.code(), List.of(wanted.get(0), wanted.get(0))));
        refused(
                "STAGE_PASSED",
                () -> changeStages.execute(
                        admin,
                        election.code(),
                        List.of(new ChangeStages.Entry(LocalTime.of(19, 59), false, Stage.Kind.REMINDER))));
        refused("ROLE_MISSING", () -> changeStages.execute(supervisor, election.code(), wanted));
        refused(
                "ELECTION_SHARED",
                () -> changeStages.execute(actor("admin", Role.ADMIN, "7101"), election.code(), wanted));
    }

    @Test
    void the_clock_of_a_rehearsal_is_refused_where_it_would_lie() {
        refused("CLOCK_BACKWARDS", () -> turn(election, "13:59"));
        refused("CLOCK_SPEED_INVALID", () -> setClock.execute(admin, election.code(), null, 3601));
        refused("CLOCK_SPEED_INVALID", () -> setClock.execute(admin, election.code(), null, -1));
        TestElection real = testElections.running(ContestType.BUPATI, 1);
        refused(
                "CLOCK_OF_REHEARSALS_ONLY",
                () -> setClock.execute(actor("admin", Role.ADMIN, real.regency()), real.code(), null, 60));
        refused("ROLE_MISSING", () -> setClock.execute(supervisor, election.code(), null, 60));
    }

    @Test
    void closing_the_contest_ends_everything() {
        turn(election, "15:00");
        await_stages(election, 1);
        post("admin", election.contest("bupati") + "/close", null);
        assertThat(count(
                        "select count(*) from desk.escalation where region like ? and outcome = 'CLOSED'",
                        election.regency() + "%"))
                .isEqualTo(2);
        assertThat(count("select count(*) from desk.deadline where district = ? and not ended", election.district()))
                .isZero();
        refused(
                "ESCALATION_ENDED",
                () -> acknowledge.execute(
                        coordinator,
                        EscalationId.of(jdbc.sql("select id from desk.escalation where region = ?")
                                .param(election.village(1))
                                .query(String.class)
                                .single())));
        open(election);
        assertThat(count("select count(*) from desk.deadline where district = ? and not ended", election.district()))
                .as("opened again, it runs again")
                .isEqualTo(1);
        turn(election, "17:00");
        await_stages(election, 2);
    }

    @Test
    void reports_that_nobody_verifies_and_corrections_that_nobody_answers_are_chased_too() {
        turn(election, "14:30");
        send(election, "operator.melati", 1, 1);
        send(election, "operator.melati", 1, 2);
        String disputed = election.report("bupati", election.station(1, 2));
        readPhoto("verifikator.satu", disputed);
        Answer asked = post(
                "verifikator.satu",
                disputed + "/corrections",
                Map.of("changes", Map.of("suara_2", 107), "reason", "foto"));
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(201);

        turn(election, "14:55");
        await("the operator to be reminded", () -> notices(election, "operator.melati", "CORRECTION_UNANSWERED") == 1);
        turn(election, "15:36");
        await("the verifiers to be reminded", () -> notices(election, "verifikator.satu", "VERIFICATION_OVERDUE") == 1);
        assertThat(notices(election, "verifikator.dua", "VERIFICATION_OVERDUE")).isEqualTo(1);
        refused(
                "ESCALATION_NO_TASK",
                () -> handOver.execute(supervisor, escalation(election.district()), "operator.melati", "x"));
        turn(election, "15:57");
        await("the supervisor's turn", () -> notices(election, "supervisor", "VERIFICATION_OVERDUE") == 1);
        refused(
                "ESCALATION_NOT_OF_DESA",
                () -> handOver.execute(supervisor, escalation(election.district()), "operator.melati", "x"));

        post("operator.melati", disputed + "/corrections/1/confirmation", null);
        approve("verifikator.satu", election.report("bupati", election.station(1, 1)));
        turn(election, "16:05");
        await("both to end", () -> count("""
                select count(*) from desk.escalation
                where region like ? and kind in ('UNVERIFIED', 'UNANSWERED') and state <> 'ENDED'
                """, election.regency() + "%") == 0);
    }

    private long id() {
        return count("select id from desk.election where code = ?", election.code());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
