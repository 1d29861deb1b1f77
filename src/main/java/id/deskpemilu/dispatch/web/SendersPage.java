package id.deskpemilu.dispatch.web;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From whom letters are taken. POST {@code /admin/senders} with {@code region}, {@code name}, {@code account},
 * {@code certificate} and {@code seal}.
 *
 * @param rows the senders so far
 * @param own the SHA-256 of the certificate with which this desk seals; to be registered by the desks around it
 * @param form what was typed, by the names of the fields
 * @param error why it was refused; null if it was not
 * @param notice what has been done
 */
public record SendersPage(
        List<Row> rows,
        String own,
        Map<String, String> form,
        @Nullable String error,
        @Nullable String notice) {

    /**
     * A sender.
     *
     * @param certificate the SHA-256 of the certificate that signs; null: one that leads to a trusted one
     * @param seal of the one that seals; null: not compared
     */
    public record Row(
            String code,
            String region,
            String office,
            String account,
            @Nullable String certificate,
            @Nullable String seal,
            String by,
            ZonedDateTime at) {}
}
