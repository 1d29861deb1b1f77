package id.deskpemilu.notification;

import java.util.ArrayList;
import java.util.List;

/** Notices without a database: one of each key. */
public final class NoticesInMemory extends Notices {

    private final List<NewNotice> notices = new ArrayList<>();

    public NoticesInMemory() {
        super(null, null, null, null);
    }

    /** Those that were posted, in their order. */
    public List<NewNotice> posted() {
        return List.copyOf(notices);
    }

    /** Template and account of those that were posted. */
    public List<String> told() {
        return notices.stream()
                .map(notice -> notice.template() + " " + notice.recipient().username())
                .toList();
    }

    @Override
    public int post(List<NewNotice> some) {
        return (int) some.stream().filter(this::post).count();
    }

    @Override
    public boolean post(NewNotice notice) {
        boolean isNew = notices.stream().noneMatch(other -> other.key().equals(notice.key()));
        if (isNew) {
            notices.add(notice);
        }
        return isNew;
    }
}
