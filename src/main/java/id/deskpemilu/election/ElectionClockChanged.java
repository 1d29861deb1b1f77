package id.deskpemilu.election;

/**
 * The clock of a rehearsal runs differently from now on: hours that lie ahead come at other real moments.
 *
 * @param electionId the rehearsal
 */
public record ElectionClockChanged(long electionId) {}
