package id.deskpemilu.shared.web;

import java.time.LocalDate;

/**
 * A round of a contest as people name it: "PSU 19 April 2025".
 *
 * @param number its number in the contest
 * @param kind {@code REGULAR PSU PSS PSL PUSS}; message {@code round.kind.<kind>}
 * @param date the day of the voting or counting
 */
public record Round(int number, String kind, LocalDate date) {}
