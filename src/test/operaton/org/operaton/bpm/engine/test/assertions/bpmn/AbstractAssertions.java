package org.operaton.bpm.engine.test.assertions.bpmn;

import org.operaton.bpm.engine.ProcessEngine;

/** Which engine is asked; see {@link BpmnAwareTests}. */
public final class AbstractAssertions {

    private static final ThreadLocal<ProcessEngine> ENGINE = new ThreadLocal<>();

    private AbstractAssertions() {}

    /** From now on this thread asks that engine. */
    public static void init(ProcessEngine engine) {
        ENGINE.set(engine);
    }

    /** Forgets the engine. */
    public static void reset() {
        ENGINE.remove();
    }

    static ProcessEngine engine() {
        return ENGINE.get();
    }
}
