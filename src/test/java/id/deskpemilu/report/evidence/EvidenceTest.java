package id.deskpemilu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which photos of a report count. */
class EvidenceTest {

    private static final ReportId REPORT = ReportId.next();
    private static final Photo.Act ACT = new Photo.Act("siti", "Siti", Instant.EPOCH, "kabur");

    @Test
    void the_newest_version_of_a_page_counts() {
        Evidence evidence = evidence(photo(1, 2, false), photo(1, 1, false), photo(3, 1, false));
        assertThat(evidence.current())
                .extracting(Photo::page, Photo::version)
                .containsExactly(tuple(1, 2), tuple(3, 1));
        assertThat(evidence.earlier()).extracting(Photo::version).containsExactly(1);
        assertThat(evidence.state()).isEqualTo(PhotoState.SOME);
        assertThat(evidence.nextPage()).isEqualTo(2);
    }

    @Test
    void a_withdrawn_photo_gives_way_to_the_one_before() {
        Evidence evidence = evidence(photo(1, 2, true), photo(1, 1, false), photo(2, 1, true));
        assertThat(evidence.current()).extracting(Photo::page, Photo::version).containsExactly(tuple(1, 1));
        assertThat(evidence.earlier()).hasSize(2);
    }

    @Test
    void a_form_is_complete_with_as_many_pages_as_it_has() {
        assertThat(evidence().state()).isEqualTo(PhotoState.NONE);
        assertThat(evidence().nextPage()).isEqualTo(1);
        Evidence whole = evidence(photo(1, 1, false), photo(2, 1, false), photo(3, 1, false));
        assertThat(whole.state()).isEqualTo(PhotoState.COMPLETE);
        assertThat(whole.nextPage()).isEqualTo(4);
        assertThat(PhotoMother.settings().pages(ContestType.DPR)).isEqualTo(20);
        assertThat(PhotoMother.settings().pages(ContestType.BUPATI)).isEqualTo(3);
    }

    @Test
    void what_went_to_another_report_does_not_count_here() {
        Photo gone = new Photo(
                UUID.randomUUID(), ReportId.next(), 1, 1, "", "", "", 1, 1, 1, ACT, null, List.of(), List.of());
        Evidence evidence = evidence(gone, photo(2, 1, false));
        assertThat(evidence.current()).hasSize(1);
        assertThat(evidence.movedAway()).containsExactly(gone);
    }

    private static org.assertj.core.groups.Tuple tuple(int page, int version) {
        return org.assertj.core.groups.Tuple.tuple(page, version);
    }

    private static Evidence evidence(Photo... photos) {
        return new Evidence(REPORT, List.of(photos), 3);
    }

    private static Photo photo(int page, int version, boolean withdrawn) {
        return new Photo(
                UUID.randomUUID(),
                REPORT,
                page,
                version,
                "",
                "",
                "",
                1,
                1,
                1,
                ACT,
                withdrawn ? ACT : null,
                List.of(),
                List.of());
    }
}
