package id.deskpemilu.report;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the desk lays down for the review of reports.
 *
 * @param answerWithin how long an operator is waited for before a supervisor decides
 * @param reopeningClosesAt the hour, by the clock of the place, at which a reopened report closes by itself
 */
@ConfigurationProperties("desk.review")
public record ReviewSettings(
        @DefaultValue("45m") Duration answerWithin,
        @DefaultValue("23:59") LocalTime reopeningClosesAt) {}
