package id.deskpemilu.escalation;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Regions;
import id.deskpemilu.notification.Notices;
import java.time.Clock;
import java.util.List;

/** What chases the silent, without a database behind it. */
public final class ChaseMother {

    private ChaseMother() {}

    public static Telling telling(
            EscalationPolicy policy,
            People people,
            Waiting waiting,
            Notices notices,
            Elections elections,
            Regions regions,
            ElectionClocks clocks,
            AuditLog log) {
        return new Telling(policy, people, waiting, notices, elections, regions, clocks, log);
    }

    public static Chase chase(
            Escalations escalations, EscalationProcess process, Telling telling, AuditLog log, Clock clock) {
        return new Chase(escalations, process, telling, log, clock);
    }

    /** What is shown of an escalation, with the stations that are still waited for. */
    public static EscalationList list(List<EscalationList.Silent> silent) {
        return new EscalationList(null) {
            @Override
            public List<Silent> silent(Escalation escalation) {
                return silent;
            }
        };
    }
}
