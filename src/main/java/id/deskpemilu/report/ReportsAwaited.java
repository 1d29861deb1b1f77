package id.deskpemilu.report;

import id.deskpemilu.election.Contest;
import java.util.List;

/**
 * Reports of a contest are awaited from now on.
 *
 * @param contest the contest
 * @param reports the new reports
 */
public record ReportsAwaited(Contest contest, List<Report> reports) {}
