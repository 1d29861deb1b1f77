package id.deskpemilu.identity;

import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assigns the first administrator, whom nobody else could assign, unless it has been done. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdmin implements ApplicationRunner {

    /**
     * Who it is.
     *
     * @param username the name of an account that the realm has; nobody if empty
     * @param region the region to administer, with or without dots
     */
    @ConfigurationProperties("desk.admin")
    record Settings(@Nullable String username, @Nullable String region) {

        Settings {
            if (isGiven(username) != isGiven(region)) {
                throw new IllegalArgumentException("DESK_ADMIN_USERNAME and DESK_ADMIN_REGION: give both, or neither");
            }
            if (region != null && isGiven(region) && !RegionCode.isValid(region)) {
                throw new IllegalArgumentException("DESK_ADMIN_REGION: not a region code: " + region);
            }
        }

        private static boolean isGiven(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }

    private final Settings settings;
    private final Assignments assignments;
    private final Clock clock;

    FirstAdmin(Settings settings, Assignments assignments, Clock clock) {
        this.settings = settings;
        this.assignments = assignments;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(@Nullable ApplicationArguments arguments) {
        if (settings.username() == null || settings.username().isBlank() || settings.region() == null) {
            return;
        }
        String username = Account.canonical(settings.username());
        RegionCode region = RegionCode.of(settings.region());
        Instant now = clock.instant();
        boolean assigned = assignments.of(List.of(username)).stream()
                .anyMatch(one -> one.role() == Role.ADMIN && one.region().contains(region) && one.isInForceAt(now));
        if (!assigned) {
            assignments.add("system", List.of(Assignment.of(username, Role.ADMIN, region, now, null)));
        }
    }
}
