package id.deskpemilu.notification.push;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses of push services the desk calls. The address comes from a browser, so anybody who is signed in can write
 * one: it must not lead the desk to a server inside its own network.
 */
final class PushAddress {

    private static final int LONGEST = 1_000;
    private static final int HTTPS = 443;

    private PushAddress() {}

    /**
     * Reads an address.
     *
     * @param hosts the services that may be called, by the end of their names
     * @return the address; empty if it is not https to one of these services
     */
    static Optional<URI> of(String text, Collection<String> hosts) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            String host = address.getHost();
            boolean allowed = "https".equalsIgnoreCase(address.getScheme())
                    && host != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && (address.getPort() == -1 || address.getPort() == HTTPS)
                    && hosts.stream().anyMatch(service -> isOf(host.toLowerCase(Locale.ROOT), service));
            return allowed ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOf(String host, String service) {
        return host.equals(service) || host.endsWith("." + service);
    }

    /** Whether the network address is one of the public internet; a name may lead anywhere. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            boolean carrier = first == 100 && second >= 64 && second < 128; // 100.64.0.0/10
            boolean benchmark = first == 198 && (second == 18 || second == 19);
            return first != 0 && first < 240 && !carrier && !benchmark;
        }
        boolean unique = (first & 0xfe) == 0xfc; // fc00::/7
        boolean translated = first == 0 && second == 0x64; // 64:ff9b::/96 reaches any IPv4
        boolean tunnelled = first == 0x20 && second == 0x02; // 2002::/16, the same
        return address instanceof Inet6Address && !unique && !translated && !tunnelled;
    }
}
