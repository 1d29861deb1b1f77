package id.deskpemilu.recap;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the recap's jobs.
 *
 * @param foldEvery how long deltas are left before they are folded
 * @param recountAt when the recap is recounted from the reports, a cron expression in the time of Jakarta
 */
@ConfigurationProperties("desk.recap")
record RecapSettings(Duration foldEvery, String recountAt) {}
