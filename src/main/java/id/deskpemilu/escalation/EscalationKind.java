package id.deskpemilu.escalation;

/** What somebody is waited for. */
public enum EscalationKind {
    /** Stations of a desa have not reported. */
    UNREPORTED,
    /** Reports of a kecamatan wait for a verifier for too long. */
    UNVERIFIED,
    /** Corrections of a desa wait for the operator's answer for too long. */
    UNANSWERED
}
