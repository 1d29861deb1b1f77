package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.Set;

/** Reads a letter of the tier below: those who watch its region, and the program that sent it. */
@UseCase(readOnly = true)
public class ReadReceivedLetter {

    private final ReceivedLetters received;

    ReadReceivedLetter(ReceivedLetters received) {
        this.received = received;
    }

    /**
     * Reads it.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public ReceivedLetter execute(Actor actor, LetterId id) {
        ReceivedLetter letter = received.get(id);
        actor.requireAny(Set.of(Role.SUPERVISOR, Role.AUDITOR, Role.SENDER), letter.region());
        return letter;
    }
}
