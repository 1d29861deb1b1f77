package id.deskpemilu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.dispatch.paper.kit.PaperSize;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk knows of the offices that write letters: how they are called, who signs, how letters are numbered. */
class OfficesTest {

    private static final RegionCode JOMBANG = RegionCode.of("35.17");

    private final Offices offices = new Offices(
            new LetterSettings(
                    List.of(),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(5),
                    "200.2.1/[nomor]/[wilayah]/[tahun]",
                    "BADAN",
                    new LetterSettings.Foot("a", "b", "c"),
                    List.of(office())),
            null,
            null,
            null);

    private static LetterSettings.Office office() {
        return new LetterSettings.Office(
                "35.17",
                PaperSize.F4,
                null,
                null,
                null,
                List.of(),
                null,
                "Segera",
                List.of(),
                List.of(),
                List.of(),
                "[nomor]/KESBANGPOL/[bulan]/[tahun]",
                null,
                List.of(
                        new LetterSettings.SignerOf("sekda", List.of("SEKRETARIS DAERAH"), "Dr. Uji", null, null),
                        new LetterSettings.SignerOf("kaban", List.of("KEPALA BADAN"), "Dra. Uji", null, null)));
    }

    private static Actor actor(String username) {
        return new Actor(username, "Nama " + username, Set.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "35.17, Jombang, Kabupaten Jombang",
        "35.17, Kabupaten Jombang, Kabupaten Jombang",
        "35.17, KABUPATEN JOMBANG, KABUPATEN JOMBANG",
        "35.17, Kab. Jombang, Kabupaten Jombang",
        "17.71, Bengkulu, Kota Bengkulu",
        "17.71, Kota Bengkulu, Kota Bengkulu",
        "64.02, Kutai Kartanegara, Kabupaten Kutai Kartanegara",
        "62.01, Kotawaringin Barat, Kabupaten Kotawaringin Barat",
        "35, Jawa Timur, Provinsi Jawa Timur",
        "35.17.01, Perak, Perak"
    })
    void a_letterhead_says_what_kind_of_region_it_is(String code, String name, String full) {
        assertThat(Offices.full(RegionCode.of(code), name)).isEqualTo(full);
    }

    @Test
    void only_those_sign_who_are_named() {
        assertThat(offices.requireSignatory(JOMBANG, actor("kaban")).name()).isEqualTo("Dra. Uji");
        assertThatThrownBy(() -> offices.requireSignatory(JOMBANG, actor("supervisor")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("SIGNER_NOT_NAMED");
                    assertThat(refusal.arguments()).containsExactly("Dr. Uji, Dra. Uji");
                });
        assertThat(offices.signatory(JOMBANG, actor("supervisor")).name()).isEqualTo("Dr. Uji");
        assertThat(offices.expected(JOMBANG).name()).isEqualTo("Dr. Uji");
    }

    @Test
    void an_office_numbers_as_it_says_and_the_others_as_the_desk_says() {
        LocalDate day = LocalDate.of(2024, 11, 27);
        assertThat(offices.number(JOMBANG, 7, day)).isEqualTo("007/KESBANGPOL/XI/2024");
        assertThat(offices.number(RegionCode.of("3516"), 12, day)).isEqualTo("200.2.1/012/35.16/2024");
    }
}
