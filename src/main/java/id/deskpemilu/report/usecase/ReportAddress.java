package id.deskpemilu.report.usecase;

import id.deskpemilu.shared.StationCode;

/**
 * Which report is meant.
 *
 * @param election the election's code
 * @param contest the slug of the contest's type
 * @param station the polling station
 */
public record ReportAddress(String election, String contest, StationCode station) {}
