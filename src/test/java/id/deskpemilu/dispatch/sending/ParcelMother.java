package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Something to carry. */
final class ParcelMother {

    static final UUID NAME = UUID.fromString("5f3c1c9e-52a2-4a3e-9d57-0d2a1f3b7c11");
    static final byte[] PDF = "%PDF-1.7 surat uji".getBytes(StandardCharsets.US_ASCII);

    private ParcelMother() {}

    static Parcel letter() {
        return parcel(Transfer.Act.LETTER, null);
    }

    static Parcel withdrawal() {
        return parcel(Transfer.Act.WITHDRAWAL, "angka keliru");
    }

    private static Parcel parcel(Transfer.Act act, String reason) {
        return new Parcel(
                new LetterId(NAME),
                act,
                "200.2.1/014/35.17/2024",
                LetterKind.FULL,
                new RegionCode("3517"),
                "Kabupaten Jombang",
                "Pilkada 2024",
                true,
                ZonedDateTime.of(2024, 11, 27, 18, 0, 0, 0, ZoneId.of("Asia/Jakarta")),
                PDF,
                Sha256.of(PDF),
                reason);
    }

    static CoverNote cover() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-transfer");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new CoverNote(messages);
    }
}
