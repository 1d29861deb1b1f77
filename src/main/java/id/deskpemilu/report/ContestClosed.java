package id.deskpemilu.report;

import id.deskpemilu.election.Contest;

/**
 * The contest takes no further report.
 *
 * @param contest the contest
 */
public record ContestClosed(Contest contest) {}
