package id.deskpemilu.dispatch.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key of the agency: from the file in the settings, or made once and kept in the database, so that all nodes sign with
 * the same one.
 */
@Component
class AgencyKeys {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyKeys.class);
    private static final Duration SOON = Duration.ofDays(30);

    private final SignatureSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;
    private volatile @Nullable AgencyKey known;

    AgencyKeys(SignatureSettings settings, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The key with which this desk signs. */
    AgencyKey key() {
        AgencyKey key = known;
        if (key == null) {
            key = settings.pkcs12().file().isEmpty() ? made() : configured();
            known = key;
        }
        return key;
    }

    private AgencyKey configured() {
        try {
            AgencyKey key = AgencyKey.read(settings.pkcs12());
            if (Certificates.until(key.certificate()).isBefore(clock.instant().plus(SOON))) {
                LOG.warn("The certificate of DESK_SIGNATURE_KEY ends at {}", Certificates.until(key.certificate()));
            }
            return key;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("DESK_SIGNATURE_KEY cannot be opened", e);
        }
    }

    /** In a transaction of its own: who asks first may be only reading. */
    private AgencyKey made() {
        return Objects.requireNonNull(alone.execute(status -> kept()));
    }

    /** However many nodes ask first, one key is kept. */
    private AgencyKey kept() {
        return read().orElseGet(() -> {
            AgencyKey fresh = SelfMade.make(settings.agency(), clock.instant());
            try {
                jdbc.sql("""
                                insert into desk.agency_key (private_key, certificate, made_at)
                                values (?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                fresh.key().getEncoded(),
                                fresh.certificate().getEncoded(),
                                OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                        .update();
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("it was read from bytes", e);
            }
            return read().orElseThrow();
        });
    }

    private Optional<AgencyKey> read() {
        return jdbc.sql("select private_key, certificate from desk.agency_key")
                .query((row, n) -> of(row))
                .optional();
    }

    private static AgencyKey of(ResultSet row) throws SQLException {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(row.getBytes("private_key")));
            return new AgencyKey(key, List.of(SelfMade.certificate(row.getBytes("certificate"))), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key in desk.agency_key cannot be read", e);
        }
    }
}
