package id.deskpemilu.dispatch.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Says what the signatures of a file are worth to this desk: it believes the certificates in its settings and its own one. Whether
 * a certificate was revoked is not asked.
 */
@Component
public class SignatureCheck {

    private final SignatureSettings settings;
    private final AgencyKeys keys;
    private final Clock clock;
    private final TrustList listed;

    SignatureCheck(SignatureSettings settings, AgencyKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.listed = listed(settings);
    }

    private static TrustList listed(SignatureSettings settings) {
        try {
            return settings.trusted().isEmpty() ? TrustList.NONE : TrustList.read(Path.of(settings.trusted()));
        } catch (IOException e) {
            throw new IllegalStateException("DESK_TRUSTED cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Looks at a file, which may come from anybody and be anything.
     *
     * @param pdf whose size the caller has limited
     * @return what it is worth; not readable if it is no PDF, or one that is made to break its reader
     */
    public Verdict check(byte[] pdf) {
        return new Inspector(trusted(), clock).inspect(pdf);
    }

    /** Those of the settings, and the agency's own. What the desk made itself is never believed. */
    TrustList trusted() {
        if (settings.pkcs12().file().isEmpty() || keys.key().selfMade()) {
            return listed;
        }
        return listed.and(keys.key().certificate());
    }
}
