package id.deskpemilu.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/**
 * Names an escalation; the business key of its process.
 *
 * @param value random
 */
@Embeddable
public record EscalationId(@Column(name = "id") UUID value) implements Serializable {

    private static final long serialVersionUID = 1;

    /** A new one. */
    public static EscalationId random() {
        return new EscalationId(UUID.randomUUID());
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static EscalationId of(String text) {
        return new EscalationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
