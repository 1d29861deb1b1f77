package id.deskpemilu.audit;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A line of the log.
 *
 * @param sequence its place in the log
 * @param at when it happened
 * @param actor the account that did it, or {@code system}
 * @param subject what it happened to, e.g. {@code report:…} or {@code election:…}
 * @param type what happened, in the past tense, e.g. {@code CorrectionRequested}
 * @param data what is worth keeping of it, old and new values among it
 */
public record AuditEvent(long sequence, Instant at, String actor, String subject, String type, JsonNode data) {}
