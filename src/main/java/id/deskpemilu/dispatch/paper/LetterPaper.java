package id.deskpemilu.dispatch.paper;

import org.springframework.stereotype.Component;

/** Prints letters. */
@Component
public class LetterPaper {

    /** The letter as PDF. */
    public Printed print(LetterDocument document) {
        throw new UnsupportedOperationException();
    }
}
