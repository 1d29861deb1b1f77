package id.deskpemilu.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By which roads notices leave the desk. A road without its settings is closed.
 *
 * @param address where browsers find the desk, without a slash at the end; empty if it was not told
 * @param lease how long a node may take for the messages that it took; then another one tries
 * @param mostAttempts after so many a message is given up
 * @param firstWait how long after the first failure; doubled at each further one
 * @param longestWait at most so long between two attempts
 * @param perMinute how many messages a channel may send, all nodes together
 * @param mail the server for e-mail
 * @param chat which provider sends WhatsApp messages
 * @param cloud WhatsApp's own Cloud API
 * @param fonnte the gateway Fonnte
 * @param wablas the gateway Wablas
 * @param webhook another program of the agency
 * @param push the push services of browsers
 */
@ConfigurationProperties("desk.messages")
public record MessageSettings(
        String address,
        Duration lease,
        int mostAttempts,
        Duration firstWait,
        Duration longestWait,
        Map<Channel, Integer> perMinute,
        Mail mail,
        Chat chat,
        Cloud cloud,
        Fonnte fonnte,
        Wablas wablas,
        Webhook webhook,
        Push push) {

    private static final int UNHURRIED = 60;

    /** Who sends WhatsApp messages. */
    public enum Chat {
        NONE,
        CLOUD,
        FONNTE,
        WABLAS
    }

    /** How the way to the mail server is kept secret. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /**
     * A mail server.
     *
     * @param host its name; empty closes the road
     * @param port its port
     * @param security how the way to it is kept secret
     * @param username who the desk is there; empty if it asks for nobody
     * @param password how it proves that
     * @param from the address that messages come from
     */
    public record Mail(String host, int port, Security security, String username, String password, String from) {

        /** Without the password, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + ", " + security + ", " + from + "]";
        }
    }

    /**
     * WhatsApp Cloud API: the desk may begin a conversation only with templates that Meta has approved.
     *
     * @param url its address with the version, without a slash at the end
     * @param phoneNumberId the number that messages come from, as Meta calls it
     * @param token the bearer token
     * @param template the template for every notice: its body has three parameters, title, text and link
     * @param templates templates for single notices, {@code STAGE_REMINDER=desk_pengingat,…}: the body's parameters are
     *     the notice's values and then the link; not used in a rehearsal, which has to say SIMULASI
     * @param language the language the templates are approved in
     * @param appSecret proves that a report of delivery comes from Meta; empty closes that door
     * @param verifyToken what Meta repeats when the address for these reports is entered there
     */
    public record Cloud(
            String url,
            String phoneNumberId,
            String token,
            String template,
            String templates,
            String language,
            String appSecret,
            String verifyToken) {

        /** The WhatsApp templates by the notices they are for. */
        public Map<String, String> byNotice() {
            Map<String, String> named = new TreeMap<>();
            for (String pair : templates.split(",")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    named.put(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
            return named;
        }

        /** Without the secrets, so that no log ever holds them. */
        @Override
        public String toString() {
            return "Cloud[" + url + ", " + phoneNumberId + "]";
        }
    }

    /**
     * Fonnte.
     *
     * @param url its address without a slash at the end
     * @param token the token of the device that sends
     */
    public record Fonnte(String url, String token) {

        /** Without the token, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Fonnte[" + url + "]";
        }
    }

    /**
     * Wablas.
     *
     * @param url the server of this customer, e.g. {@code https://solo.wablas.com}
     * @param token the token of the device, or token and secret key with a dot between them
     */
    public record Wablas(String url, String token) {

        /** Without the token, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Wablas[" + url + "]";
        }
    }

    /**
     * Another program.
     *
     * @param url where it listens; empty closes the road
     * @param secret what its messages are signed with
     */
    public record Webhook(String url, String secret) {

        /** Without the secret, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }

    /**
     * Push services of browsers.
     *
     * @param hosts the services that may be asked, by the end of their names: the address comes from the browser, and the desk
     *     calls no other servers for it; none, or a dash, closes the road
     * @param contact how a push service reaches who runs this desk, {@code mailto:…} or {@code https://…}; empty: the
     *     desk's own address
     * @param publicKey the public key of the desk, base64url; empty: a pair is made once and kept in the database
     * @param privateKey the private key that belongs to it, base64url
     */
    public record Push(List<String> hosts, String contact, String publicKey, String privateKey) {

        /** Whether the desk pushes at all. */
        public boolean isOpen() {
            return hosts.stream().anyMatch(host -> !host.equals("-"));
        }

        /** Without the keys, so that no log ever holds them. */
        @Override
        public String toString() {
            return "Push[" + hosts + "]";
        }
    }

    /** How many messages the channel may send in a minute. */
    public int perMinute(Channel channel) {
        return perMinute.getOrDefault(channel, UNHURRIED);
    }
}
