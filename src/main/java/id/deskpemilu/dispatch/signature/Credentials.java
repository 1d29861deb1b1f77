package id.deskpemilu.dispatch.signature;

import java.util.Arrays;

/**
 * What an official types at the moment of signing: never stored, never logged, wiped after use.
 *
 * @param nik 16 digits
 * @param passphrase of the certificate
 */
public record Credentials(String nik, char[] passphrase) implements AutoCloseable {

    /** For signers that ask for nothing. */
    public static Credentials none() {
        return new Credentials("", new char[0]);
    }

    /** Overwrites the passphrase. */
    @Override
    public void close() {
        Arrays.fill(passphrase, '\0');
    }

    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
