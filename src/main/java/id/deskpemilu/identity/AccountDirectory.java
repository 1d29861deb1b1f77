package id.deskpemilu.identity;

import id.deskpemilu.shared.Refusal;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** The server that keeps the accounts with which people log in. */
public interface AccountDirectory {

    /**
     * Someone who is to have an account.
     *
     * @param username the account's name
     * @param name the person's name
     * @param roles the roles the account must have; it keeps others it has
     * @param known whether the desk has had the person before; the first password of one that it has not may be renewed
     *     as long as nobody has used it, for it may stem from an import that was cut off
     */
    record Person(String username, String name, Set<Role> roles, boolean known) {}

    /** What {@link #provide} did. */
    interface Provision {

        /** The first passwords of the accounts that are new. */
        List<TemporaryPassword> passwords();

        /** Deletes the accounts that are new and takes back the roles that others got. */
        void undo();
    }

    /**
     * Creates the accounts that do not exist, with a temporary password, and gives every account its roles. An account
     * that exists keeps its password. If it fails in the middle, what it did is undone.
     *
     * @param progress is told how many people are done, now and then
     * @throws Refusal {@code DIRECTORY_UNAVAILABLE}
     */
    Provision provide(List<Person> people, IntConsumer progress);

    /**
     * Puts a temporary password in the place of the person's own.
     *
     * @throws Refusal {@code DIRECTORY_UNAVAILABLE}, {@code ACCOUNT_UNKNOWN}, or {@code ACCOUNT_PROTECTED} if the account
     *     may administer the directory itself
     */
    TemporaryPassword renewPassword(String username);
}
