package id.deskpemilu.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** How region and station codes are kept in a column: as their plain digits. */
final class CodeConverters {

    private CodeConverters() {}

    @Converter(autoApply = true)
    static class OfRegion implements AttributeConverter<RegionCode, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable RegionCode code) {
            return code == null ? null : code.digits();
        }

        @Override
        public @Nullable RegionCode convertToEntityAttribute(@Nullable String digits) {
            return digits == null ? null : new RegionCode(digits);
        }
    }

    @Converter(autoApply = true)
    static class OfStation implements AttributeConverter<StationCode, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable StationCode code) {
            return code == null ? null : code.digits();
        }

        @Override
        public @Nullable StationCode convertToEntityAttribute(@Nullable String digits) {
            return digits == null ? null : new StationCode(digits);
        }
    }
}
