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

/** Who signs for an office, and how its letters are numbered, where the settings say so. */
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
