package id.deskpemilu.election.imports;

import java.util.List;

/**
 * What an import has done.
 *
 * @param plan what it changed
 * @param accounts the accounts it created, with their first passwords, which are kept nowhere else
 */
public record ImportResult(ImportPlan plan, List<NewAccount> accounts) {

    /**
     * An account that was created.
     *
     * @param username the account's name
     * @param name the person's name
     * @param region where the person is assigned; the names of several regions are joined by commas
     * @param password the temporary password
     */
    public record NewAccount(String username, String name, String region, String password) {

        /** Without the password, so that no log ever holds it. */
        @Override
        public String toString() {
            return "NewAccount[" + username + "]";
        }
    }
}
