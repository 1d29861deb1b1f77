package id.deskpemilu.report.usecase;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The attempts to send, without a database. */
final class KeysInMemory extends SubmissionKeys {

    private final Map<String, Kept> kept = new HashMap<>();

    KeysInMemory() {
        super(null);
    }

    @Override
    Optional<Kept> find(String username, String key) {
        return Optional.ofNullable(kept.get(username + " " + key));
    }

    @Override
    void add(String username, String key, Kept sent) {
        kept.put(username + " " + key, sent);
    }

    int count() {
        return kept.size();
    }
}
