package id.deskpemilu.dispatch.paper;

import id.deskpemilu.board.map.RegionMap;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.snapshot.Frozen;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a letter is printed from; the same document prints the same bytes.
 *
 * @param letter its name
 * @param kind how much it says
 * @param frozen the figures
 * @param prose what the supervisor wrote
 * @param head what stands around the text
 * @param number as printed, e.g. {@code 200.2.1/014/405.07/2024}
 * @param date of the letter, by the clock of the place
 * @param signatory who signs
 * @param supersedes the number of the letter that it takes the place of; null for none
 * @param checkAddress the page on which anybody can check it, without the letter's name: the QR code adds {@code /} name
 *     {@code ?h=} the first 8 digits of the hash
 * @param outlines the map of the region's parts; null where there is none
 * @param draft whether it is printed for review: DRAF across every page, no signature block
 */
public record LetterDocument(
        UUID letter,
        LetterKind kind,
        Frozen frozen,
        Prose prose,
        Letterhead head,
        String number,
        LocalDate date,
        Signatory signatory,
        @Nullable String supersedes,
        String checkAddress,
        @Nullable RegionMap outlines,
        boolean draft) {}
