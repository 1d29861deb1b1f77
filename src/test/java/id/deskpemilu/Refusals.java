package id.deskpemilu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.deskpemilu.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say of refusals. */
public final class Refusals {

    private Refusals() {}

    /** The act is refused with the code. */
    public static Refusal refused(String code, ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).as("refusal %s", code).isInstanceOf(Refusal.class);
        Refusal refusal = (Refusal) thrown;
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
