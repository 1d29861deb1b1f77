package id.deskpemilu.local;

/** The local desk cannot start; the message is the one line that the user reads. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String line) {
        super(line);
    }

    StartRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
