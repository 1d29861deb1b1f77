package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Receipts and withdrawals in plain words, which anybody can read and nobody has sealed. */
public final class PlainReceipts extends Receipts {

    private static final String WITHDRAWAL = "withdrawn";

    public PlainReceipts() {
        super(null, null);
    }

    /** A withdrawal sealed with the certificate. */
    public static byte[] withdrawal(LetterId letter, String certificate, String reason) {
        return (WITHDRAWAL + "|" + letter + "|" + certificate + "|" + reason).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] seal(Receipt receipt) {
        return receipt.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Opened<Withdrawal> openWithdrawal(byte[] sealed) {
        String[] parts = new String(sealed, StandardCharsets.UTF_8).split("\\|", 4);
        if (!parts[0].equals(WITHDRAWAL)) {
            throw Refusal.invalid("SEAL_BROKEN");
        }
        return new Opened<>(
                new Withdrawal(LetterId.of(parts[1]).value(), parts[3], Instant.EPOCH), "Drs. Uji", parts[2]);
    }
}
