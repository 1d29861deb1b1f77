package id.deskpemilu.worklist.web;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.worklist.Inbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox in the API. */
@RestController
@RequestMapping("/api/v1/inbox")
@Tag(name = "inbox", description = "Tugas saya")
class InboxApi {

    private final Inbox inbox;

    InboxApi(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    @Operation(summary = "What waits for me in a role")
    Inbox.Page find(
            Actor actor,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String contest,
            @RequestParam(required = false) @Nullable String finding,
            @RequestParam(defaultValue = "ANY") Inbox.Held held,
            @RequestParam(defaultValue = "0") int page) {
        return inbox.find(
                actor,
                new Inbox.Query(
                        role == null ? defaultRole(actor) : role(role),
                        region == null || region.isBlank() ? null : RegionCode.of(region),
                        contest == null || contest.isBlank() ? null : ContestType.ofSlug(contest),
                        finding == null || finding.isBlank() ? null : finding,
                        held,
                        page));
    }

    private static Role role(String name) {
        return Role.ofRealmName(name).orElseThrow(() -> Refusal.invalid("ROLE_HAS_NO_INBOX", name));
    }

    private static Role defaultRole(Actor actor) {
        return actor.roles().contains(Role.OPERATOR) ? Role.OPERATOR : Role.VERIFIER;
    }
}
