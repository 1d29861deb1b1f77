package id.deskpemilu.dispatch.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which anybody can check a letter. GET {@code /check} with {@code letter} and {@code h} from the printed page;
 * POST {@code /check} with the file.
 *
 * @param letter as it was typed
 * @param hash as it was typed
 * @param largest megabytes of a file at most
 * @param problem why nothing is said, in the reader's language; null if nothing was asked or something is said
 * @param answer what is said; null if nothing
 */
public record CheckPage(
        String letter,
        String hash,
        int largest,
        @Nullable String problem,
        @Nullable Answer answer) {

    /**
     * What is said.
     *
     * @param outcome message {@code check.outcome.<outcome>}
     * @param tone {@code good}, {@code warn} or {@code bad}
     * @param known whether this desk has the letter
     * @param byFile whether a file was looked at, or only the name and the hash from the paper
     * @param paper what stands on the letter; null if nothing vouches for it
     * @param standing {@code IN_FORCE}, {@code SUPERSEDED} or {@code WITHDRAWN}; null if this desk does not know
     * @param newer the letter that took its place; null if none did
     * @param withdrawn why it was withdrawn; null if it was not
     * @param added whether signatures were added to the file since it left this desk
     * @param differences messages {@code check.differs.<difference>}
     * @param fileHash of the file
     * @param keptHash of the file that was signed here; null if it is the same, or none was
     * @param figures as they were; null if nothing vouches for any
     */
    public record Answer(
            String outcome,
            String tone,
            boolean rehearsal,
            boolean known,
            boolean byFile,
            @Nullable Paper paper,
            List<Signature> signatures,
            @Nullable String standing,
            @Nullable Newer newer,
            @Nullable String withdrawn,
            boolean added,
            List<String> differences,
            String fileHash,
            @Nullable String keptHash,
            LetterPage.@Nullable Summary figures) {}

    /**
     * What stands on the letter.
     *
     * @param number null if only the file is known, not the letter
     * @param kind {@code FULL} or {@code FLASH}; null likewise
     */
    public record Paper(
            String letter,
            @Nullable String number,
            @Nullable String kind,
            String election,
            String region,
            ZonedDateTime at) {}

    /** The newer letter: its number and where to check it. */
    public record Newer(String number, String href) {}

    /**
     * A signature.
     *
     * @param at null if the file does not say
     * @param good whether it holds
     * @param why message {@code check.signature.<why>}: {@code HOLDS CHANGED ADDED EXPIRED}
     * @param trust message {@code check.trust.<trust>}
     */
    public record Signature(
            String signer,
            @Nullable String organisation,
            String issuer,
            @Nullable ZonedDateTime at,
            boolean timestamped,
            boolean good,
            String why,
            String trust) {}
}
