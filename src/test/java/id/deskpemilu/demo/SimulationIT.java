package id.deskpemilu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo of the first command, as its visitors find it. */
class SimulationIT extends RunningDesk {

    @Autowired
    private ConfigurableApplicationContext desk;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void a_regency_with_cases_in_every_state_is_seeded_once() {
        testElections.dismiss();
        long begin = System.nanoTime();
        new Simulation().seed(desk);
        double seconds = (System.nanoTime() - begin) / 1e9;
        testElections.staffSimulation(); // another test may have needed the simulation before
        System.out.printf("demo seeded in %.1f s%n", seconds);

        assertThat(testElections.count("select count(*) from desk.station where code like '99%'"))
                .isEqualTo(120);
        assertThat(testElections.count(
                        "select count(*) from desk.region where code like '9901%' and length(code) = 10"))
                .isEqualTo(20);
        assertThat(testElections.count("select count(*) from desk.report where station like '99%'"))
                .isEqualTo(240);
        for (String status :
                List.of("AWAITED", "LOCKED", "CORRECTION_REQUESTED", "CORRECTION_CONFIRMED", "RECHECK", "APPROVED")) {
            assertThat(testElections.count(
                            "select count(distinct substr(station, 1, 6)) from desk.report where station like '99%' and status = ?",
                            status))
                    .as(status)
                    .isEqualTo(5);
        }
        Map<String, Long> states = statuses();
        System.out.println(states + " findings " + findings());
        assertThat(states.get("AWAITED")).isBetween(72L, 92L);
        assertThat(states.get("APPROVED")).isBetween(62L, 82L);
        // one slip is asked for once: what it does to other rules is not shown
        assertThat(findings().keySet()).contains("H1", "H3", "H4", "H5", "H6", "S2", "S3", "S4");
        assertThat(testElections.count("select count(*) from desk.report where holder = 'verifikator.satu'"))
                .isGreaterThanOrEqualTo(5);
        assertThat(
                        testElections.count(
                                "select count(*) from desk.report where station like '9901011001%' and status = 'CORRECTION_REQUESTED'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(testElections.count(
                        "select count(*) from desk.report where station like '9901011001%' and status = 'AWAITED'"))
                .isGreaterThanOrEqualTo(2);
        // the process of every case waits where its report says; those approved have ended
        assertThat(testElections.count("""
                        select count(*) from camunda.act_ru_execution e join desk.report r on r.id::text = e.business_key_
                        where r.station like '99%' and e.parent_id_ is null
                        """)).isEqualTo(240 - states.get("APPROVED"));
        assertThat(get("verifikator.dua", "/inbox?role=verifier").at("total").asInt())
                .isGreaterThan(20);
        assertThat(get("operator.melati", "/inbox?role=operator").at("total").asInt())
                .isEqualTo(6);

        long events = testElections.count("select count(*) from desk.audit_event");
        new Simulation().seed(desk);
        assertThat(testElections.count("select count(*) from desk.audit_event")).isEqualTo(events);
        assertThat(statuses()).isEqualTo(states);
    }

    @Test
    void whoever_fills_the_demo_may_write_where_its_people_act_already() {
        TestElection elsewhere = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(elsewhere);

        Actor admin = DemoAdmin.of(desk, FictionalRegency.PROVINCE, List.of("admin"));

        assertThat(admin.may(Role.ADMIN, RegionCode.of(elsewhere.regency()))).isTrue();
        assertThat(admin.may(Role.ADMIN, RegionCode.of(FictionalRegency.REGENCY)))
                .isTrue();
        assertThat(DemoAdmin.of(desk, FictionalRegency.PROVINCE, List.of("nobody.known"))
                        .may(Role.ADMIN, RegionCode.of(elsewhere.regency())))
                .isFalse();
    }

    private Map<String, Long> statuses() {
        return counts("select status, count(*) from desk.report where station like '99%' group by 1");
    }

    private Map<String, Long> findings() {
        return counts("select f, count(*) from desk.report, unnest(findings) f where station like '99%' group by 1");
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new java.util.TreeMap<>();
        jdbc.sql(sql)
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }
}
