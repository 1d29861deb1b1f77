package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterWithdrawn;
import id.deskpemilu.dispatch.Letters;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets a withdrawal follow its letter. */
@Component
class Withdrawals {

    private final Letters letters;
    private final Transfers transfers;

    Withdrawals(Letters letters, Transfers transfers) {
        this.letters = letters;
        this.transfers = transfers;
    }

    @EventListener
    void on(LetterWithdrawn withdrawn) {
        Letter letter = letters.get(withdrawn.letter());
        String reason = letter.withdrawnReason();
        transfers.withdraw(withdrawn.letter(), reason == null ? "" : reason);
    }
}
