package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The read-back before a letter is signed. POST {@code <base>/sign} with {@code version}, {@code code} and, where the signer
 * asks for them, {@code nik} and {@code passphrase}, which are never shown again.
 *
 * @param number that the letter will have; null if it is given at the signature
 * @param addressee the lines after "Yth."
 * @param signatory office and name under the letter
 * @param cutAt the hour of its data
 * @param contests what it says
 * @param code what is to be retyped
 * @param version of the letter that is shown
 * @param credentials whether NIK and passphrase are asked for
 * @param selfMade whether the signature counts in a rehearsal only
 * @param authenticatedAt when the person has logged in again
 * @param error why it was not signed, in the reader's language; null if nothing was refused
 * @param wrong the field that the error is about: {@code code}, {@code nik} or {@code passphrase}; null for the whole
 * @param changed whether the letter has changed since the code was read
 */
public record SignPage(
        String base,
        List<Crumb> crumbs,
        String region,
        String kind,
        @Nullable String number,
        List<String> addressee,
        List<String> signatory,
        ZonedDateTime cutAt,
        List<Contest> contests,
        String code,
        int version,
        boolean credentials,
        boolean selfMade,
        ZonedDateTime authenticatedAt,
        @Nullable String error,
        @Nullable String wrong,
        boolean changed) {

    /**
     * A contest over the whole region.
     *
     * @param slug message {@code contest.<slug>}
     * @param lines the choices in the order of the ballot
     */
    public record Contest(String slug, Coverage coverage, List<Line> lines, Line valid, Line invalid) {}

    /**
     * A figure in digits and in words.
     *
     * @param number of the ballot; 0 for a sum
     */
    public record Line(int number, String name, long figure, String words) {}
}
