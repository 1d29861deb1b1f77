package id.deskpemilu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.Quietly;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of photos does. */
interface PhotoStoreContract {

    PhotoStore store();

    @Test
    default void what_was_put_is_got() {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        String sha256 = Sha256.of(content);
        store().put(sha256, content);
        assertThat(store().get(sha256)).isEqualTo(content);
    }

    @Test
    default void the_same_again_changes_nothing() {
        byte[] content = {1, 2, 3};
        store().put(Sha256.of(content), content);
        store().put(Sha256.of(content), content);
        assertThat(store().get(Sha256.of(content))).isEqualTo(content);
    }

    @Test
    default void what_is_not_there_is_said_to_be_out_of_reach() throws Exception {
        Refusal refusal = Quietly.call(
                List.of("id.deskpemilu.report.evidence"),
                () -> catchThrowableOfType(Refusal.class, () -> store().get(Sha256.of(new byte[] {9}))));
        assertThat(refusal.code()).isEqualTo("PHOTO_STORE_DOWN");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }
}
