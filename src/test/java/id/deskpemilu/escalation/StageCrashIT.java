package id.deskpemilu.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.DeskPemilu;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.local.LocalServers;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A desk that is killed in the middle of a stage has flagged nobody and told nobody; the next one does it, once. */
@Tag("evening")
class StageCrashIT extends EscalationDesk {

    private static final Path LOG = Path.of("target/stage-crash.log");
    private static final String APPLICATION = "stage-crash";

    @Autowired
    private JobExecutor executor;

    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void leave_nothing_behind() throws InterruptedException {
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
        jdbc.sql("drop trigger if exists molasses on desk.notice").update();
        jdbc.sql("drop function if exists desk.wait_long()").update();
        executor.start();
    }

    @Test
    void killed_in_the_middle_of_a_stage_nothing_is_lost_and_nothing_is_done_twice() throws Exception {
        TestElection election = testElections.rehearsal(ContestType.BUPATI, 20);
        testElections.staff(election);
        turn(election, "14:00");
        open(election);
        executor.shutdown();
        // the stage takes long: its flags are written, its notices are not
        jdbc.sql("""
                        create function desk.wait_long() returns trigger language plpgsql as $$
                        begin
                            if current_setting('application_name') = 'stage-crash' then perform pg_sleep(60); end if;
                            return null;
                        end $$
                        """).update();
        jdbc.sql(
                        "create trigger molasses before insert on desk.notice for each statement execute function desk.wait_long()")
                .update();
        turn(election, "15:00");
        Process child = desk();
        await("the other desk to be in the middle of the stage", 240, () -> count("""
                        select count(*) from pg_stat_activity where application_name = ? and wait_event = 'PgSleep'
                        """, APPLICATION) > 0);
        assertThat(flags(election)).as("not committed").isZero();

        child.destroyForcibly().waitFor();
        // what a killed program left open the server notices when its sleep ends
        jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")
                .param(APPLICATION)
                .query(Boolean.class)
                .list();
        assertThat(flags(election)).isZero();
        assertThat(notices(election, "operator.melati", "REPORTS_MISSING")).isZero();

        executor.start();
        await("the next desk to repeat the stage", 60, () -> passed(election) == 1);
        assertThat(flags(election)).isEqualTo(40);
        assertThat(count("""
                        select count(*) from desk.late_flag where station like ? group by station having count(*) > 1
                        union all select 0 limit 1
                        """, election.regency() + "%")).isZero();
        for (String operator : List.of("operator.melati", "operator.kenanga")) {
            assertThat(notices(election, operator, "REPORTS_MISSING")).isEqualTo(1);
        }
        assertThat(count("select count(*) from desk.escalation where region like ?", election.regency() + "%"))
                .isEqualTo(2);
        assertThat(count("""
                        select count(*) from desk.audit_event where type = 'StagePassed' and data ->> 'district' = ?
                        """, election.district())).isEqualTo(1);
    }

    /** Another program on the same database; the jobs that it took are free again three seconds later. */
    private Process desk() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                // an empty element would mean the project's own folder, with the models a second time
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(element -> !element.isEmpty())
                        .collect(Collectors.joining(File.pathSeparator)),
                DeskPemilu.class.getName()));
        LocalServers.settings().forEach((name, value) -> command.add("--" + name + "=" + value));
        command.add("--DESK_PORT=" + freePort());
        command.add("--spring.datasource.hikari.data-source-properties.ApplicationName=" + APPLICATION);
        command.add("--camunda.bpm.job-execution.lock-time-in-millis=3000");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(LOG.toString()))
                .start();
        children.add(process);
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
