package id.deskpemilu.escalation.web;

import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationList;
import id.deskpemilu.escalation.usecase.ReadEscalation;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.notification.Notice;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Crumb;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Composes the page of an escalation. */
@Component
class EscalationView {

    private static final Locale BAHASA = Locale.forLanguageTag("id");

    private final ReadEscalation readEscalation;
    private final Accounts accounts;
    private final Regions regions;
    private final ElectionClocks clocks;
    private final MessageSource messages;

    EscalationView(
            ReadEscalation readEscalation,
            Accounts accounts,
            Regions regions,
            ElectionClocks clocks,
            MessageSource messages) {
        this.readEscalation = readEscalation;
        this.accounts = accounts;
        this.regions = regions;
        this.clocks = clocks;
        this.messages = messages;
    }

    /** Passes if the person looks after the region: who does not learns nothing of it, not even what is wrong with a form. */
    void requireSight(Actor actor, EscalationId id) {
        readEscalation.execute(actor, id);
    }

    /** The page. */
    EscalationPage page(
            Actor actor,
            EscalationId id,
            EscalationPage.@Nullable Refused refused,
            @Nullable String notice,
            Locale locale) {
        ReadEscalation.Dossier dossier = readEscalation.execute(actor, id);
        Escalation escalation = dossier.escalation();
        Clockwork clock = new Clockwork(
                clocks.of(escalation.electionId()), dossier.region().zone().id());
        Map<String, Account> people = accounts.find(usernames(dossier));
        boolean isVillage = escalation.region().level() == RegionCode.Level.VILLAGE;
        String acknowledgedBy = escalation.acknowledgedBy();
        Instant acknowledgedAt = escalation.acknowledgedAt();
        return new EscalationPage(
                "/escalations/" + id,
                escalation.kind().name(),
                dossier.contest().type().slug(),
                dossier.contest().election().code(),
                dossier.region().name(),
                isVillage ? dossier.path().get(dossier.path().size() - 2).name() : null,
                escalation.level().name(),
                escalation.state().name(),
                escalation.isUnreachable(),
                escalation.missing(),
                clock.shown(escalation.openedAt()),
                escalation.dueAt() == null ? null : escalation.dueAt().atZone(clock.zone()),
                acknowledgedBy == null || acknowledgedAt == null
                        ? null
                        : new EscalationPage.Act(name(people, acknowledgedBy), clock.shown(acknowledgedAt)),
                escalation.endedAt() == null ? null : clock.shown(escalation.endedAt()),
                escalation.outcome() == null ? null : escalation.outcome().name(),
                silent(actor, dossier, clock),
                callable(dossier),
                dossier.told().stream()
                        .sorted(java.util.Comparator.comparing(Notice::id).reversed())
                        .map(one -> told(one, clock, locale))
                        .toList(),
                dossier.task(),
                dossier.others().stream()
                        .map(one -> new Choice(one.username(), one.name(), null, false))
                        .toList(),
                history(dossier, people, clock),
                EscalationSteps.of(escalation),
                crumbs(actor, dossier),
                refused,
                notice);
    }

    private List<EscalationPage.Silent> silent(Actor actor, ReadEscalation.Dossier dossier, Clockwork clock) {
        Contest contest = dossier.contest();
        String base =
                "/reports/" + contest.election().code() + "/" + contest.type().slug() + "/";
        boolean enters = dossier.escalation().kind() == EscalationKind.UNREPORTED
                && contest.takesReports()
                && Chosen.ROLES.stream()
                        .anyMatch(role -> actor.may(role, dossier.region().code()));
        Map<RegionCode, String> villages = new HashMap<>();
        if (!dossier.silent().isEmpty()) {
            regions.inside(dossier.region().code(), RegionCode.Level.VILLAGE)
                    .forEach(village -> villages.put(village.code(), village.name()));
        }
        return dossier.silent().stream()
                .map((EscalationList.Silent one) -> new EscalationPage.Silent(
                        "%03d".formatted(one.station().number()),
                        villages.getOrDefault(one.station().village(), ""),
                        one.status().name(),
                        one.since() == null ? null : clock.shown(one.since()),
                        one.stages(),
                        base + one.station(),
                        enters ? base + one.station() + "/entry" : null))
                .toList();
    }

    private List<Person> callable(ReadEscalation.Dossier dossier) {
        String place =
                dossier.path().size() > 1 && dossier.escalation().region().level() == RegionCode.Level.VILLAGE
                        ? dossier.region().name() + ", Kec. "
                                + dossier.path().get(dossier.path().size() - 2).name()
                        : dossier.region().name();
        // what people in the desa get is in their language
        String text = messages.getMessage(
                "escalation.chat." + dossier.escalation().kind(),
                new Object[] {place, Math.max(1, dossier.silent().size())},
                BAHASA);
        String written = dossier.contest().election().isSimulation()
                ? "[" + messages.getMessage("simulation", null, BAHASA) + "] " + text
                : text;
        return Stream.concat(
                        dossier.operators().stream()
                                .map(operator -> Person.of(operator.name(), null, operator.phone(), written)),
                        dossier.contacts().stream()
                                .map(contact ->
                                        Person.of(contact.name(), contact.position(), contact.phone(), written)))
                .toList();
    }

    private EscalationPage.Told told(Notice notice, Clockwork clock, Locale locale) {
        return new EscalationPage.Told(
                notice.name(),
                messages.getMessage(notice.titleKey(), notice.values().toArray(), notice.template(), locale),
                clock.shown(notice.createdAt()),
                notice.readAt() != null,
                notice.deliveries().stream()
                        .map(delivery -> new EscalationPage.Road(
                                delivery.channel().name(), delivery.state().name()))
                        .toList());
    }

    private static List<EscalationPage.Event> history(
            ReadEscalation.Dossier dossier, Map<String, Account> people, Clockwork clock) {
        List<EscalationPage.Event> history = new ArrayList<>();
        for (AuditEvent event : dossier.history()) {
            boolean timed = event.actor().equals(ReportEvent.TIMER);
            history.add(new EscalationPage.Event(
                    event.type(),
                    timed ? "" : name(people, event.actor()),
                    clock.shown(event.at()),
                    text(event.data(), people)));
        }
        Collections.reverse(history);
        return history;
    }

    /** The reason, or the people it is about. */
    private static @Nullable String text(JsonNode data, Map<String, Account> people) {
        if (data.path("reason").isString()) {
            return data.path("reason").asString("");
        }
        String names = named(data).map(username -> name(people, username)).collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static Stream<String> named(JsonNode data) {
        JsonNode to = data.path("to");
        return to.isString()
                ? Stream.of(to.asString(""))
                : StreamSupport.stream(to.spliterator(), false).map(JsonNode::asString);
    }

    private static Set<String> usernames(ReadEscalation.Dossier dossier) {
        Set<String> usernames = new HashSet<>();
        dossier.history().forEach(event -> {
            usernames.add(event.actor());
            named(event.data()).forEach(usernames::add);
        });
        if (dossier.escalation().acknowledgedBy() != null) {
            usernames.add(dossier.escalation().acknowledgedBy());
        }
        return usernames;
    }

    private static String name(Map<String, Account> people, String username) {
        Account account = people.get(username);
        return account == null ? username : account.name();
    }

    private static List<Crumb> crumbs(Actor actor, ReadEscalation.Dossier dossier) {
        String list = "/escalations?election=" + dossier.contest().election().code();
        List<Crumb> crumbs = new ArrayList<>();
        for (Region region : dossier.path()) {
            boolean own = Chosen.ROLES.stream().anyMatch(role -> actor.may(role, region.code()));
            if (own) {
                boolean last = region.equals(dossier.region());
                crumbs.add(new Crumb(region.name(), last ? null : list + "&region=" + region.code()));
            }
        }
        return crumbs;
    }

    /** The clock of the election in the zone of the region. */
    private record Clockwork(ElectionClocks.Timeline timeline, ZoneId zone) {

        ZonedDateTime shown(Instant real) {
            return timeline.shown(real).atZone(zone);
        }
    }
}
