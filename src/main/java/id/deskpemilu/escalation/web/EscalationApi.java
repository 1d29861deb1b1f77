package id.deskpemilu.escalation.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationList;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.usecase.AcknowledgeEscalation;
import id.deskpemilu.escalation.usecase.HandOver;
import id.deskpemilu.escalation.usecase.MarkUnreachable;
import id.deskpemilu.escalation.usecase.ReadEscalation;
import id.deskpemilu.escalation.usecase.SnoozeEscalation;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Escalations in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/escalations")
@Tag(name = "escalations", description = "Yang diam: siapa ditunggu, siapa diberi tahu, apa yang dilakukan")
class EscalationApi {

    private final Elections elections;
    private final EscalationList list;
    private final ReadEscalation readEscalation;
    private final AcknowledgeEscalation acknowledge;
    private final SnoozeEscalation snooze;
    private final MarkUnreachable markUnreachable;
    private final HandOver handOver;

    EscalationApi(
            Elections elections,
            EscalationList list,
            ReadEscalation readEscalation,
            AcknowledgeEscalation acknowledge,
            SnoozeEscalation snooze,
            MarkUnreachable markUnreachable,
            HandOver handOver) {
        this.elections = elections;
        this.list = list;
        this.readEscalation = readEscalation;
        this.acknowledge = acknowledge;
        this.snooze = snooze;
        this.markUnreachable = markUnreachable;
        this.handOver = handOver;
    }

    /**
     * What is done about an escalation; each act reads what it needs.
     *
     * @param minutes for how long it is put off
     * @param reason why
     * @param username to whom the desa is handed
     */
    record Act(
            @Nullable Integer minutes,
            @Nullable String reason,
            @Nullable String username) {

        static Act of(@Nullable Act given) {
            return given == null ? new Act(null, null, null) : given;
        }

        String why() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    @Operation(summary = "Escalations of my regions, the oldest first; without a state those under way")
    EscalationList.Page find(
            Actor actor,
            @PathVariable String election,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable EscalationKind kind,
            @RequestParam(required = false) Escalation.@Nullable State state,
            @RequestParam(defaultValue = "0") int page) {
        RegionCode asked = Chosen.region(actor, region);
        Collection<RegionCode> looked =
                region == null || region.isBlank() ? actor.scopes(Role.COORDINATOR, Role.SUPERVISOR) : List.of(asked);
        Election of = elections.get(election);
        return list.find(new EscalationList.Query(of.id(), looked, level, kind, state, Math.max(0, page)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "What is silent, who was told, whom to call, what happened")
    EscalationResource read(Actor actor, @PathVariable String election, @PathVariable UUID id) {
        ReadEscalation.Dossier dossier = readEscalation.execute(actor, new EscalationId(id));
        if (!dossier.contest().election().code().equals(election)) {
            throw Refusal.notFound("ESCALATION_UNKNOWN", id);
        }
        return EscalationResource.of(dossier);
    }

    @PostMapping("/{id}/acknowledgement")
    @Operation(summary = "Take note of it")
    EscalationResource acknowledge(Actor actor, @PathVariable String election, @PathVariable UUID id) {
        read(actor, election, id);
        acknowledge.execute(actor, new EscalationId(id));
        return read(actor, election, id);
    }

    @PostMapping("/{id}/snooze")
    @Operation(summary = "Put it off for some minutes, with a reason")
    EscalationResource snooze(
            Actor actor,
            @PathVariable String election,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Act act) {
        read(actor, election, id);
        Act given = Act.of(act);
        snooze.execute(actor, new EscalationId(id), Objects.requireNonNullElse(given.minutes(), 0), given.why());
        return read(actor, election, id);
    }

    @PostMapping("/{id}/unreachable")
    @Operation(summary = "Nobody can be reached there, with a reason")
    EscalationResource unreachable(
            Actor actor,
            @PathVariable String election,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Act act) {
        read(actor, election, id);
        markUnreachable.execute(actor, new EscalationId(id), Act.of(act).why());
        return read(actor, election, id);
    }

    @PostMapping("/{id}/handover")
    @Operation(summary = "Hand the desa to another operator, with a reason; the assignment moves at once")
    EscalationResource handOver(
            Actor actor,
            @PathVariable String election,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Act act) {
        read(actor, election, id);
        Act given = Act.of(act);
        handOver.execute(actor, new EscalationId(id), Objects.requireNonNullElse(given.username(), ""), given.why());
        return read(actor, election, id);
    }
}
