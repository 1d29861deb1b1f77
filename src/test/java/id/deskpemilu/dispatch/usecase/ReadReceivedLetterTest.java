package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.identity.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadReceivedLetterTest {

    private static final Set<Role> READERS = Set.of(Role.SUPERVISOR, Role.AUDITOR, Role.SENDER);

    private final TierDesk desk = new TierDesk();
    private final ReceivedLetter letter = desk.taken(TierDesk.NOW, "a".repeat(64));

    @Test
    void those_who_watch_the_region_read_it_and_nobody_else() {
        for (Role role : Role.values()) {
            if (READERS.contains(role)) {
                assertThat(useCase().execute(TierDesk.actor("orang", role, "98"), letter.id()))
                        .isEqualTo(letter);
                desk.refuses(
                        "REGION_FOREIGN",
                        () -> useCase().execute(TierDesk.actor("tetangga", role, "9802"), letter.id()));
            } else {
                desk.refuses("ROLE_MISSING", () -> useCase().execute(TierDesk.actor("orang", role, "98"), letter.id()));
            }
        }
    }

    @Test
    void a_letter_that_never_came_is_not_read() {
        desk.refuses("LETTER_UNKNOWN", () -> useCase().execute(TierDesk.SUPERVISOR, new LetterId(UUID.randomUUID())));
    }

    private ReadReceivedLetter useCase() {
        return new ReadReceivedLetter(desk.received);
    }
}
