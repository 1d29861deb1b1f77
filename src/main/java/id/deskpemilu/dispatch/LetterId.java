package id.deskpemilu.dispatch;

import com.fasterxml.jackson.annotation.JsonValue;
import id.deskpemilu.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** The name of a letter: the business key of its process, printed on each page, the key under which it is sent and received. */
@Embeddable
public record LetterId(@JsonValue @Column(name = "id") UUID value) implements Serializable {

    private static final long serialVersionUID = 1;

    /**
     * Reads a name.
     *
     * @throws Refusal {@code LETTER_UNKNOWN} if it is none
     */
    public static LetterId of(String text) {
        try {
            return new LetterId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("LETTER_UNKNOWN", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
