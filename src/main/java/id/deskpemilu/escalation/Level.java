package id.deskpemilu.escalation;

/** Whose turn it is, from the bottom. */
public enum Level {
    /** Those who owe it: the operators of the desa, or the verifiers. */
    RESPONSIBLE,
    /** The coordinator of the kecamatan. */
    KECAMATAN,
    /** The supervisors of the kabupaten. */
    KABUPATEN;

    /** The next one up; the highest stays. */
    public Level next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }
}
