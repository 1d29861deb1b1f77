package id.deskpemilu.election;

/**
 * An election has entered another phase.
 *
 * @param election in its new phase
 */
public record PhaseEntered(Election election) {}
