package id.deskpemilu.escalation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.escalation.CallList;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationList;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.usecase.ReadEscalation;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.notification.Delivery;
import id.deskpemilu.notification.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An escalation as the API shows it; every moment but {@code dueAt} is real time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EscalationResource(
        String id,
        EscalationKind kind,
        String contest,
        String region,
        String regionName,
        Level level,
        Escalation.State state,
        boolean unreachable,
        int missing,
        Instant openedAt,
        Instant levelSince,
        @Nullable Instant dueAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant endedAt,
        Escalation.@Nullable Outcome outcome,
        List<EscalationList.Silent> silent,
        List<CallList.Operator> operators,
        List<ContactResource> contacts,
        List<ToldResource> told,
        List<HistoryResource> history,
        @Nullable String step,
        boolean task) {

    record ContactResource(String region, String name, String position, String phone) {

        static ContactResource of(Contact contact) {
            return new ContactResource(contact.region().digits(), contact.name(), contact.position(), contact.phone());
        }
    }

    record ToldResource(
            String name,
            String template,
            Instant at,
            @Nullable Instant readAt,
            List<Delivery> deliveries) {

        static ToldResource of(Notice notice) {
            return new ToldResource(
                    notice.name(), notice.template(), notice.createdAt(), notice.readAt(), notice.deliveries());
        }
    }

    record HistoryResource(Instant at, String actor, String type, JsonNode data) {}

    static EscalationResource of(ReadEscalation.Dossier dossier) {
        Escalation escalation = dossier.escalation();
        return new EscalationResource(
                escalation.id().toString(),
                escalation.kind(),
                dossier.contest().type().slug(),
                escalation.region().digits(),
                dossier.region().name(),
                escalation.level(),
                escalation.state(),
                escalation.isUnreachable(),
                escalation.missing(),
                escalation.openedAt(),
                escalation.levelSince(),
                escalation.dueAt(),
                escalation.acknowledgedBy(),
                escalation.acknowledgedAt(),
                escalation.endedAt(),
                escalation.outcome(),
                dossier.silent(),
                dossier.operators(),
                dossier.contacts().stream().map(ContactResource::of).toList(),
                dossier.told().stream().map(ToldResource::of).toList(),
                dossier.history().stream()
                        .map(event -> new HistoryResource(event.at(), event.actor(), event.type(), event.data()))
                        .toList(),
                EscalationSteps.of(escalation),
                dossier.task());
    }
}
