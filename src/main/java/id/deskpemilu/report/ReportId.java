package id.deskpemilu.report;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a report; the business key of its process instance. */
@Embeddable
public record ReportId(@JsonValue @Column(name = "id") UUID value) implements Serializable {

    /** A new name. */
    public static ReportId next() {
        return new ReportId(UUID.randomUUID());
    }

    /** Reads a name as {@link #toString} writes it. */
    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
