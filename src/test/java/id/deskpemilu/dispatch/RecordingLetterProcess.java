package id.deskpemilu.dispatch;

import id.deskpemilu.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The way of the letters, which only notes what it is told. */
public final class RecordingLetterProcess implements LetterProcess {

    private final List<String> told = new ArrayList<>();
    private boolean drafting;

    /** From now on the draft is being printed, and nothing is reviewed. */
    public void draft() {
        drafting = true;
    }

    /** What it was told, in its order: what of which letter. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void planned(LetterId letter, Instant cutAt) {
        told.add("planned " + letter + " at " + cutAt);
    }

    @Override
    public void redated(LetterId letter, Instant cutAt) {
        told.add("redated " + letter + " to " + cutAt);
    }

    @Override
    public void requireReviewable(LetterId letter) {
        if (drafting) {
            throw Refusal.conflict("LETTER_BEING_DRAFTED");
        }
    }

    @Override
    public void reviewed(LetterId letter, Review review) {
        requireReviewable(letter);
        told.add(review + " " + letter);
    }

    @Override
    public void resend(LetterId letter) {
        told.add("resend " + letter);
    }

    @Override
    public void receipted(LetterId letter) {
        told.add("receipted " + letter);
    }

    @Override
    public void ended(LetterId letter) {
        told.add("ended " + letter);
    }
}
