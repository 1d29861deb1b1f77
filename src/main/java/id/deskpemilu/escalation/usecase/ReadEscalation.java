package id.deskpemilu.escalation.usecase;

import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.CallList;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationList;
import id.deskpemilu.escalation.Escalations;
import id.deskpemilu.escalation.Operators;
import id.deskpemilu.escalation.Telling;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.identity.Contacts;
import id.deskpemilu.identity.Role;
import id.deskpemilu.notification.Notice;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Hibernate;

/** Reads an escalation with all that somebody needs who is to settle it. */
@UseCase(readOnly = true)
public class ReadEscalation {

    private static final int MOST_NOTICES = 100;

    private final Escalations escalations;
    private final EscalationList list;
    private final Contests contests;
    private final Regions regions;
    private final CallList calls;
    private final Operators operators;
    private final Contacts contacts;
    private final Notices notices;
    private final AuditLog log;

    ReadEscalation(
            Escalations escalations,
            EscalationList list,
            Contests contests,
            Regions regions,
            CallList calls,
            Operators operators,
            Contacts contacts,
            Notices notices,
            AuditLog log) {
        this.escalations = escalations;
        this.list = list;
        this.contests = contests;
        this.regions = regions;
        this.calls = calls;
        this.operators = operators;
        this.contacts = contacts;
        this.notices = notices;
        this.log = log;
    }

    /**
     * An escalation and all that belongs to it.
     *
     * @param path the region and those it lies in, from the top
     * @param silent what is still waited for
     * @param operators who reports for the desa; none for a kecamatan
     * @param contacts whom to call, the nearest first
     * @param others operators to whom the desa can be handed; none if the reader cannot hand it over
     * @param told who was told, in the order in which they were
     * @param history what happened, the first thing first
     * @param task whether the reader may settle it now
     */
    public record Dossier(
            Escalation escalation,
            Contest contest,
            List<Region> path,
            List<EscalationList.Silent> silent,
            List<CallList.Operator> operators,
            List<Contact> contacts,
            List<Account> others,
            List<Notice> told,
            List<AuditEvent> history,
            boolean task) {

        /** The desa, or the kecamatan. */
        public Region region() {
            return path.get(path.size() - 1);
        }
    }

    /**
     * Reads it.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ESCALATION_UNKNOWN}
     */
    public Dossier execute(Actor reader, EscalationId id) {
        Escalation escalation = escalations.get(id);
        reader.requireAny(Set.of(Role.COORDINATOR, Role.SUPERVISOR), escalation.region());
        Contest contest = contests.of(escalation.electionId()).stream()
                .filter(one -> Objects.equals(one.id(), escalation.contestId()))
                .findFirst()
                .orElseThrow();
        Hibernate.initialize(contest.election());
        boolean task = escalation.hasTaskFor(reader);
        boolean isVillage = escalation.region().level() == RegionCode.Level.VILLAGE;
        boolean handsOver = task && isVillage && escalation.kind() != EscalationKind.UNVERIFIED;
        List<CallList.Operator> now = isVillage
                ? calls.operators(List.of(escalation.region())).getOrDefault(escalation.region(), List.of())
                : List.of();
        return new Dossier(
                escalation,
                contest,
                regions.path(escalation.region()),
                list.silent(escalation),
                now,
                contacts.of(escalation.region()),
                handsOver
                        ? operators.within(reader.scopes(Role.COORDINATOR, Role.SUPERVISOR)).stream()
                                .filter(account -> now.stream()
                                        .noneMatch(
                                                operator -> operator.username().equals(account.username())))
                                .toList()
                        : List.of(),
                Telling.keyPrefixes(escalation).stream()
                        .flatMap(prefix -> notices.withKeyPrefix(prefix, MOST_NOTICES).stream())
                        .sorted(Comparator.comparing(Notice::id))
                        .toList(),
                log.of(escalation.subject()),
                task);
    }
}
