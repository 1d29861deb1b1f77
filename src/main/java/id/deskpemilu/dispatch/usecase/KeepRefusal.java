package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.dispatch.receiving.RefusedLetter;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Keeps that a letter was refused and why; after the transaction that refused it, of which nothing is left. */
@UseCase
public class KeepRefusal {

    private final ReceivedLetters received;
    private final AuditLog log;
    private final Clock clock;

    KeepRefusal(ReceivedLetters received, AuditLog log, Clock clock) {
        this.received = received;
        this.log = log;
        this.clock = clock;
    }

    /** Keeps it, if a sender sent the file. */
    public void execute(Actor actor, LetterId id, byte[] file, String code) {
        Optional<RegionCode> region = actor.scopes(Role.SENDER).stream().findFirst();
        if (region.isEmpty()) {
            return;
        }
        String hash = Sha256.of(file);
        received.refused(new RefusedLetter(clock.instant(), actor.username(), id, region.get(), code, hash));
        log.append(actor.username(), "letter:" + id, "LetterRefused", Map.of("code", code, "sha256", hash));
    }
}
