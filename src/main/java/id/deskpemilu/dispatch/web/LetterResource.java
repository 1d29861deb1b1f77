package id.deskpemilu.dispatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterAction;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the API shows it; {@code cutAt} is by the clock of the election, every other moment real time.
 *
 * @param code what is to be repeated to sign it; only for those who may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterResource(
        String id,
        String region,
        LetterKind kind,
        Instant cutAt,
        LetterStatus status,
        Standing standing,
        int version,
        Prose prose,
        @Nullable String number,
        @Nullable LocalDate dated,
        @Nullable String snapshotHash,
        @Nullable String code,
        @Nullable String signedBy,
        @Nullable String signatory,
        @Nullable Instant signedAt,
        @Nullable Instant sentAt,
        @Nullable Instant receiptedAt,
        @Nullable String supersededBy,
        @Nullable String withdrawnReason,
        Set<LetterAction> actions) {

    static LetterResource of(Letter letter, Actor actor, @Nullable String snapshotHash) {
        Set<LetterAction> actions = letter.actionsFor(actor);
        return new LetterResource(
                letter.id().toString(),
                letter.region().digits(),
                letter.kind(),
                letter.cutAt(),
                letter.status(),
                letter.standing(),
                letter.version(),
                letter.prose(),
                letter.number(),
                letter.dated(),
                snapshotHash,
                snapshotHash != null && actions.contains(LetterAction.SIGN)
                        ? letter.confirmationCode(snapshotHash)
                        : null,
                letter.signedBy(),
                letter.signatory(),
                letter.signedAt(),
                letter.sentAt(),
                letter.receiptedAt(),
                letter.supersededBy() == null ? null : letter.supersededBy().toString(),
                letter.withdrawnReason(),
                new TreeSet<>(actions));
    }
}
