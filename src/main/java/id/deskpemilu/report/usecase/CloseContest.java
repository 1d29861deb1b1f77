package id.deskpemilu.report.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ContestClosed;
import id.deskpemilu.shared.UseCase;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/** Closes a contest: no report can be sent any more; those sent are checked to the end. */
@UseCase
public class CloseContest {

    private final Contests contests;
    private final Jurisdiction jurisdiction;
    private final AuditLog log;
    private final ApplicationEventPublisher events;

    CloseContest(Contests contests, Jurisdiction jurisdiction, AuditLog log, ApplicationEventPublisher events) {
        this.contests = contests;
        this.jurisdiction = jurisdiction;
        this.log = log;
        this.events = events;
    }

    /** Closes it; closing it again changes nothing. */
    public void execute(Actor admin, String election, String slug) {
        Contest contest = contests.lock(election, slug);
        jurisdiction.require(admin, contest.election(), contest.area());
        contest.close();
        log.append(admin.username(), "contest:" + contest.id(), "ContestClosed", Map.of("contest", slug));
        events.publishEvent(new ContestClosed(contest));
    }
}
