package id.deskpemilu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
final class Ports {

    private Ports() {}

    /**
     * Makes sure that nobody listens on the port.
     *
     * @param what who wants it, for the message
     * @param variable the environment variable that chooses another one
     * @throws StartRefused when somebody does
     */
    static void needFree(int port, String what, String variable) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port that was used a minute ago is free
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartRefused(
                    "Port %d (%s) sudah dipakai program lain. Hentikan program itu atau pilih port lain: %s=…"
                            .formatted(port, what, variable),
                    e);
        }
    }

    /** A port that is free now. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The port that a variable names, or the default.
     *
     * @throws StartRefused when its value is not a port
     */
    static int of(String variable, int fallback) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            return fallback;
        }
        if (!value.strip().matches("\\d{1,5}")
                || Integer.parseInt(value.strip()) > 65_535
                || Integer.parseInt(value.strip()) < 1) {
            throw new StartRefused(variable + "=" + value + " bukan nomor port (1 sampai 65535).");
        }
        return Integer.parseInt(value.strip());
    }
}
