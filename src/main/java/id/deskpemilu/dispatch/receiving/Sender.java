package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A desk of the tier below, from whom letters are taken.
 *
 * @param region whose letters it sends, exactly this region
 * @param name the office
 * @param username the account of its program
 * @param certificate the SHA-256 of the certificate that its letters are signed with; null: one that leads to a certificate
 *     that this desk trusts
 * @param sealCertificate the SHA-256 of the certificate that its program seals with; null: not compared
 * @param registeredBy the administrator
 * @param registeredAt when it was last written
 */
public record Sender(
        RegionCode region,
        String name,
        String username,
        @Nullable String certificate,
        @Nullable String sealCertificate,
        String registeredBy,
        Instant registeredAt) {}
