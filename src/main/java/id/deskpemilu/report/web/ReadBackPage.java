package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "Periksa sekali lagi": each figure in digits and in words. POST {@code <base>/submission} sends and locks;
 * POST {@code <base>/entry} with {@code back=1} returns to the form with everything that was typed.
 *
 * @param sections cells carry {@code words}
 * @param findings what the rules found
 * @param savedAt when the desk last kept what was typed, in the zone of the region; null if nothing is kept
 * @param confirmed whether "sesuai C.Hasil" was already ticked
 * @param confirmedError why it cannot be sent without the tick; null if nothing was refused
 * @param onBehalf what somebody else has to say who sends it in the operator's place; null for the operator
 */
public record ReadBackPage(
        Station station,
        String contest,
        String election,
        String base,
        String idempotencyKey,
        String draftKey,
        @Nullable ZonedDateTime savedAt,
        List<Section> sections,
        List<FindingView> findings,
        boolean confirmed,
        @Nullable String confirmedError,
        @Nullable OnBehalf onBehalf) {

    /**
     * Why it is not the operator who sends it.
     *
     * @param reason what was typed
     * @param error what is wrong with it; null if nothing is
     */
    public record OnBehalf(String reason, @Nullable String error) {}

    /** The address under which it can be read back again. */
    public String here() {
        return base + "/entry?step=readback";
    }

    /** When the desk last kept what was typed, in milliseconds since 1970; 0 if it has nothing. */
    public long savedMillis() {
        return savedAt == null ? 0 : savedAt.toInstant().toEpochMilli();
    }

    /** Whether something keeps this from being sent. */
    public boolean refused() {
        return confirmedError != null
                || onBehalf != null && onBehalf.error() != null
                || findings.stream().anyMatch(finding -> finding.error() != null);
    }
}
