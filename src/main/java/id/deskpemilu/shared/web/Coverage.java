package id.deskpemilu.shared.web;

import java.time.ZonedDateTime;

/**
 * What stands under every table of votes: how far one may trust it.
 *
 * @param asOf the time of the data, in the zone of the region
 * @param reported polling stations whose report is in
 * @param total polling stations in all
 * @param unverifiedPercent share of the reports in that nobody has verified yet, 0–100
 */
public record Coverage(ZonedDateTime asOf, long reported, long total, double unverifiedPercent) {}
