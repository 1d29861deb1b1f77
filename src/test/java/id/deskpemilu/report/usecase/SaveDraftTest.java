package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Draft;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.usecase.SaveDraft.Command;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SaveDraftTest implements InHandContract {

    private final ReportDesk desk = ready();

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OPERATOR, Role.COORDINATOR, Role.SUPERVISOR);
    }

    @Override
    public void act(ReportDesk at, Actor actor, ReportAddress address, @Nullable Integer version) {
        new SaveDraft(at.inHand, at.figures, at.drafts).execute(actor, address, typed("suara_1", "90"));
    }

    @Test
    void what_was_typed_is_kept_and_the_report_stays_as_it_is() {
        Draft draft = save(People.OPERATOR, new Command("kunci", Map.of("suara_1", "9o"), Map.of("H3", "begitu")));
        assertThat(desk.drafts.all()).containsExactly(draft);
        assertThat(draft.key()).isEqualTo("kunci");
        assertThat(draft.figures()).isEqualTo(Map.of("suara_1", "9o"));
        assertThat(draft.explanations()).isEqualTo(Map.of("H3", "begitu"));
        assertThat(draft.boxes()).isGreaterThan(20);
        assertThat(draft.savedAt()).isEqualTo(ReportDesk.LATER);
        assertThat(desk.reports.saved()).isEmpty();
        assertThat(desk.process.reports()).isEmpty();
    }

    @Test
    void the_hour_is_one_that_a_script_can_compare() {
        desk.clock.advance(Duration.ofNanos(1_234_567));
        assertThat(save(People.OPERATOR, typed("suara_1", "90")).savedAt()).isEqualTo(ReportDesk.LATER.plusMillis(1));
    }

    @Test
    void boxes_are_added_to_those_before_and_the_first_key_stays() {
        save(People.OPERATOR, typed("suara_1", "90"));
        Draft draft = save(People.OPERATOR, new Command("lain", Map.of("suara_2", "108", "suara_1", ""), Map.of()));
        assertThat(draft.figures()).isEqualTo(Map.of("suara_2", "108"));
        assertThat(draft.key()).isEqualTo("kunci");
    }

    @Test
    void the_same_again_is_the_same() {
        assertThat(save(People.OPERATOR, typed("suara_1", "90")))
                .isEqualTo(save(People.OPERATOR, typed("suara_1", "90")));
        assertThat(desk.drafts.all()).hasSize(1);
    }

    @Test
    void an_emptied_draft_is_not_kept() {
        save(People.OPERATOR, typed("suara_1", "90"));
        assertThat(save(People.OPERATOR, typed("suara_1", " ")).isEmpty()).isTrue();
        assertThat(desk.drafts.all()).isEmpty();
    }

    @Test
    void everybody_has_an_own_draft() {
        save(People.OPERATOR, typed("suara_1", "90"));
        save(People.COORDINATOR, typed("suara_1", "91"));
        assertThat(desk.drafts.all())
                .extracting(draft -> draft.figures().get("suara_1"))
                .containsExactly("90", "91");
    }

    @Test
    void what_can_be_no_entry_of_this_form_is_refused() {
        desk.refuses("DRAFT_INVALID", () -> save(People.OPERATOR, typed("suara_4", "90")));
        desk.refuses("DRAFT_INVALID", () -> save(People.OPERATOR, typed("suara_1", "9".repeat(21))));
        desk.refuses("DRAFT_INVALID", () -> save(People.OPERATOR, new Command("k", Map.of(), Map.of("H0", "x"))));
    }

    @Test
    void nothing_is_typed_for_a_report_that_was_sent() {
        for (ReportMother sent : List.of(aReport().locked(), aReport().approved())) {
            ReportDesk later = ReportDesk.with(sent);
            later.refuses(
                    later.report.approvedBy() == null ? "ALREADY_REPORTED" : "ALREADY_APPROVED",
                    () -> act(later, People.OPERATOR, later.address(), null));
        }
    }

    @Test
    void nothing_is_typed_for_a_contest_that_takes_no_reports() {
        desk.contest().close();
        desk.refuses("CONTEST_NOT_OPEN", () -> save(People.OPERATOR, typed("suara_1", "90")));
    }

    private static Command typed(String field, String text) {
        return new Command("kunci", Map.of(field, text), Map.of());
    }

    private Draft save(Actor operator, Command command) {
        return new SaveDraft(desk.inHand, desk.figures, desk.drafts).execute(operator, desk.address(), command);
    }
}
