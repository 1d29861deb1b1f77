package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.ReceivedLetterProcess;
import id.deskpemilu.dispatch.receiving.Intake;
import id.deskpemilu.dispatch.receiving.Receipts;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetter.Trust;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.dispatch.signature.Verdict;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;

/**
 * Takes a letter of the tier below: everything about it fits and is kept in one transaction, or nothing is. The same file
 * again is answered with the same receipt.
 */
@UseCase
public class ReceiveLetter {

    private static final int LONGEST_NUMBER = 80;

    private final Intake intake;
    private final Senders senders;
    private final ReceivedLetters received;
    private final Receipts receipts;
    private final Elections elections;
    private final ReceivedLetterProcess process;
    private final AuditLog log;
    private final Clock clock;
    private final String agency;

    ReceiveLetter(
            Intake intake,
            Senders senders,
            ReceivedLetters received,
            Receipts receipts,
            Elections elections,
            ReceivedLetterProcess process,
            AuditLog log,
            Clock clock,
            @Value("${desk.agency}") String agency) {
        this.intake = intake;
        this.senders = senders;
        this.received = received;
        this.receipts = receipts;
        this.elections = elections;
        this.process = process;
        this.log = log;
        this.clock = clock;
        this.agency = agency;
    }

    /**
     * Takes it.
     *
     * @param id the name under which it is sent
     * @param number the number that its first page has
     * @param file the signed PDF
     * @return the sealed receipt
     * @throws Refusal {@code ROLE_MISSING}, {@code LETTER_OTHER_FILE}, {@code LETTER_REGION_FOREIGN},
     *     {@code LETTER_SIGNER_UNKNOWN}, {@code LETTER_ELECTION_UNKNOWN}, {@code LETTER_REHEARSAL_MIXED}, and as
     *     {@link Intake#open}
     */
    public byte[] execute(Actor actor, LetterId id, LetterKind kind, String number, byte[] file) {
        actor.requireAnywhere(Role.SENDER);
        Optional<byte[]> known = known(actor, id, file);
        if (known.isPresent()) {
            return known.get();
        }
        if (number.length() > LONGEST_NUMBER || number.chars().anyMatch(Character::isISOControl)) {
            String shown = number.substring(0, Math.min(LONGEST_NUMBER, number.length()));
            throw Refusal.invalid("LETTER_NUMBER_WRONG", shown.replaceAll("\\p{Cntrl}", "?"));
        }
        Intake.Taken taken = intake.open(id, number, file);
        Snapshot snapshot = taken.frozen().snapshot();
        RegionCode region = snapshot.region().code();
        Sender sender = senders.lock(region)
                .filter(one -> actor.is(one.username()) && actor.may(Role.SENDER, region))
                .orElseThrow(() -> Refusal.forbidden("LETTER_REGION_FOREIGN", region.dotted()));
        Optional<byte[]> meanwhile = known(actor, id, file);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        Trust trust = trust(sender, taken.signature());
        Election election = election(snapshot.election());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] receipt = receipts.seal(new Receipts.Receipt(id.value(), taken.sha256(), agency, region, now));
        ReceivedLetter letter = letter(id, kind, number, taken, election.id(), trust, actor.username(), now);
        process.taken(id);
        received.keep(
                        letter,
                        taken.signature().certificateHash(),
                        file,
                        taken.frozen().json(),
                        receipt)
                .forEach(process::ended);
        log.append(
                actor.username(),
                "letter:" + id,
                "LetterReceived",
                Map.of("region", region.digits(), "number", number, "sha256", taken.sha256()));
        return receipt;
    }

    private Optional<byte[]> known(Actor actor, LetterId id, byte[] file) {
        return received.find(id).map(letter -> {
            if (!actor.may(Role.SENDER, letter.region())) {
                throw Refusal.forbidden("LETTER_REGION_FOREIGN", letter.region().dotted());
            }
            if (!letter.fileHash().equals(Sha256.of(file))) {
                throw Refusal.conflict("LETTER_OTHER_FILE", id);
            }
            return received.receipt(id);
        });
    }

    /** A registered certificate has to be that very one; where none is registered it has to lead to a trusted one. */
    private static Trust trust(Sender sender, Verdict.Signature signature) {
        String registered = sender.certificate();
        if (registered == null && signature.trust() == Verdict.Trust.TRUSTED) {
            return Trust.TRUSTED;
        }
        if (registered != null && registered.equals(signature.certificateHash())) {
            return Trust.REGISTERED;
        }
        throw Refusal.forbidden("LETTER_SIGNER_UNKNOWN", signature.signer());
    }

    private Election election(Snapshot.OfElection named) {
        Election election = elections
                .findByCode(named.code())
                .filter(one -> one.heldOn().equals(named.heldOn()))
                .orElseThrow(() -> Refusal.invalid("LETTER_ELECTION_UNKNOWN", named.code()));
        if (election.isSimulation() != named.rehearsal()) {
            throw Refusal.conflict("LETTER_REHEARSAL_MIXED", named.code());
        }
        return election;
    }

    private static ReceivedLetter letter(
            LetterId id,
            LetterKind kind,
            String number,
            Intake.Taken taken,
            long electionId,
            Trust trust,
            String sender,
            Instant now) {
        Snapshot snapshot = taken.frozen().snapshot();
        return new ReceivedLetter(
                id,
                electionId,
                snapshot.region().code(),
                kind,
                number,
                snapshot.at(),
                snapshot.shown(),
                snapshot.contests().stream()
                        .mapToInt(contest -> contest.whole().stations())
                        .max()
                        .orElse(0),
                snapshot.contests().stream()
                        .mapToInt(contest -> contest.whole().reported())
                        .min()
                        .orElse(0),
                taken.sha256(),
                taken.frozen().sha256(),
                taken.signature().signer(),
                trust,
                taken.signature().at(),
                sender,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
