package id.deskpemilu.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lets every login of the running desk grow old at once, so that no test waits for it. */
@TestConfiguration(proxyBeanMethods = false)
public class AgingLogins {

    private volatile Duration age = Duration.ZERO;

    /** Sees the logins so much later than everything else in the desk is. */
    private final class Later extends Clock {

        private final Clock clock;

        private Later(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            return clock.instant().plus(age);
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Later(clock.withZone(zone));
        }
    }

    @Bean
    @Primary
    FreshLogin agingLogin(Clock clock) {
        return new FreshLogin(new Later(clock));
    }

    /** Does it while every login is older than {@link FreshLogin#FRESH}. */
    public void whenOld(Runnable act) {
        age = FreshLogin.FRESH.plusSeconds(1);
        try {
            act.run();
        } finally {
            age = Duration.ZERO;
        }
    }
}
