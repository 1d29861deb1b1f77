package id.deskpemilu.notification;

import java.time.Instant;
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

    @Override
    public List<Notice> withKeyPrefix(String prefix, int limit) {
        return notices.stream()
                .filter(notice -> notice.key().startsWith(prefix))
                .limit(limit)
                .map(notice -> new Notice(
                        notices.indexOf(notice) + 1L,
                        notice.key(),
                        notice.electionId(),
                        notice.region(),
                        notice.template(),
                        notice.values(),
                        notice.link(),
                        notice.recipient().username(),
                        notice.recipient().name(),
                        Instant.EPOCH,
                        null,
                        List.of()))
                .toList();
    }
}
