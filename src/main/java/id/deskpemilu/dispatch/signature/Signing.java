package id.deskpemilu.dispatch.signature;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses who signs, by the settings. */
@Configuration(proxyBeanMethods = false)
class Signing {

    @Bean
    Signer signer(SignatureSettings settings, AgencyKeys keys, AttemptLog attempts, Clock clock) {
        return switch (settings.kind()) {
            case PKCS12 -> new KeyStoreSigner(keys::key, timestamps(settings));
            case BSRE_V1 -> bsre(settings, new BsreV1(new BsreClient(settings.bsre())), attempts, clock);
            case BSRE_V2 -> bsre(settings, new BsreV2(new BsreClient(settings.bsre())), attempts, clock);
        };
    }

    private static @Nullable TimestampServer timestamps(SignatureSettings settings) {
        return settings.timestampUrl().isEmpty() ? null : new TimestampServer(settings.timestampUrl());
    }

    private static Signer bsre(SignatureSettings settings, BsreProtocol protocol, AttemptLog attempts, Clock clock) {
        return new BsreSigner(protocol, settings.bsre().timeout(), attempts, new Inspector(TrustList.NONE, clock));
    }
}
