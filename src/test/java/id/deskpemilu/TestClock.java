package id.deskpemilu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is put forward by hand. */
public final class TestClock extends Clock {

    private volatile Instant now;

    /** A clock that stands still at the moment. */
    public TestClock(String moment) {
        now = Instant.parse(moment);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Puts it forward. */
    public void advance(Duration time) {
        now = now.plus(time);
    }
}
