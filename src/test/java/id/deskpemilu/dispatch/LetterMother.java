package id.deskpemilu.dispatch;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.usecase.MakeLetter;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes letters for tests, as a supervisor would. */
public final class LetterMother {

    private static final int TRIES = 300;

    private LetterMother() {}

    /** A draft about the region that waits for its review. */
    public static LetterId draft(ApplicationContext desk, TestElection election, String region) {
        return draft(desk, election, region, LetterKind.FULL);
    }

    /** The same of either kind. */
    public static LetterId draft(ApplicationContext desk, TestElection election, String region, LetterKind kind) {
        RegionCode about = RegionCode.of(region);
        Actor supervisor = new Actor(
                "supervisor",
                "Supervisor Simulasi",
                Set.of(Role.SUPERVISOR),
                List.of(new Actor.Scope(Role.SUPERVISOR, about)));
        LetterId letter = desk.getBean(MakeLetter.class).execute(supervisor, election.code(), about, kind);
        review(desk, letter);
        return letter;
    }

    /** A signed letter about the region, as the transaction that signs leaves it but for its process; not on its way yet. */
    public static LetterId signed(ApplicationContext desk, String election, String region) {
        UUID name = UUID.randomUUID();
        return signed(
                desk,
                name,
                election,
                region,
                Instant.now(),
                "200.2.1/" + name.toString().substring(0, 8) + "/" + region,
                "%PDF-1.7 surat uji".getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The same with a file.
     *
     * @param cutAt when its figures were frozen, by the clock of the election
     */
    public static LetterId signed(
            ApplicationContext desk,
            UUID name,
            String election,
            String region,
            Instant cutAt,
            String number,
            byte[] pdf) {
        LetterId letter = new LetterId(name);
        new TransactionTemplate(desk.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            desk.getBean(JdbcClient.class)
                    .sql("""
                            insert into desk.letter (id, election_id, region, kind, cut_at, planned, status, number, dated,
                                signed_by, signatory, signed_at)
                            select ?, e.id, ?, 'FULL', ?, false, 'SIGNED', ?, '2024-11-27', 'supervisor', 'Drs. Uji', now()
                            from desk.election e where e.code = ?
                            """)
                    .params(name, region, cutAt.atOffset(ZoneOffset.UTC), number, election)
                    .update();
            desk.getBean(LetterArchive.class).keepSigned(letter, pdf);
        });
        return letter;
    }

    /** Comes back when the letter waits for its review; its hour is not waited for. */
    public static void review(ApplicationContext desk, LetterId letter) {
        ManagementService jobs = desk.getBean(ManagementService.class);
        TaskService tasks = desk.getBean(TaskService.class);
        for (int n = 0; n < TRIES; n++) {
            if (tasks.createTaskQuery()
                            .processInstanceBusinessKey(letter.toString())
                            .count()
                    > 0) {
                return;
            }
            desk.getBean(org.camunda.bpm.engine.RuntimeService.class)
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(letter.toString())
                    .list()
                    .forEach(instance -> jobs.createJobQuery()
                            .processInstanceId(instance.getId())
                            .list()
                            .forEach(job -> run(jobs, job)));
        }
        throw new IllegalStateException("no review of " + letter);
    }

    private static void run(ManagementService jobs, Job job) {
        try {
            jobs.executeJob(job.getId());
        } catch (RuntimeException lost) {
            // the desk itself was quicker: ask again, a little later
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
