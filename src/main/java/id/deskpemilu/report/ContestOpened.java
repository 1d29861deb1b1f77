package id.deskpemilu.report;

import id.deskpemilu.election.Contest;

/**
 * Every station of the contest has its case: reports are awaited from now on.
 *
 * @param contest the contest
 */
public record ContestOpened(Contest contest) {}
