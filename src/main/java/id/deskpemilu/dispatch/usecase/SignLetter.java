package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterArchive;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.LetterProcess;
import id.deskpemilu.dispatch.LetterSettings;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.Offices;
import id.deskpemilu.dispatch.ReceivedLetterProcess;
import id.deskpemilu.dispatch.paper.Printed;
import id.deskpemilu.dispatch.paper.Signatory;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.dispatch.signature.SigningRequest;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs a letter: gives it its number, prints it, has it signed, keeps the file and sends it on its way. The signature may
 * take long and is made outside any transaction; nobody else can sign the letter in the meantime.
 */
@UseCase
public class SignLetter {

    private final Letters letters;
    private final LetterArchive archive;
    private final LetterPrinter printer;
    private final LetterProcess process;
    private final ReceivedLetterProcess below;
    private final LetterSettings settings;
    private final Offices offices;
    private final Signer signer;
    private final ElectionClocks clocks;
    private final Clock clock;
    private final AuditLog log;
    private final TransactionTemplate step;

    SignLetter(
            Letters letters,
            LetterArchive archive,
            LetterPrinter printer,
            LetterProcess process,
            ReceivedLetterProcess below,
            LetterSettings settings,
            Offices offices,
            Signer signer,
            ElectionClocks clocks,
            Clock clock,
            AuditLog log,
            PlatformTransactionManager transactions) {
        this.letters = letters;
        this.archive = archive;
        this.printer = printer;
        this.process = process;
        this.below = below;
        this.settings = settings;
        this.offices = offices;
        this.signer = signer;
        this.clocks = clocks;
        this.clock = clock;
        this.log = log;
        this.step = new TransactionTemplate(transactions);
    }

    /** What is printed and signed. */
    private record Begun(Letter letter, Frozen figures, Signatory signatory) {}

    /**
     * Signs. The credentials are wiped, whatever happens.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code SIGNER_NOT_NAMED},
     *     {@code LOGIN_NOT_FRESH}, {@code LETTER_NOT_DRAFT}, {@code LETTER_CHANGED}, {@code CODE_WRONG},
     *     {@code LETTER_BEING_SIGNED}, {@code LETTER_BEING_DRAFTED}, and those of {@link Signer#sign}
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Letter execute(Actor actor, LetterId id, SignatureOrder order) {
        try (var credentials = order.credentials()) {
            Begun begun = Objects.requireNonNull(step.execute(status -> begin(actor, id, order)));
            byte[] signed;
            try {
                Printed printed = printer.original(begun.letter(), begun.figures(), begun.signatory());
                signed = signer.sign(new SigningRequest(
                        id.value(),
                        printed.pdf(),
                        printed.box(),
                        begun.signatory().name(),
                        "Laporan Desk Pemilu " + begun.letter().number(),
                        offices.head(begun.letter().region()).place(),
                        clock.instant(),
                        credentials));
            } catch (RuntimeException failed) {
                step.executeWithoutResult(status -> {
                    Letter letter = letters.lock(id);
                    letter.signingFailed();
                    letters.saveAndFlush(letter);
                    String why = failed instanceof Refusal refusal ? refusal.code() : "FAILED";
                    log.append(actor.username(), letter.subject(), "SigningFailed", Map.of("code", why));
                });
                throw failed;
            }
            return Objects.requireNonNull(step.execute(status -> finish(actor, begun, signed)));
        }
    }

    private Begun begin(Actor actor, LetterId id, SignatureOrder order) {
        Letter letter = letters.lock(id);
        Letter.requireAuthor(actor, letter.region());
        Signatory signatory = offices.requireSignatory(letter.region(), actor);
        Instant now = clock.instant();
        if (order.authenticatedAt().isBefore(now.minus(settings.freshLogin()))) {
            throw Refusal.forbidden("LOGIN_NOT_FRESH", settings.freshLogin().toMinutes());
        }
        letter.requireDraft();
        letter.requireVersion(order.version());
        Frozen figures = printer.figures(id);
        String code = letter.confirmationCode(figures.sha256());
        if (!code.equals(order.code().strip().toUpperCase(Locale.ROOT))) {
            throw Refusal.invalid("CODE_WRONG");
        }
        process.requireReviewable(id);
        letter.beginSigning(now);
        LocalDate today = clocks.shown(letter.election().id(), now)
                .atZone(figures.snapshot().region().zone().id())
                .toLocalDate();
        if (letter.number() == null) {
            int running = archive.nextNumber(letter.region().digits(), today.getYear());
            letter.register(offices.number(letter.region(), running, today), today);
        } else {
            letter.register(letter.number(), today);
        }
        return new Begun(letters.saveAndFlush(letter), figures, signatory);
    }

    private Letter finish(Actor actor, Begun begun, byte[] signed) {
        Letter letter = letters.lock(begun.letter().id());
        letters.about(letter.election().id(), letter.region()).stream()
                .filter(other -> isEarlier(other, letter))
                .forEach(other -> supersede(actor, letters.lock(other.id()), letter));
        letter.signed(actor.username(), begun.signatory().name(), clock.instant());
        letters.saveAndFlush(letter);
        archive.keepSigned(letter.id(), signed);
        log.append(
                actor.username(),
                letter.subject(),
                "LetterSigned",
                Map.of(
                        "number", Objects.requireNonNull(letter.number()),
                        "snapshot", begun.figures().sha256(),
                        "file", Sha256.of(signed)));
        process.reviewed(letter.id(), LetterProcess.Review.SIGNED);
        begun.figures().snapshot().sources().forEach(source -> below.forwarded(new LetterId(source.letter())));
        return letter;
    }

    /** Of the same kind, with figures that are not newer, and still of effect. */
    private static boolean isEarlier(Letter other, Letter letter) {
        return other.kind() == letter.kind()
                && !other.id().equals(letter.id())
                && !other.cutAt().isAfter(letter.cutAt())
                && other.status() != LetterStatus.PLANNED
                && other.status() != LetterStatus.DROPPED
                && other.supersededBy() == null;
    }

    private void supersede(Actor actor, Letter other, Letter letter) {
        other.supersede(letter);
        letters.saveAndFlush(other);
        log.append(
                actor.username(),
                other.subject(),
                other.status() == LetterStatus.DROPPED ? "LetterDropped" : "LetterSuperseded",
                Map.of("by", letter.id().toString()));
        process.ended(other.id());
    }
}
