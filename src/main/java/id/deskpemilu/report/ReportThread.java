package id.deskpemilu.report;

import id.deskpemilu.identity.Role;
import java.time.Instant;
import java.util.List;

/**
 * What operator and desk say to each other about a report, as far as the reader may see it.
 *
 * @param access what the reader may do
 * @param unanswered whether the last word is an operator's that nobody has answered
 * @param remarks what was said, the first one first
 */
public record ReportThread(Access access, boolean unanswered, List<Remark> remarks) {

    /** What a reader may do with a thread. */
    public enum Access {
        /** Nothing before the figures have been read from the photo: somebody may have named them. */
        VEILED,
        /** Read. */
        READ,
        /** Read, and answer for the operator's side. */
        WRITE,
        /** Read, and answer for the desk. */
        ANSWER
    }

    /**
     * One thing that was said.
     *
     * @param id its number
     * @param author the account
     * @param name that person's name
     * @param role in which role
     * @param at when
     * @param text what
     */
    public record Remark(long id, String author, String name, Role role, Instant at, String text) {}

    public ReportThread {
        remarks = List.copyOf(remarks);
    }

    /** Whether the reader may add to it. */
    public boolean isOpen() {
        return access == Access.WRITE || access == Access.ANSWER;
    }
}
