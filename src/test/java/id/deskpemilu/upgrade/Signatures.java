package id.deskpemilu.upgrade;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.signature.Credentials;
import id.deskpemilu.dispatch.usecase.SignLetter;
import id.deskpemilu.dispatch.usecase.SignatureOrder;
import java.time.Instant;

/** What a supervisor does who has just logged in and read the letter. */
record Signatures(Desk desk) {

    Letter sign(String regency, LetterId id) {
        Letter letter = desk.bean(Letters.class).get(id);
        String code = letter.confirmationCode(
                desk.bean(LetterPrinter.class).figures(id).sha256());
        return desk.bean(SignLetter.class)
                .execute(
                        Desk.supervisor(regency),
                        id,
                        new SignatureOrder(letter.version(), code, Credentials.none(), Instant.now()));
    }
}
