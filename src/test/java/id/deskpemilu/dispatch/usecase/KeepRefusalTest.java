package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.receiving.RefusedLetter;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Sha256;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeepRefusalTest {

    private static final byte[] FILE = {1, 2, 3};

    private final TierDesk desk = new TierDesk();
    private final LetterId id = new LetterId(UUID.randomUUID());

    @Test
    void what_was_refused_of_a_sender_is_kept_without_the_file() {
        new KeepRefusal(desk.received, desk.log, desk.clock).execute(TierDesk.PROGRAM, id, FILE, "LETTER_BROKEN");
        assertThat(desk.received.refused())
                .containsExactly(new RefusedLetter(
                        TierDesk.NOW, "service-account-uji", id, TierDesk.REGENCY, "LETTER_BROKEN", Sha256.of(FILE)));
        assertThat(desk.log.types()).containsExactly("LetterRefused");
    }

    @Test
    void what_somebody_else_sends_is_not_kept() {
        for (Role role : Role.OF_PEOPLE) {
            new KeepRefusal(desk.received, desk.log, desk.clock)
                    .execute(TierDesk.actor("orang", role, "98"), id, FILE, "ROLE_MISSING");
        }
        assertThat(desk.received.refused()).isEmpty();
        assertThat(desk.log.lines()).isEmpty();
    }
}
