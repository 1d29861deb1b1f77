package id.deskpemilu.identity.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.identity.AccountDirectory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.identity.TemporaryPassword;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Gives somebody who cannot log in a new temporary password. */
@UseCase
public class RenewPassword {

    private final Assignments assignments;
    private final AccountDirectory directory;
    private final AuditLog log;
    private final Clock clock;

    RenewPassword(Assignments assignments, AccountDirectory directory, AuditLog log, Clock clock) {
        this.assignments = assignments;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts a temporary password in the place of the person's own. Whoever knows a password can act as that person,
     * therefore every region the person is assigned to has to be one of the administrator's.
     *
     * @throws Refusal {@code PERSON_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ACCOUNT_UNKNOWN},
     *     {@code ACCOUNT_PROTECTED}, {@code DIRECTORY_UNAVAILABLE}
     */
    public TemporaryPassword execute(Actor actor, String username) {
        actor.requireAnywhere(Role.ADMIN);
        Instant now = clock.instant();
        List<Assignment> open = assignments.of(List.of(username)).stream()
                .filter(assignment -> assignment.isOpenAt(now))
                .toList();
        if (open.isEmpty()) {
            throw Refusal.notFound("PERSON_UNKNOWN", username);
        }
        open.forEach(assignment -> actor.require(Role.ADMIN, assignment.region()));
        TemporaryPassword password = directory.renewPassword(username);
        log.append(actor.username(), "person:" + username, "PasswordRenewed", Map.of());
        return password;
    }
}
