package id.deskpemilu.upgrade;

import id.deskpemilu.DeskPemilu;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole desk on a database of its own, in which nothing moves by itself: no job is fired, no message sent and nothing
 * folded but by the test.
 */
record Desk(ConfigurableApplicationContext context) implements AutoCloseable {

    /** The receiver to whom a person carries letters; the other one is a desk that does not answer. */
    static final String BY_HAND = "arsip";

    private static final String NOBODY = "http://localhost:9";

    /**
     * Starts a desk of this version.
     *
     * @param database the address of its database
     * @param more beans of the test's own
     */
    static Desk on(String database, Class<?>... more) {
        return start(database, List.of("--desk.messages.sending=false", "--desk.messages.webhook.url=" + NOBODY), more);
    }

    /**
     * Starts one that sends its messages.
     *
     * @param address of the other program that is told everything
     */
    static Desk sending(String database, String address) {
        return start(
                database, List.of("--desk.messages.webhook.url=" + address, "--desk.letters.transfers.first-wait=5m"));
    }

    private static Desk start(String database, List<String> settings, Class<?>... more) {
        List<String> arguments = new ArrayList<>();
        Map<String, String> servers = LocalServers.databaseSettings();
        servers.put("DESK_DB_URL", database);
        servers.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        String receivers = "--desk.letters.receivers";
        arguments.addAll(List.of(
                "--DESK_PORT=0",
                "--DESK_KEYCLOAK_URL=" + NOBODY, // nobody logs in
                "--DESK_CLIENT_SECRET=rahasia",
                "--DESK_COOKIE_SECURE=false",
                "--DESK_LOG_FORMAT=",
                "--logging.level.root=warn",
                "--camunda.bpm.job-execution.enabled=false",
                "--desk.messages.webhook.secret=cukup-panjang-untuk-uji",
                receivers + "[0].name=provinsi",
                receivers + "[0].title=Desk Provinsi Uji",
                receivers + "[0].channel=desk",
                receivers + "[0].desk.url=" + NOBODY,
                receivers + "[0].desk.token-url=" + NOBODY + "/token",
                receivers + "[0].desk.client-id=desk-uji",
                receivers + "[0].desk.client-secret=rahasia",
                receivers + "[1].name=" + BY_HAND,
                receivers + "[1].title=Arsip Uji",
                receivers + "[1].channel=download"));
        arguments.addAll(settings);
        List<Class<?>> sources = new ArrayList<>(Arrays.asList(more));
        sources.add(0, DeskPemilu.class);
        return new Desk(
                new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    long count(String sql, Object... parameters) {
        return jdbc().sql(sql).params(parameters).query(Long.class).single();
    }

    List<String> texts(String sql, Object... parameters) {
        return jdbc().sql(sql).params(parameters).query(String.class).list();
    }

    void inTransaction(Runnable act) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> act.run());
    }

    /** Somebody who has the role for the region. */
    static Actor actor(String username, Role role, String region) {
        return new Actor(username, username, Set.of(role), List.of(new Actor.Scope(role, new RegionCode(region))));
    }

    static Actor operator(String region) {
        return actor("operator.melati", Role.OPERATOR, region);
    }

    static Actor verifier(String region) {
        return actor("verifikator.satu", Role.VERIFIER, region);
    }

    static Actor supervisor(String region) {
        return actor("supervisor", Role.SUPERVISOR, region);
    }

    static Actor admin(String region) {
        return actor("admin", Role.ADMIN, region);
    }

    /** Fires the one job of the case that waits there, as the executor would when its hour has come. */
    void fire(String businessKey, String activity) {
        ManagementService management = bean(ManagementService.class);
        List<String> jobs = texts("""
                        select j.id_ from camunda.act_ru_job j
                        join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
                        join camunda.act_ru_execution i on i.id_ = j.process_instance_id_
                        where i.business_key_ = ? and d.act_id_ = ?
                        """, businessKey, activity);
        if (jobs.size() != 1) {
            throw new IllegalStateException("%s has %d jobs at %s; it has %s"
                    .formatted(businessKey, jobs.size(), activity, waiting(businessKey)));
        }
        management.executeJob(jobs.get(0));
    }

    /** The jobs of the case. */
    private List<String> waiting(String businessKey) {
        return bean(ManagementService.class).createJobQuery().active().list().stream()
                .filter(job -> count(
                                "select count(*) from camunda.act_ru_execution where id_ = ? and business_key_ = ?",
                                job.getProcessInstanceId(),
                                businessKey)
                        > 0)
                .map(Job::toString)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
