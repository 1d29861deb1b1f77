package id.deskpemilu.dispatch.signature;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * With what letters are signed, and whose signatures are believed.
 *
 * @param agency the name in a certificate that the desk makes itself
 * @param kind who signs
 * @param pkcs12 the agency's own key; also under receipts, whoever signs the letters
 * @param timestampUrl the timestamp server (RFC 3161); empty for none
 * @param trusted a file, or a folder of files, with certificates in PEM that are believed; empty for none
 * @param bsre the service of BSrE in the agency's network
 */
@ConfigurationProperties("desk.signature")
public record SignatureSettings(
        String agency, Kind kind, Pkcs12 pkcs12, String timestampUrl, String trusted, Bsre bsre) {

    /** Who signs. */
    public enum Kind {
        /** The agency, with a key of its own. */
        PKCS12,
        /** The official, through the first protocol of BSrE's service. */
        BSRE_V1,
        /** The official, through the second one. */
        BSRE_V2
    }

    /**
     * A key file.
     *
     * @param file where it lies; empty: the desk makes a key itself, worth nothing outside a rehearsal
     * @param password of the file and of the key in it
     * @param alias the name of the key in it; empty: the first one
     */
    public record Pkcs12(String file, String password, String alias) {

        /** Without the password, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Pkcs12[" + file + ", " + alias + "]";
        }
    }

    /**
     * BSrE's client service.
     *
     * @param url its address without a slash at the end
     * @param user who the desk is there
     * @param password how it proves that
     * @param timeout how long it may take to sign
     * @param appearance whether the service draws something on the page
     * @param image the PNG that it draws; needed where it draws
     */
    public record Bsre(
            String url, String user, String password, Duration timeout, Appearance appearance, String image) {

        /** Without the password, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Bsre[" + url + ", " + user + ", " + timeout + ", " + appearance + "]";
        }
    }

    /** What the service draws. */
    public enum Appearance {
        /** Nothing: the block is printed by the desk. */
        INVISIBLE,
        /** The image, in the box of the signature. */
        VISIBLE
    }
}
