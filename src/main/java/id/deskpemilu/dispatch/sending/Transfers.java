package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.LetterId;
import org.springframework.stereotype.Component;

/** Letters on their way. */
@Component
public class Transfers {

    /** Sends. */
    public void enqueue(LetterId letter) {
        throw new UnsupportedOperationException();
    }

    /** Sends again. */
    public void resend(LetterId letter) {
        throw new UnsupportedOperationException();
    }
}
