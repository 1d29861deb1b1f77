package id.deskpemilu.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A link that opens WhatsApp with a ready text to somebody: needs no provider and no key, only the coordinator's tap. */
public final class WaLink {

    private WaLink() {}

    /**
     * The address that opens the conversation.
     *
     * @param phone a number in any spelling
     * @param text what stands ready to be sent
     * @return {@code https://wa.me/62…?text=…}; empty if it is no mobile number of Indonesia
     */
    public static Optional<String> of(@Nullable String phone, String text) {
        return PhoneNumber.of(phone)
                .map(number -> "https://wa.me/" + number.digits() + "?text="
                        // a plus would arrive as a plus
                        + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
