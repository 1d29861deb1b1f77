package id.deskpemilu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "0812-3456-7890",
                " 0812 3456 7890 ",
                "+6281234567890",
                "+62 812-3456-7890",
                "+62 (0)812 3456 7890",
                "6281234567890",
                "006281234567890",
                "81234567890",
                "0812–3456–7890"
            })
    void every_spelling_of_a_number_is_read_as_one(String spelling) {
        assertThat(PhoneNumber.of(spelling).map(PhoneNumber::digits)).hasValue("6281234567890");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "-",
                "0331-421234",
                "0812",
                "08123456789012345",
                "+60123456789",
                "0812x4567890",
                "tidak ada",
                "+62+81234567890"
            })
    void what_is_no_mobile_number_of_indonesia_is_none(String text) {
        assertThat(PhoneNumber.of(text)).isEmpty();
        assertThat(WaLink.of(text, "halo")).isEmpty();
    }

    @Test
    void a_number_never_shows_itself_in_a_log() {
        assertThat(new PhoneNumber("6281234567890")).hasToString("…890");
        assertThatThrownBy(() -> new PhoneNumber("081234567890")).hasMessage("not a mobile number of Indonesia");
        assertThat(new Recipient("budi", "Budi", "081234567890", "budi@example.go.id"))
                .hasToString("Recipient[budi]");
    }

    @Test
    void a_link_opens_whatsapp_with_the_text_as_it_was_written() {
        assertThat(WaLink.of("0812-3456-7890", "Bu Ani, TPS 3 & 4 belum lapor? 1+1\nTerima kasih"))
                .hasValue("https://wa.me/6281234567890"
                        + "?text=Bu%20Ani%2C%20TPS%203%20%26%204%20belum%20lapor%3F%201%2B1%0ATerima%20kasih");
    }
}
