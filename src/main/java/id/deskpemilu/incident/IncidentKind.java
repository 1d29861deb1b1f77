package id.deskpemilu.incident;

/** What sort of thing happened. */
public enum IncidentKind {
    /** Flood, storm, earthquake, fire. */
    DISASTER,
    /** Ballots, boxes, ink or forms are missing, wrong or broken. */
    LOGISTICS,
    /** Threats, brawls, destruction. */
    SECURITY,
    /** The station opened later than the law has it, or not at all. */
    DELAYED_OPENING,
    /** Anything else that the letter should know. */
    OTHER
}
