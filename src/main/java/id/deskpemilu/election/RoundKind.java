package id.deskpemilu.election;

/** Why the stations of a round report. */
public enum RoundKind {
    /** The voting of the election day: the first round of every contest. */
    REGULAR,
    /** Pemungutan suara ulang: the voting is done again, since the first one was not valid. */
    PSU,
    /** Pemungutan suara susulan: no voting could be held on the day; it is held later. */
    PSS,
    /** Pemungutan suara lanjutan: the voting was broken off and is continued. */
    PSL,
    /** Penghitungan ulang surat suara: the same ballot papers are counted again. */
    PUSS;

    /** Whether an administrator can open a round of this kind. */
    public boolean isLater() {
        return this != REGULAR;
    }

    /** Whether it can be held with another ballot: papers that are counted again are what they were. */
    public boolean mayChangeBallot() {
        return this != PUSS && this != REGULAR;
    }
}
