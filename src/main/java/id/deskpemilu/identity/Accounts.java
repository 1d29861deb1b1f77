package id.deskpemilu.identity;

import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names and telephone numbers of the people of the desk. */
@Repository
public class Accounts {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Accounts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The account of that name. */
    public Optional<Account> find(String username) {
        return jdbc.sql("select username, name, phone from desk.account where username = ?")
                .param(username)
                .query(Accounts::read)
                .optional();
    }

    /** Those of the accounts that are known, by their names. */
    public Map<String, Account> find(Collection<String> usernames) {
        return jdbc
                .sql("select username, name, phone from desk.account where username = any (?)")
                .param(usernames.toArray(String[]::new))
                .query(Accounts::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Account::username, Function.identity()));
    }

    /**
     * The people with an assignment inside the regions, in the order of their names. Somebody who was assigned by hand has
     * no account here and appears under the account's name.
     *
     * @param query a part of the name or the account's name; empty for all
     */
    public List<Account> assignedIn(Collection<RegionCode> regions, String query, int limit, long offset) {
        return assigned("select p.username, p.name, p.phone", "order by p.name, p.username limit :limit offset :offset")
                .param("regions", patterns(regions))
                .param("query", "%" + escaped(query) + "%")
                .param("limit", limit)
                .param("offset", offset)
                .query(Accounts::read)
                .list();
    }

    /** How many people {@link #assignedIn} finds without a limit. */
    public int countAssignedIn(Collection<RegionCode> regions, String query) {
        return assigned("select count(*)", "")
                .param("regions", patterns(regions))
                .param("query", "%" + escaped(query) + "%")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec assigned(String select, String order) {
        return jdbc.sql(select + """
                 from (select a.username, coalesce(c.name, a.username) as name, c.phone
                      from (select distinct username from desk.assignment where region like any (:regions)) a
                      left join desk.account c on c.username = a.username) p
                where p.name ilike :query or p.username ilike :query
                """ + order);
    }

    private static String[] patterns(Collection<RegionCode> regions) {
        return regions.stream().map(region -> region.digits() + "%").toArray(String[]::new);
    }

    private static String escaped(String text) {
        return text.strip().replaceAll("[\\\\%_]", "\\\\$0");
    }

    /** Adds the accounts, or puts them in the place of those of the same name. */
    public void save(List<Account> accounts) {
        batches.batchUpdate("""
                insert into desk.account (username, name, phone) values (?, ?, ?)
                on conflict (username) do update set name = excluded.name, phone = excluded.phone
                """, accounts, BATCH, (row, account) -> {
            row.setString(1, account.username());
            row.setString(2, account.name());
            row.setString(3, account.phone());
        });
    }

    private static Account read(ResultSet row, int n) throws SQLException {
        return new Account(row.getString("username"), row.getString("name"), row.getString("phone"));
    }
}
