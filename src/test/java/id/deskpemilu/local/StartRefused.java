package id.deskpemilu.local;

import java.nio.file.Path;

/** The local desk cannot start; the message is the one line that the user reads. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String line) {
        super(line);
    }

    StartRefused(String line, Throwable cause) {
        super(line, cause);
    }

    /** The demo is there in part: the next start goes on where this one stopped, a new folder begins anew. */
    static StartRefused halfSeeded(Path data, RuntimeException cause) {
        return new StartRefused(
                ("Data simulasi belum lengkap (%s). Mulai lagi untuk melanjutkan; bila gagal lagi, hapus folder %s dan "
                                + "mulai dari awal.")
                        .formatted(cause.getMessage(), data),
                cause);
    }
}
