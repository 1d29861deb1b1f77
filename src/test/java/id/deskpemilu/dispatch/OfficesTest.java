package id.deskpemilu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.shared.RegionCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficesTest {

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
}
