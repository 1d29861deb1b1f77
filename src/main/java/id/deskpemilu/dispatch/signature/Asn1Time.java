package id.deskpemilu.dispatch.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/** Moments as certificates and PDF files write them. */
final class Asn1Time {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuMMddHHmmss");
    private static final Pattern PDF = Pattern.compile(
            "D:(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?(?:Z|([+-]\\d{2})'?(?:(\\d{2})'?)?)?.*");
    private static final int FIRST_LONG_YEAR = 2050;
    private static final int DIGITS = 14;

    private Asn1Time() {}

    /** For a certificate, whose years before 2050 have two digits. */
    static Time of(Instant at) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        return time.getYear() < FIRST_LONG_YEAR
                ? new Time(new DERUTCTime(SHORT.format(time) + "Z"))
                : new Time(new DERGeneralizedTime(SECONDS.format(time) + "Z"));
    }

    /** A moment of a certificate. */
    static Instant of(Time time) {
        return of(time.getTime());
    }

    /** A moment in UTC as {@code yyyyMMddHHmmss} with whatever stands behind. */
    static Instant of(String digits) {
        return LocalDateTime.parse(digits.substring(0, DIGITS), SECONDS).toInstant(ZoneOffset.UTC);
    }

    /** As a PDF file writes it. */
    static String pdf(Instant at) {
        return "D:" + SECONDS.format(at.atOffset(ZoneOffset.UTC)) + "+00'00'";
    }

    /** Reads a moment from a PDF file; null if it is none. */
    static @Nullable Instant ofPdf(@Nullable String text) {
        Matcher parts = PDF.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(parts.group(1)),
                    number(parts.group(2)),
                    number(parts.group(3)),
                    number(parts.group(4)),
                    number(parts.group(5)),
                    number(parts.group(6)));
            int hours = number(parts.group(7));
            int minutes = number(parts.group(8));
            return time.toInstant(ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
