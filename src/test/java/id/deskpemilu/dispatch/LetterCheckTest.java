package id.deskpemilu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.shared.Refusal;
import org.junit.jupiter.api.Test;

/** What is no file to be checked is refused before anything looks at it; the checks themselves are in CheckIT. */
class LetterCheckTest {

    private final LetterCheck check = new LetterCheck(null, null, null, null);

    @Test
    void nothing_and_too_much_are_refused_unseen() {
        assertThat(code(new byte[0])).isEqualTo("CHECK_FILE_MISSING");
        assertThat(code(new byte[LetterCheck.LARGEST + 1])).isEqualTo("CHECK_FILE_TOO_LARGE");
    }

    private String code(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> check.check(file)).code();
    }
}
