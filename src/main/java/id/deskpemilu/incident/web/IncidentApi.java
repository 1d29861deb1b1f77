package id.deskpemilu.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.IncidentPlace;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.incident.usecase.EnterIncident;
import id.deskpemilu.incident.usecase.FollowUpIncident;
import id.deskpemilu.incident.usecase.IncidentOrder;
import id.deskpemilu.incident.usecase.ListIncidents;
import id.deskpemilu.incident.usecase.ReadIncident;
import id.deskpemilu.incident.usecase.WithdrawIncident;
import id.deskpemilu.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happened on the day, in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/incidents")
@Tag(name = "incidents", description = "Kejadian dan TPS yang sudah buka")
class IncidentApi {

    private final ListIncidents listIncidents;
    private final ReadIncident readIncident;
    private final EnterIncident enterIncident;
    private final FollowUpIncident followUpIncident;
    private final WithdrawIncident withdrawIncident;

    IncidentApi(
            ListIncidents listIncidents,
            ReadIncident readIncident,
            EnterIncident enterIncident,
            FollowUpIncident followUpIncident,
            WithdrawIncident withdrawIncident) {
        this.listIncidents = listIncidents;
        this.readIncident = readIncident;
        this.enterIncident = enterIncident;
        this.followUpIncident = followUpIncident;
        this.withdrawIncident = withdrawIncident;
    }

    /** A page of incidents. */
    record IncidentsResource(List<IncidentResource> incidents, int total, int page, int pageSize) {}

    /**
     * An incident.
     *
     * @param at when it happened, by the clock of the election; every other moment is real time
     * @param followUps only where one incident is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IncidentResource(
            UUID id,
            IncidentKind kind,
            String region,
            String regionName,
            @Nullable String tps,
            Instant at,
            String text,
            @Nullable String followUp,
            @Nullable Instant settledAt,
            String by,
            Instant enteredAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason,
            @Nullable List<FollowUpResource> followUps) {

        static IncidentResource of(Incident one, @Nullable List<Incidents.FollowUp> followUps) {
            Incident.Withdrawal withdrawal = one.withdrawal();
            return new IncidentResource(
                    one.id(),
                    one.kind(),
                    one.region().digits(),
                    one.regionName(),
                    one.station() == null ? null : one.station().digits(),
                    one.at(),
                    one.text(),
                    one.followUp(),
                    one.settledAt(),
                    one.byName(),
                    one.enteredAt(),
                    withdrawal == null ? null : withdrawal.at(),
                    withdrawal == null ? null : withdrawal.reason(),
                    followUps == null
                            ? null
                            : followUps.stream().map(FollowUpResource::of).toList());
        }
    }

    record FollowUpResource(String text, boolean settled, String by, Instant at) {

        static FollowUpResource of(Incidents.FollowUp one) {
            return new FollowUpResource(one.text(), one.settled(), one.name(), one.at());
        }
    }

    /**
     * What is to be entered.
     *
     * @param region a kecamatan or desa; not needed with a TPS
     * @param at by the clock of the election; now if it is missing
     */
    record Entered(
            @Nullable IncidentKind kind,
            @Nullable String region,
            @Nullable String tps,
            @Nullable Instant at,
            @Nullable String text) {}

    record FollowedUp(@Nullable String text, boolean settled) {}

    record Withdrawn(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "What happened in my regions, or in one of them, the latest first")
    IncidentsResource list(
            Actor actor,
            @PathVariable String election,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable IncidentKind kind,
            @RequestParam(required = false) Incidents.@Nullable State state,
            @RequestParam(defaultValue = "0") int page) {
        ListIncidents.Page found =
                listIncidents.execute(actor, election, IncidentView.region(region), kind, state, page);
        return new IncidentsResource(
                found.incidents().stream()
                        .map(one -> IncidentResource.of(one, null))
                        .toList(),
                found.total(),
                found.page(),
                Incidents.PAGE_SIZE);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enter what happened; with an Idempotency-Key it is entered once")
    IncidentResource enter(
            Actor actor,
            @PathVariable String election,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Entered entered) {
        return IncidentResource.of(
                enterIncident.execute(
                        actor,
                        new IncidentOrder(
                                election,
                                entered.kind(),
                                IncidentPlace.of(entered.tps() == null ? entered.region() : entered.tps()),
                                entered.at(),
                                Objects.requireNonNullElse(entered.text(), "")),
                        key == null ? UUID.randomUUID().toString() : key),
                List.of());
    }

    @GetMapping("/{incident}")
    @Operation(summary = "An incident with what was done about it")
    IncidentResource read(Actor actor, @PathVariable String election, @PathVariable UUID incident) {
        ReadIncident.Found found = in(election, readIncident.execute(actor, incident));
        return IncidentResource.of(found.incident(), found.followUps());
    }

    @PostMapping("/{incident}/follow-ups")
    @Operation(summary = "Say what was done about it, and whether it is over")
    IncidentResource followUp(
            Actor actor,
            @PathVariable String election,
            @PathVariable UUID incident,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody FollowedUp added) {
        in(election, readIncident.execute(actor, incident));
        followUpIncident.execute(
                actor,
                incident,
                Objects.requireNonNullElse(added.text(), ""),
                added.settled(),
                key == null ? UUID.randomUUID().toString() : key);
        return read(actor, election, incident);
    }

    @PostMapping("/{incident}/withdrawal")
    @Operation(summary = "Withdraw what was entered by mistake")
    IncidentResource withdraw(
            Actor actor, @PathVariable String election, @PathVariable UUID incident, @RequestBody Withdrawn withdrawn) {
        in(election, readIncident.execute(actor, incident));
        withdrawIncident.execute(actor, incident, Objects.requireNonNullElse(withdrawn.reason(), ""));
        return read(actor, election, incident);
    }

    private static ReadIncident.Found in(String election, ReadIncident.Found found) {
        if (!found.election().code().equals(election)) {
            throw Refusal.notFound("INCIDENT_UNKNOWN");
        }
        return found;
    }
}
