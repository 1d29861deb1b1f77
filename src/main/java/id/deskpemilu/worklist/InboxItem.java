package id.deskpemilu.worklist;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.RoundName;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.shared.StationCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that waits for somebody.
 *
 * @param election the election's code
 * @param contest the contest's type
 * @param station the polling station
 * @param villageName its desa or kelurahan
 * @param districtName its kecamatan
 * @param round the later round that it reports in; null for the first
 * @param status what the report waits for
 * @param since since when
 * @param secondLook whether two verifiers have to look
 * @param worst the weight of its gravest finding
 * @param findings the codes of its findings
 * @param holder the verifier who has it in hand
 * @param holderName that person's name, if known
 * @param heldSince since when
 * @param photos of how many pages of its form there is a photo
 * @param commented whether its operator has said something that nobody has answered
 * @param onBehalf whether somebody else entered it than the operator
 */
public record InboxItem(
        String election,
        ContestType contest,
        StationCode station,
        String villageName,
        String districtName,
        @Nullable RoundName round,
        ReportStatus status,
        Instant since,
        boolean secondLook,
        @Nullable Severity worst,
        List<String> findings,
        @Nullable String holder,
        @Nullable String holderName,
        @Nullable Instant heldSince,
        int photos,
        boolean commented,
        boolean onBehalf) {}
