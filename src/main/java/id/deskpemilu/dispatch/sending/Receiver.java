package id.deskpemilu.dispatch.sending;

import id.deskpemilu.shared.RegionCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Somebody who gets letters, and by which road. What is secret belongs into the environment, never into a file.
 *
 * @param name its key: lower-case letters, digits and hyphens; must not change while letters are on their way
 * @param title what people read, e.g. Bakesbangpol Provinsi Jawa Timur
 * @param channel by which road
 * @param regions whose letters it gets, exactly these regions; empty for those of all
 * @param desk for the road DESK
 * @param mail for the road MAIL
 * @param sftp for the road SFTP
 */
public record Receiver(
        String name,
        String title,
        TransferChannel channel,
        @DefaultValue List<String> regions,
        @Nullable Desk desk,
        @Nullable Mail mail,
        @Nullable Sftp sftp) {

    /** Where nobody is set up a person carries the letter. */
    public static final Receiver BY_HAND =
            new Receiver("unduh", "Diserahkan sendiri", TransferChannel.DOWNLOAD, List.of(), null, null, null);

    /** Whether it gets the letters of that region. */
    public boolean gets(RegionCode region) {
        return regions.isEmpty() || regions.stream().map(RegionCode::of).anyMatch(region::equals);
    }

    /**
     * Another Desk Pemilu.
     *
     * @param url its address without a slash at the end
     * @param tokenUrl where its Keycloak gives tokens
     * @param clientId the client that it gave us
     * @param clientSecret its secret
     * @param sealCertificate the SHA-256 of the certificate that its receipts are sealed with; empty if it is not compared
     */
    public record Desk(
            String url,
            String tokenUrl,
            String clientId,
            String clientSecret,
            @DefaultValue("") String sealCertificate) {

        /** Without the secret, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Desk[" + url + ", " + clientId + "]";
        }
    }

    /**
     * E-mail, by the server of {@code desk.messages.mail}.
     *
     * @param to the addresses
     */
    public record Mail(List<String> to) {}

    /**
     * A server for files.
     *
     * @param host its name
     * @param port its port
     * @param username who the desk is there
     * @param password how it proves that; empty with a key
     * @param privateKey the private key as PEM; empty with a password
     * @param passphrase of the key; empty if it has none
     * @param hostKey who the server is: its key as {@code ssh-keyscan} writes it, or that key's SHA256:… fingerprint
     * @param folder where files are put; it has to be there
     */
    public record Sftp(
            String host,
            @DefaultValue("22") int port,
            String username,
            @DefaultValue("") String password,
            @DefaultValue("") String privateKey,
            @DefaultValue("") String passphrase,
            String hostKey,
            @DefaultValue(".") String folder) {

        /** Without the secrets, so that no log ever holds them. */
        @Override
        public String toString() {
            return "Sftp[" + username + "@" + host + ":" + port + "]";
        }
    }
}
