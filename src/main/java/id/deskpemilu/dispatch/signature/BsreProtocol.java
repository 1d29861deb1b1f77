package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** One of the two languages in which BSrE's client service is spoken to. */
interface BsreProtocol {

    /**
     * What came of asking for a signature.
     *
     * @param pdf the signed file; null if it is not here
     * @param document how the service calls the signed file; null if it did not say
     * @param refusal why it did not sign; null if it did, or if nobody knows
     */
    record Answer(
            byte @Nullable [] pdf,
            @Nullable String document,
            @Nullable Refusal refusal) {

        static Answer signed(byte[] pdf) {
            return new Answer(pdf, null, null);
        }

        static Answer named(String document) {
            return new Answer(null, document, null);
        }

        static Answer refused(Refusal refusal) {
            return new Answer(null, null, refusal);
        }

        /** The service may have signed or not. */
        static Answer unknown() {
            return new Answer(null, null, null);
        }
    }

    /** How the service calls the state of an official's certificate, e.g. {@code ISSUE}; null if it does not say. */
    @Nullable
    String status(String nik);

    /** Asks for a signature, once. */
    Answer sign(SigningRequest request);

    /** Fetches a signed file: the same one can be fetched only once. */
    Answer fetch(String document);
}
