package id.deskpemilu.escalation;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.EscalationPolicy.Step;
import id.deskpemilu.notification.NewNotice;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.notification.Recipient;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells those whose turn it is, each of them once at each stage for each desa (supervisors: for each kecamatan), however
 * many contests are missing.
 */
@Component
public class Telling {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH.mm z", Locale.forLanguageTag("id-ID"));

    private final EscalationPolicy policy;
    private final People people;
    private final Waiting waiting;
    private final Notices notices;
    private final Elections elections;
    private final Regions regions;
    private final ElectionClocks clocks;
    private final AuditLog log;

    Telling(
            EscalationPolicy policy,
            People people,
            Waiting waiting,
            Notices notices,
            Elections elections,
            Regions regions,
            ElectionClocks clocks,
            AuditLog log) {
        this.policy = policy;
        this.people = people;
        this.waiting = waiting;
        this.notices = notices;
        this.elections = elections;
        this.regions = regions;
        this.clocks = clocks;
        this.log = log;
    }

    /**
     * Tells the level.
     *
     * @param repetition how often it was told already at this stage, other than by the stage itself
     * @return how long it is waited for now, by the clock of the election; not at all if nobody is there to be told
     */
    public Duration tell(Escalation escalation, Level level, int repetition) {
        Step step = policy.decide(escalation.kind(), level, repetition);
        List<Recipient> told = people.of(step.party(), escalation.region());
        RegionCode about = about(escalation, level);
        int missing = escalation.kind() == EscalationKind.UNREPORTED
                ? waiting.unreportedOfElection(escalation.electionId(), about)
                : escalation.missing();
        List<String> values = List.of(name(about), Integer.toString(missing), hour(escalation));
        String prefix = "%s%s:%d.%d:".formatted(keyPrefix(escalation, level), level, escalation.turn(), repetition);
        notices.post(told.stream()
                .map(person -> new NewNotice(
                        prefix + person.username(),
                        escalation.electionId(),
                        about,
                        template(escalation.kind(), level),
                        values,
                        link(escalation, level, about),
                        person,
                        step.channels()))
                .toList());
        log.append(
                ReportEvent.TIMER,
                escalation.subject(),
                "EscalationTold",
                Map.of(
                        "level",
                        level,
                        "to",
                        told.stream().map(Recipient::username).toList()));
        // with nobody there it is the next level's turn at once; above the highest there is none
        return told.isEmpty() && level != Level.KABUPATEN ? Duration.ZERO : step.patience();
    }

    /** Supervisors are told of a whole kecamatan at once: of each desa they would be told hundreds of times. */
    private static RegionCode about(Escalation escalation, Level level) {
        return escalation.kind() == EscalationKind.UNREPORTED && level == Level.KABUPATEN
                ? escalation.region().at(RegionCode.Level.DISTRICT)
                : escalation.region();
    }

    /**
     * How the keys of its notices to the level begin. Those of silent desa carry the stage and not the contest: whoever is
     * missing in two contests is told once.
     */
    private static String keyPrefix(Escalation escalation, Level level) {
        return escalation.kind() == EscalationKind.UNREPORTED
                ? "late:%d:%s:%s:".formatted(escalation.electionId(), about(escalation, level), escalation.stageId())
                : "overdue:%s:".formatted(escalation.id());
    }

    /** How the keys of all notices about it begin, at whichever stage and to whichever level they were posted. */
    public static List<String> keyPrefixes(Escalation escalation) {
        return escalation.kind() == EscalationKind.UNREPORTED
                ? Stream.of(Level.RESPONSIBLE, Level.KABUPATEN)
                        .map(level -> "late:%d:%s:".formatted(escalation.electionId(), about(escalation, level)))
                        .toList()
                : List.of(keyPrefix(escalation, escalation.level()));
    }

    private String hour(Escalation escalation) {
        Zone zone = regions.find(escalation.region()).map(Region::zone).orElse(Zone.WIB);
        return HOUR.format(clocks.now(escalation.electionId()).atZone(zone.id()));
    }

    /** A desa with its kecamatan: names of desa repeat within a kabupaten. */
    private String name(RegionCode region) {
        List<Region> path = regions.path(region);
        String own = path.get(path.size() - 1).name();
        return region.level() == RegionCode.Level.VILLAGE
                ? own + ", " + path.get(path.size() - 2).name()
                : own;
    }

    private static String template(EscalationKind kind, Level level) {
        return switch (kind) {
            case UNREPORTED ->
                switch (level) {
                    case RESPONSIBLE -> "REPORTS_MISSING";
                    case KECAMATAN -> "DESA_SILENT";
                    case KABUPATEN -> "KECAMATAN_SILENT";
                };
            case UNVERIFIED -> "VERIFICATION_OVERDUE";
            case UNANSWERED ->
                switch (level) {
                    case RESPONSIBLE -> "CORRECTION_UNANSWERED";
                    case KECAMATAN, KABUPATEN -> "ANSWER_MISSING";
                };
        };
    }

    private String link(Escalation escalation, Level level, RegionCode about) {
        if (!about.equals(escalation.region())) {
            return elections
                    .findById(escalation.electionId())
                    .map(election -> "/escalations?election=" + election.code() + "&region=" + about)
                    .orElse("/escalations");
        }
        if (level != Level.RESPONSIBLE) {
            return "/escalations/" + escalation.id();
        }
        return escalation.kind() == EscalationKind.UNVERIFIED ? "/inbox" : "/tasks";
    }
}
