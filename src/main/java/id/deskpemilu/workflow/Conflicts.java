package id.deskpemilu.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What the engine throws when somebody else moved the same token, in the words that use cases are repeated for. */
final class Conflicts {

    private Conflicts() {}

    /** A step of a model that loses against somebody else's change is taken again by the engine, as often as it takes. */
    static JavaDelegate repeated(JavaDelegate step) {
        return execution -> {
            try {
                step.execute(execution);
            } catch (ConcurrencyFailureException conflict) {
                throw new OptimisticLockingException("the step lost against another change", conflict);
            }
        };
    }

    static void translated(Runnable move) {
        try {
            move.run();
        } catch (OptimisticLockingException conflict) {
            throw new OptimisticLockingFailureException("the case was moved at the same time", conflict);
        }
    }
}
