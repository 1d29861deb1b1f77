package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.receiving.Certificates;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says from which program letters of a region are taken and which certificates count. The account gets the role for the
 * region; the account before it loses it.
 */
@UseCase
public class RegisterSender {

    private static final int LONGEST_NAME = 200;

    private final Senders senders;
    private final Regions regions;
    private final Assignments assignments;
    private final AuditLog log;
    private final Clock clock;

    RegisterSender(Senders senders, Regions regions, Assignments assignments, AuditLog log, Clock clock) {
        this.senders = senders;
        this.regions = regions;
        this.assignments = assignments;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Registers it, in the place of an earlier one.
     *
     * @param name the office
     * @param username the account of its program, service-account-… of a client
     * @param certificate of who signs: PEM or SHA-256; empty for any that leads to a trusted one
     * @param sealCertificate of what seals: likewise; empty if it is not compared
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code REGION_UNKNOWN}, {@code SENDER_NAME_INVALID},
     *     {@code SENDER_ACCOUNT_INVALID}, {@code CERTIFICATE_INVALID}
     */
    public Sender execute(
            Actor actor, RegionCode region, String name, String username, String certificate, String sealCertificate) {
        actor.require(Role.ADMIN, region);
        if (regions.find(region).isEmpty()) {
            throw Refusal.invalid("REGION_UNKNOWN", region.dotted());
        }
        if (name.isBlank()
                || name.strip().length() > LONGEST_NAME
                || name.strip().chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("SENDER_NAME_INVALID", LONGEST_NAME);
        }
        String account = username.strip();
        if (!account.matches("service-account-[a-z0-9][a-z0-9._-]{0,42}")) {
            throw Refusal.invalid("SENDER_ACCOUNT_INVALID", account);
        }
        @Nullable Sender before = senders.lock(region).orElse(null);
        Instant now = clock.instant();
        Sender sender = new Sender(
                region,
                name.strip(),
                account,
                Certificates.fingerprint(certificate),
                Certificates.fingerprint(sealCertificate),
                actor.username(),
                now);
        senders.save(sender);
        assign(actor, before, sender, now);
        Map<String, Object> data = new TreeMap<>(Map.of("name", sender.name(), "account", account));
        data.put("certificate", String.valueOf(sender.certificate()));
        data.put("sealCertificate", String.valueOf(sender.sealCertificate()));
        if (before != null) {
            data.put("oldAccount", before.username());
            data.put("oldCertificate", String.valueOf(before.certificate()));
            data.put("oldSealCertificate", String.valueOf(before.sealCertificate()));
        }
        log.append(actor.username(), "sender:" + region, "SenderRegistered", data);
        return sender;
    }

    private void assign(Actor actor, @Nullable Sender before, Sender sender, Instant now) {
        if (before != null && !before.username().equals(sender.username())) {
            open(before, now).forEach(assignment -> assignments.end(actor.username(), assignment));
        }
        if (open(sender, now).isEmpty()) {
            assignments.add(
                    actor.username(),
                    List.of(Assignment.of(sender.username(), Role.SENDER, sender.region(), now, null)));
        }
    }

    private List<Assignment> open(Sender sender, Instant now) {
        return assignments.of(List.of(sender.username())).stream()
                .filter(one -> one.role() == Role.SENDER && one.region().equals(sender.region()) && one.isOpenAt(now))
                .toList();
    }
}
