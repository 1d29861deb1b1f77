package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What two desks tell each other so that neither can deny it: receipts downwards, withdrawals upwards, each as sealed JSON. */
@Component
public class Receipts {

    private final Seal seal;
    private final JsonMapper json;

    Receipts(Seal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /**
     * A letter has been received.
     *
     * @param letter its name
     * @param sha256 of the file as it came, 64 hexadecimal digits in lower case
     * @param receiver who has it
     * @param region the region that the letter is about
     * @param at when, real time
     */
    public record Receipt(UUID letter, String sha256, String receiver, RegionCode region, Instant at) {

        public Receipt {
            requireAll(letter, sha256, receiver, region, at);
        }
    }

    /** A letter does not hold. */
    public record Withdrawal(UUID letter, String reason, Instant at) {

        public Withdrawal {
            requireAll(letter, reason, at);
        }
    }

    /** The other desk may be of another version, or none: what it leaves out would be missed later. */
    private static void requireAll(Object... parts) {
        for (Object part : parts) {
            Objects.requireNonNull(part, "a part is missing");
        }
    }

    /**
     * What was sealed, and by whom.
     *
     * @param content what it says
     * @param sealedBy the name in the certificate
     * @param certificate the SHA-256 of the certificate
     */
    public record Opened<T>(T content, String sealedBy, String certificate) {}

    /** The receipt, sealed with the key of this desk. */
    public byte[] seal(Receipt receipt) {
        return write(receipt);
    }

    /** The withdrawal, sealed with the key of this desk. */
    public byte[] seal(Withdrawal withdrawal) {
        return write(withdrawal);
    }

    /**
     * Opens a receipt.
     *
     * @throws Refusal {@code SEAL_BROKEN} if it is none, or not as it was sealed
     */
    public Opened<Receipt> openReceipt(byte[] sealed) {
        return open(sealed, Receipt.class);
    }

    /**
     * Opens a withdrawal.
     *
     * @throws Refusal {@code SEAL_BROKEN}
     */
    public Opened<Withdrawal> openWithdrawal(byte[] sealed) {
        return open(sealed, Withdrawal.class);
    }

    private byte[] write(Object content) {
        try {
            return seal.seal(json.writeValueAsBytes(content));
        } catch (JacksonException e) {
            throw new IllegalStateException("a receipt that cannot be written", e);
        }
    }

    private <T> Opened<T> open(byte[] sealed, Class<T> type) {
        Seal.Opened opened = seal.open(sealed);
        try {
            T content = json.readValue(opened.content(), type);
            if (content == null) {
                throw Refusal.invalid("SEAL_BROKEN");
            }
            return new Opened<>(content, opened.signer(), opened.certificateHash());
        } catch (JacksonException e) {
            throw Refusal.invalid("SEAL_BROKEN");
        }
    }
}
