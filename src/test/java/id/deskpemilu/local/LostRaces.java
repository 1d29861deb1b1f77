package id.deskpemilu.local;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Keeps from the log of tests, and of the desk of the first command, that a job of the engine met somebody who changed the same at that moment: it is tried again.
 * Any other failure of a job is told.
 */
public final class LostRaces extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLoggerName().equals("org.camunda.bpm.engine.jobexecutor")
                        && event.getFormattedMessage().contains("OptimisticLockingException")
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
