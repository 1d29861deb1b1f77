package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.shared.RegionCode;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a road carries.
 *
 * @param letter its name, by which the receiver knows it again
 * @param act the letter or its withdrawal
 * @param number as it is printed
 * @param kind how much it says
 * @param region whom it is about
 * @param place the name of that region
 * @param election the election's name
 * @param rehearsal whether it says SIMULASI
 * @param cut the hour of its figures, by the clock of the place
 * @param pdf the signed file
 * @param sha256 of the file
 * @param reason of the withdrawal; null with a letter
 */
record Parcel(
        LetterId letter,
        Transfer.Act act,
        String number,
        LetterKind kind,
        RegionCode region,
        String place,
        String election,
        boolean rehearsal,
        ZonedDateTime cut,
        byte[] pdf,
        String sha256,
        @Nullable String reason) {}
