package id.deskpemilu.dispatch;

import java.util.ArrayList;
import java.util.List;

/** The review of letters from below, which only notes what it is told. */
public final class RecordingReceivedLetterProcess implements ReceivedLetterProcess {

    private final List<String> told = new ArrayList<>();

    /** What it was told, in its order: what of which letter. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void taken(LetterId letter) {
        told.add("taken " + letter);
    }

    @Override
    public void reviewed(LetterId letter, Verdict verdict) {
        told.add(verdict + " " + letter);
    }

    @Override
    public void forwarded(LetterId letter) {
        told.add("forwarded " + letter);
    }

    @Override
    public void ended(LetterId letter) {
        told.add("ended " + letter);
    }
}
