package id.deskpemilu.election;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicLong;

/** Gives keys to what is kept, as the database does. */
final class Keys {

    private static final AtomicLong LAST = new AtomicLong();

    private Keys() {}

    static void give(Election election) {
        give(Election.class, election);
    }

    static void give(Contest contest) {
        give(contest.election());
        give(Contest.class, contest);
    }

    private static <T> void give(Class<T> type, T kept) {
        try {
            Field id = type.getDeclaredField("id");
            id.setAccessible(true);
            if (id.get(kept) == null) {
                id.set(kept, LAST.incrementAndGet());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
