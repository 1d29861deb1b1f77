package id.deskpemilu.portal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person who is signed in.
 *
 * @param account address of the account page, where the password is changed
 */
public record MePage(
        String name,
        String username,
        List<String> roles,
        List<Region> regions,
        @Nullable String account) {

    /** A region this person acts for. */
    public record Region(
            String name,
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}
}
