package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.Letters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Where letters are, without a database. */
public final class TransfersInMemory extends Transfers {

    private final List<Transfer> transfers = new ArrayList<>();
    private final Letters letters;
    private final Clock clock;

    /** Without receivers set up: a person carries every letter. */
    public TransfersInMemory(Letters letters, ApplicationEventPublisher events, Clock clock) {
        super(null, new TransferSettings(List.of(), null), letters, events, clock);
        this.letters = letters;
        this.clock = clock;
    }

    /** Every transfer, as it is. */
    public List<Transfer> all() {
        return List.copyOf(transfers);
    }

    /** The letter is with the receiver in that state. */
    public TransfersInMemory with(LetterId letter, String receiver, TransferChannel channel, Transfer.State state) {
        transfers.add(transfer(letter, Transfer.Act.LETTER, receiver, channel, state, null, null, null));
        return this;
    }

    @Override
    public void enqueue(LetterId letter) {
        letters.get(letter);
        if (of(letter).isEmpty()) {
            with(letter, "unduh", TransferChannel.DOWNLOAD, Transfer.State.BY_HAND);
        }
    }

    @Override
    public List<Transfer> of(LetterId letter) {
        return transfers.stream()
                .filter(transfer -> transfer.letter().equals(letter))
                .toList();
    }

    @Override
    public void resend(LetterId letter) {
        for (Transfer one : of(letter)) {
            if (one.channel() != TransferChannel.DOWNLOAD && one.state() != Transfer.State.RECEIPTED) {
                replace(one, Transfer.State.WAITING, null, null, null);
            }
        }
    }

    @Override
    void lock(LetterId letter) {
        letters.lock(letter);
    }

    @Override
    void keepHandedOver(Transfer transfer, String by, String note) {
        replace(transfer, Transfer.State.SENT, by, null, note);
    }

    @Override
    void keepReceipt(Transfer transfer, String by, String note, byte @Nullable [] file) {
        replace(transfer, Transfer.State.RECEIPTED, transfer.sentBy(), by, note + (file == null ? "" : " +"));
    }

    private void replace(
            Transfer old,
            Transfer.State state,
            @Nullable String sentBy,
            @Nullable String receiptBy,
            @Nullable String note) {
        transfers.set(
                transfers.indexOf(old),
                transfer(old.letter(), old.act(), old.receiver(), old.channel(), state, sentBy, receiptBy, note));
    }

    private Transfer transfer(
            LetterId letter,
            Transfer.Act act,
            String receiver,
            TransferChannel channel,
            Transfer.State state,
            @Nullable String sentBy,
            @Nullable String receiptBy,
            @Nullable String note) {
        return new Transfer(
                letter,
                act,
                receiver,
                receiver,
                channel,
                state,
                clock.instant(),
                null,
                0,
                null,
                null,
                receiptBy == null ? note : null,
                sentBy == null ? null : clock.instant(),
                sentBy,
                receiptBy == null ? null : clock.instant(),
                receiptBy,
                receiptBy == null ? null : note,
                false);
    }
}
