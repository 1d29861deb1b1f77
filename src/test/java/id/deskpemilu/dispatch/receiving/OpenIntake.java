package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.LetterId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens files of which nothing is read: what is in them is laid down before. */
public final class OpenIntake extends Intake {

    private @Nullable Taken taken;
    private Runnable meanwhile = () -> {};
    private int opened;

    public OpenIntake() {
        super(null, null);
    }

    /** What is in the next files. */
    public void holds(Taken letter) {
        taken = letter;
    }

    /** What happens while a file is opened. */
    public void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    /** How many files were opened. */
    public int opened() {
        return opened;
    }

    @Override
    public Taken open(LetterId name, String number, byte[] file) {
        opened++;
        meanwhile.run();
        return Objects.requireNonNull(taken);
    }
}
