package id.deskpemilu.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What the engine throws when somebody else moved the same token, in the words that use cases are repeated for. */
final class Conflicts {

    private Conflicts() {}

    static void translated(Runnable move) {
        try {
            move.run();
        } catch (OptimisticLockingException conflict) {
            throw new OptimisticLockingFailureException("the case was moved at the same time", conflict);
        }
    }
}
