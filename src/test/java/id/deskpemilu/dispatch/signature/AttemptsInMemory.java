package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the table keeps, without a database; it waits for nobody. */
final class AttemptsInMemory implements AttemptLog {

    enum State {
        RUNNING,
        UNKNOWN
    }

    final Map<UUID, State> states = new HashMap<>();
    final Map<UUID, String> documents = new HashMap<>();
    final Map<UUID, byte[]> files = new HashMap<>();

    @Override
    public Left begin(UUID letter, String pdfHash, String signer, Duration lease) {
        if (files.containsKey(letter)) {
            return new Left(null, files.get(letter));
        }
        if (states.get(letter) == State.RUNNING) {
            throw Refusal.conflict("SIGNING_UNDER_WAY");
        }
        if (states.get(letter) == State.UNKNOWN && !documents.containsKey(letter)) {
            throw Refusal.unavailable("SIGN_OUTCOME_UNKNOWN");
        }
        states.put(letter, State.RUNNING);
        return new Left(documents.get(letter), null);
    }

    /** As when the time has passed in which nobody asks again. */
    void forgetUnknown() {
        states.values().remove(State.UNKNOWN);
    }

    @Override
    public void named(UUID letter, String document) {
        documents.put(letter, document);
    }

    @Override
    public void signed(UUID letter, byte[] pdf) {
        files.put(letter, pdf);
    }

    @Override
    public void failed(UUID letter) {
        states.remove(letter);
        documents.remove(letter);
    }

    @Override
    public void unknown(UUID letter, Duration wait) {
        states.put(letter, State.UNKNOWN);
    }
}
