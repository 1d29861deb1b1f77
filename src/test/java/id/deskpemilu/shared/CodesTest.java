package id.deskpemilu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of regions and stations, in both of their spellings. */
class CodesTest {

    @ParameterizedTest
    @CsvSource({
        "35,35,35,PROVINCE",
        "35.17,3517,35.17,REGENCY",
        "3517,3517,35.17,REGENCY",
        "35.17.18,351718,35.17.18,DISTRICT",
        "35.17.18.2001,3517182001,35.17.18.2001,VILLAGE",
        "' 3517182001 ',3517182001,35.17.18.2001,VILLAGE"
    })
    void a_region_is_read_with_and_without_dots(String text, String digits, String dotted, RegionCode.Level level) {
        RegionCode code = RegionCode.of(text);
        assertThat(code.digits()).isEqualTo(digits);
        assertThat(code.dotted()).isEqualTo(dotted);
        assertThat(code.level()).isEqualTo(level);
        assertThat(RegionCode.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "351", "35171", "3517182", "35171820011", "35.1718", "35-17", "3517.18", "٣٥", "35x7"})
    void what_is_no_region_code_is_refused(String text) {
        assertThat(RegionCode.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> RegionCode.of(text));
    }

    @Test
    void a_region_contains_itself_and_what_lies_below_and_nothing_beside_it() {
        RegionCode regency = RegionCode.of("35.17");
        assertThat(regency.contains(RegionCode.of("3517"))).isTrue();
        assertThat(regency.contains(RegionCode.of("3517182001"))).isTrue();
        assertThat(regency.contains(RegionCode.of("35"))).isFalse();
        assertThat(regency.contains(RegionCode.of("3518"))).isFalse();
        assertThat(regency.contains(StationCode.of("3517182001001"))).isTrue();
        assertThat(regency.contains(StationCode.of("3518172001001"))).isFalse();
        assertThat(RegionCode.of("3517182001").at(RegionCode.Level.DISTRICT)).isEqualTo(RegionCode.of("351718"));
    }

    @ParameterizedTest
    @CsvSource({"3517182001001,1,false", "35.17.18.2001.900,900,false", "3517182001901,901,true"})
    void a_station_knows_its_village_its_number_and_whether_it_is_special(String text, int number, boolean special) {
        StationCode code = StationCode.of(text);
        assertThat(code.village()).isEqualTo(RegionCode.of("3517182001"));
        assertThat(code.number()).isEqualTo(number);
        assertThat(code.isSpecial()).isEqualTo(special);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "351718200100", "35171820010011", "3517182001.001", "351718200100x"})
    void what_is_no_station_code_is_refused(String text) {
        assertThat(StationCode.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> StationCode.of(text));
    }

    @ParameterizedTest
    @CsvSource({"12,WIB", "17,WIB", "35,WIB", "61,WIB", "62,WIB", "64,WITA", "51,WITA", "73,WITA", "81,WIT", "94,WIT"})
    void a_province_has_its_zone(String province, Zone zone) {
        assertThat(Zone.ofProvince(province)).isEqualTo(zone);
    }
}
