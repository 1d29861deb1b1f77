package id.deskpemilu.election.imports;

/** Is told how far an import is. */
@FunctionalInterface
public interface ImportProgress {

    /** Nobody wants to know. */
    ImportProgress NOBODY = (done, total) -> {};

    /**
     * Told from time to time, in the thread that imports.
     *
     * @param done how many steps are done: a row written or an account provided is one
     * @param total how many there are
     */
    void at(int done, int total);
}
