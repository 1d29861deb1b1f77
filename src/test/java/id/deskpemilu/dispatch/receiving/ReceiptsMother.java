package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.signature.Seal;
import tools.jackson.databind.json.JsonMapper;

/** Receipts for tests of who gives and who gets them. */
public final class ReceiptsMother {

    private ReceiptsMother() {}

    public static Receipts with(Seal seal) {
        return new Receipts(seal, new JsonMapper());
    }
}
