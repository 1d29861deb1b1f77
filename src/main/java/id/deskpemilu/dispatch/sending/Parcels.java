package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterArchive;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.Zone;
import org.springframework.stereotype.Component;

/** Puts together what is carried. */
@Component
class Parcels {

    private final Letters letters;
    private final LetterArchive archive;
    private final Regions regions;

    Parcels(Letters letters, LetterArchive archive, Regions regions) {
        this.letters = letters;
        this.archive = archive;
        this.regions = regions;
    }

    Parcel of(TransferQueue.Claimed claimed) {
        Letter letter = letters.get(claimed.letter());
        byte[] pdf = archive.signedPdf(claimed.letter())
                .orElseThrow(() -> new IllegalStateException("a letter that is not signed is not sent"));
        Region region = regions.find(letter.region())
                .orElse(new Region(letter.region(), letter.region().dotted(), Zone.WIB));
        String number = letter.number();
        return new Parcel(
                letter.id(),
                claimed.act(),
                number == null ? "" : number,
                letter.kind(),
                letter.region(),
                region.name(),
                letter.election().name(),
                letter.election().isSimulation(),
                letter.cutAt().atZone(region.zone().id()),
                pdf,
                Sha256.of(pdf),
                claimed.reason());
    }
}
