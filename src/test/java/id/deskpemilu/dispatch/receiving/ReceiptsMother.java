package id.deskpemilu.dispatch.receiving;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.deskpemilu.dispatch.signature.Seal;

/** Receipts for tests of who gives and who gets them. */
public final class ReceiptsMother {

    private ReceiptsMother() {}

    public static Receipts with(Seal seal) {
        return new Receipts(
                seal,
                new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));
    }
}
