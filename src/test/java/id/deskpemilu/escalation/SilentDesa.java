package id.deskpemilu.escalation;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.shared.RegionCode;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes desa silent for tests, as a stage of the evening would. */
public final class SilentDesa {

    private SilentDesa() {}

    /**
     * The desa was found silent at the first stage of that level, and those whose turn it is were told.
     *
     * @param contest the slug of an open contest
     * @return the escalation
     */
    public static EscalationId at(
            ApplicationContext desk, TestElection election, String contest, int village, Level level) {
        return silent(desk, election, contest, election.village(village), EscalationKind.UNREPORTED, level);
    }

    /** The same for another reason, which no stage has found. */
    public static EscalationId silent(
            ApplicationContext desk,
            TestElection election,
            String contest,
            String region,
            EscalationKind kind,
            Level level) {
        return new TransactionTemplate(desk.getBean(PlatformTransactionManager.class)).execute(status -> {
            Contest of = desk.getBean(Contests.class).get(election.code(), contest);
            List<Stage> stages = desk.getBean(Stages.class).of(of.election().id());
            Stage stage = kind != EscalationKind.UNREPORTED
                    ? null
                    : stages.stream()
                            .filter(one -> one.kind().level() == level)
                            .findFirst()
                            .orElseThrow();
            desk.getBean(Chase.class).silent(kind, of, new RegionCode(region), 2, level, stage);
            return desk.getBean(Escalations.class)
                    .activeForChange(of.id(), new RegionCode(region), kind)
                    .orElseThrow()
                    .id();
        });
    }
}
