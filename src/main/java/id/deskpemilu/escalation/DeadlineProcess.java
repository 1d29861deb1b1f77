package id.deskpemilu.escalation;

import java.util.Collection;
import java.util.UUID;

/** The calendar of a kecamatan's stages. */
public interface DeadlineProcess {

    /** Begins to wait for the first hour. */
    void begin(Collection<UUID> deadlines);

    /** The stages, the clock or the contest changed: each asks again what comes next. */
    void replan(Collection<UUID> deadlines);
}
