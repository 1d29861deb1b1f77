package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.ReceivedLetterProcess;
import id.deskpemilu.dispatch.receiving.Receipts;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;

/** Takes the withdrawal of a letter of the tier below: it stays readable and is in no sum any more. */
@UseCase
public class ReceiveWithdrawal {

    private static final int LONGEST_REASON = 500;

    private final ReceivedLetters received;
    private final Senders senders;
    private final Receipts receipts;
    private final ReceivedLetterProcess process;
    private final AuditLog log;
    private final Clock clock;

    ReceiveWithdrawal(
            ReceivedLetters received,
            Senders senders,
            Receipts receipts,
            ReceivedLetterProcess process,
            AuditLog log,
            Clock clock) {
        this.received = received;
        this.senders = senders;
        this.receipts = receipts;
        this.process = process;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes it; a second time changes nothing.
     *
     * @param sealed the withdrawal, sealed by the sender
     * @throws Refusal {@code ROLE_MISSING}, {@code LETTER_UNKNOWN}, {@code REGION_FOREIGN}, {@code SEAL_BROKEN},
     *     {@code LETTER_OTHER_NAME}, {@code LETTER_SIGNER_UNKNOWN}
     */
    public void execute(Actor actor, LetterId id, byte[] sealed) {
        actor.requireAnywhere(Role.SENDER);
        ReceivedLetter found = received.get(id);
        actor.require(Role.SENDER, found.region());
        Sender sender = senders.lock(found.region())
                .filter(one -> actor.is(one.username()))
                .orElseThrow(
                        () -> Refusal.forbidden("REGION_FOREIGN", found.region().dotted()));
        Receipts.Opened<Receipts.Withdrawal> opened = receipts.openWithdrawal(sealed);
        if (!opened.content().letter().equals(id.value())) {
            throw Refusal.invalid("LETTER_OTHER_NAME", id);
        }
        String registered = sender.sealCertificate();
        if (registered != null && !registered.equals(opened.certificate())) {
            throw Refusal.forbidden("LETTER_SIGNER_UNKNOWN", opened.sealedBy());
        }
        ReceivedLetter letter = received.get(id); // it may have been withdrawn while the lock was waited for
        if (letter.withdrawnAt() != null) {
            return;
        }
        String said = opened.content().reason().replaceAll("\\p{Cntrl}+", " ");
        String reason = said.substring(0, Math.min(LONGEST_REASON, said.length()));
        received.withdraw(letter, reason, sealed, clock.instant());
        process.ended(id);
        log.append(actor.username(), "letter:" + id, "ReceivedLetterWithdrawn", Map.of("reason", reason));
    }
}
