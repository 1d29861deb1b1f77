package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.BlindCheck;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckBlindTest implements InHandContract.WithVersion {

    private static final Map<String, Object> AS_SENT =
            Map.of("suara_1", "90", "suara_2", 108, "suara_3", 10, "suara_sah", 208, "suara_tidak_sah", 2);

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().blind().locked());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.VERIFIER);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        new CheckBlind(desk.inHand, desk.figures).execute(actor, address, AS_SENT, version);
    }

    @Test
    void whoever_reads_the_same_from_the_photo_agrees_and_sees_the_figures() {
        ReportDesk desk = ready();
        assertThat(desk.report.isVeiledFor(People.FIRST)).isTrue();
        BlindCheck check = check(desk, People.FIRST, AS_SENT);
        assertThat(check.agrees()).isTrue();
        assertThat(check.at()).isEqualTo(ReportDesk.LATER);
        assertThat(desk.report.isVeiledFor(People.FIRST)).isFalse();
        assertThat(desk.report.isVeiledFor(People.SECOND)).isTrue();
        assertThat(desk.report.holder()).isEqualTo("verifikator.satu");
        assertThat(desk.reports.eventTypes()).containsExactly("CheckedBlind");
        assertThat(desk.process.reports()).isEmpty();
    }

    @Test
    void what_was_read_otherwise_is_named_and_every_attempt_is_kept() {
        ReportDesk desk = ready();
        assertThat(check(desk, People.FIRST, with("suara_1", 91)).differing()).containsExactly("suara_1");
        assertThat(check(desk, People.FIRST, AS_SENT).agrees()).isTrue();
        assertThat(desk.report.blindChecks()).extracting(BlindCheck::agrees).containsExactly(false, true);
        assertThat(desk.report.status()).isEqualTo(ReportStatus.LOCKED);
    }

    @Test
    void every_decisive_field_is_read_and_no_other() {
        ReportDesk desk = ready();
        Map<String, Object> short_ = new HashMap<>(AS_SENT);
        short_.remove("suara_3");
        desk.refuses("FIGURES_INVALID", () -> check(desk, People.FIRST, short_));
        desk.refuses("FIGURES_INVALID", () -> check(desk, People.FIRST, with("ss_sisa", 86)));
        desk.refuses("FIGURES_INVALID", () -> check(desk, People.FIRST, with("suara_1", "9o")));
    }

    @Test
    void whoever_has_looked_already_does_not_read_it_again() {
        ReportMother mother = aReport().correctionConfirmed();
        mother.report().applyCorrection(People.SECOND, 1, List.of(), true, ReportMother.NOW);
        ReportDesk desk = ReportDesk.with(mother);
        desk.refuses("FOUR_EYES", () -> check(desk, People.FIRST, AS_SENT));
        desk.refuses("FOUR_EYES", () -> check(desk, People.SECOND, AS_SENT));
        assertThat(check(desk, People.THIRD, with("suara_1", 91)).revision()).isEqualTo(2);
    }

    @Test
    void what_a_colleague_holds_is_not_read() {
        ReportDesk desk = ReportDesk.with(aReport().blind().locked().heldBy(People.FIRST));
        desk.refuses("HELD_BY_ANOTHER", () -> check(desk, People.SECOND, AS_SENT));
    }

    @Test
    void nothing_is_read_before_it_was_sent_or_after_it_was_judged() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.LOCKED, ReportStatus.RECHECK))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> check(desk, People.THIRD, AS_SENT));
        }
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> keyed = new HashMap<>(AS_SENT);
        keyed.put(field, value);
        return keyed;
    }

    private static BlindCheck check(ReportDesk desk, Actor verifier, Map<String, ?> keyed) {
        return new CheckBlind(desk.inHand, desk.figures).execute(verifier, desk.address(), keyed, null);
    }
}
