package id.deskpemilu.report;

import id.deskpemilu.report.finding.Finding;
import java.util.List;

/** Decides which reports a verifier reads blind; an election official can read and change the table behind it. */
public interface BlindCheckPolicy {

    /**
     * Whether the decisive figures must be keyed from the photo before the operator's are shown.
     *
     * @param contest the slug of the contest's type
     * @param findings what the rules say of the figures
     * @param revision the number of the revision, from 1
     * @param sample the report's place in the sample, 0 to 99, always the same for a TPS and contest
     */
    boolean requires(String contest, List<Finding> findings, int revision, int sample);
}
