package id.deskpemilu.escalation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.notification.NewNotice;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnounceEndTest {

    private final EveningDesk desk = new EveningDesk();

    @Test
    void whoever_was_told_above_the_desa_hears_that_it_is_over() {
        announce(ended(Level.KECAMATAN, Escalation.Outcome.DONE));
        assertThat(desk.notices.told()).containsExactly("ESCALATION_ENDED koordinator");
        NewNotice notice = desk.notices.posted().get(0);
        assertThat(notice.values()).isEqualTo(List.of("Pasir"));
        announce(ended(Level.KABUPATEN, Escalation.Outcome.DONE));
        assertThat(desk.notices.told())
                .containsExactly(
                        "ESCALATION_ENDED koordinator", "ESCALATION_ENDED koordinator", "ESCALATION_ENDED supervisor");
    }

    @Test
    void it_is_announced_once() {
        Escalation escalation = ended(Level.KABUPATEN, Escalation.Outcome.DONE);
        announce(escalation);
        announce(escalation);
        assertThat(desk.notices.posted()).hasSize(2);
    }

    @Test
    void what_nobody_above_the_desa_heard_of_is_no_news() {
        announce(ended(Level.RESPONSIBLE, Escalation.Outcome.DONE));
        assertThat(desk.notices.posted()).isEmpty();
    }

    @Test
    void that_a_contest_was_closed_is_no_news_and_what_goes_on_has_not_ended() {
        announce(ended(Level.KABUPATEN, Escalation.Outcome.CLOSED));
        announce(desk.silent(Level.KABUPATEN));
        assertThat(desk.notices.posted()).isEmpty();
    }

    @Test
    void an_escalation_that_there_is_not_is_not_announced() {
        desk.refuses("ESCALATION_UNKNOWN", () -> useCase().execute(EscalationId.random()));
    }

    private Escalation ended(Level level, Escalation.Outcome outcome) {
        Escalation escalation = desk.silent(level);
        escalation.end(outcome, EveningDesk.NOW);
        return escalation;
    }

    private void announce(Escalation escalation) {
        useCase().execute(escalation.id());
    }

    private AnnounceEnd useCase() {
        return new AnnounceEnd(desk.escalations, desk.people, desk.notices, desk.regions);
    }
}
