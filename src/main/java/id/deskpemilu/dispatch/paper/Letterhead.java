package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.paper.kit.PaperSize;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the text of a letter; configured for each office.
 *
 * @param size the paper
 * @param emblem the coat of arms as PNG; null for none
 * @param government the first line, e.g. PEMERINTAH KABUPATEN JOMBANG
 * @param agency the second line, larger, e.g. BADAN KESATUAN BANGSA DAN POLITIK
 * @param address the lines below: street, telephone, e-mail, site, postcode
 * @param place where letters are dated
 * @param nature Sifat, e.g. Segera
 * @param addressee the lines after "Yth.", the last one the place
 * @param copies tembusan; empty for none
 * @param basis what the letter rests on (dasar), one entry each
 * @param footer the sentence about the signature at the foot of each page; it names BSrE only where BSrE's certificates sign
 */
public record Letterhead(
        PaperSize size,
        byte @Nullable [] emblem,
        String government,
        String agency,
        List<String> address,
        String place,
        String nature,
        List<String> addressee,
        List<String> copies,
        List<String> basis,
        String footer) {

    public Letterhead {
        address = List.copyOf(address);
        addressee = List.copyOf(addressee);
        copies = List.copyOf(copies);
        basis = List.copyOf(basis);
    }

    /** All of it in words: two letterheads that look the same say the same, in another run of the program too. */
    public String words() {
        Letterhead without = new Letterhead(
                size, null, government, agency, address, place, nature, addressee, copies, basis, footer);
        return without + " " + Arrays.hashCode(emblem);
    }
}
