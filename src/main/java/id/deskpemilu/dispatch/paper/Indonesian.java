package id.deskpemilu.dispatch.paper;

import id.deskpemilu.shared.Zone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** Numbers and dates as official letters write them. */
final class Indonesian {

    private static final List<String> MONTHS = List.of(
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember");

    private static final List<String> WORDS =
            List.of("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh");

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

    private static final int GROUP = 3;
    private static final int HUNDRED = 100;
    private static final String NOTHING = "–";

    private Indonesian() {}

    /** {@code 1.942}. */
    static String number(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % GROUP == 0) {
                text.append('.');
            }
            text.append(digits.charAt(i));
        }
        return value < 0 ? "-" + text : text.toString();
    }

    /** {@code 99,79}; 100 only for the whole, 0 only for nothing; a dash where there is nothing to divide by. */
    static String share(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(HUNDRED))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        BigDecimal least = new BigDecimal("0.01");
        BigDecimal all = BigDecimal.valueOf(HUNDRED);
        if (part > 0 && percent.compareTo(least) < 0) {
            percent = least;
        } else if (part < whole && percent.compareTo(all) >= 0) {
            percent = all.subtract(least);
        }
        return percent.toPlainString().replace('.', ',');
    }

    /** {@code 99,79 %}, which no line ends within. */
    static String percent(long part, long whole) {
        return whole == 0 ? NOTHING : share(part, whole) + "\u00a0%";
    }

    /** {@code 27 November 2024}. */
    static String date(LocalDate date) {
        return date.getDayOfMonth() + "\u00a0" + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** The day of a moment in the zone. */
    static String date(Instant at, Zone zone) {
        return date(at.atZone(zone.id()).toLocalDate());
    }

    /** {@code pukul 18.00 WIB}. */
    static String hour(Instant at, Zone zone) {
        return "pukul\u00a0" + clock(at, zone) + "\u00a0" + zone;
    }

    /** {@code 18.00}. */
    static String clock(Instant at, Zone zone) {
        ZonedDateTime time = at.atZone(zone.id());
        return String.format(Locale.ROOT, "%02d.%02d", time.getHour(), time.getMinute());
    }

    /** {@code 18.00}; with the day in front if it is another one than that of the letter. */
    static String clock(Instant at, Zone zone, Instant shown) {
        LocalDate day = at.atZone(zone.id()).toLocalDate();
        return day.equals(shown.atZone(zone.id()).toLocalDate())
                ? clock(at, zone)
                : day.getDayOfMonth() + "/" + day.getMonthValue() + " " + clock(at, zone);
    }

    /** {@code 007}, as stations are numbered. */
    static String padded(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }

    /** A small number in words. */
    static String words(int number) {
        return number < WORDS.size() ? WORDS.get(number) : Integer.toString(number);
    }

    /** A small number in Roman digits. */
    static String roman(int number) {
        return ROMAN.get(number - 1);
    }
}
