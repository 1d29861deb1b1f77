package id.deskpemilu.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The contact persons of the regions. They stand beside the accounts, since the import of an election writes them and the
 * escalation reads them. Whoever shows them has to ask first whether the reader may see the region.
 */
@Repository
public class Contacts {

    private static final int BATCH = 500;
    private static final String SELECT = "select region, name, position, phone, place from desk.contact ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Contacts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Whom to call for the region: its own contacts first, then those of each region above it, level by level. */
    public List<Contact> of(RegionCode region) {
        return of(List.of(region)).getOrDefault(region, List.of());
    }

    /** Whom to call for each of the regions; see {@link #of(RegionCode)}. */
    public Map<RegionCode, List<Contact>> of(Collection<RegionCode> regions) {
        Set<RegionCode> all = new HashSet<>();
        regions.forEach(region -> all.addAll(upwards(region)));
        Map<RegionCode, List<Contact>> own = ownOf(all);
        return regions.stream()
                .distinct()
                .collect(Collectors.toMap(
                        region -> region,
                        region -> upwards(region).stream()
                                .flatMap(level -> own.getOrDefault(level, List.of()).stream())
                                .toList()));
    }

    /** The regions' own contacts, without those of the regions above. */
    public Map<RegionCode, List<Contact>> ownOf(Collection<RegionCode> regions) {
        return jdbc
                .sql(SELECT + "where region = any (?) order by region, place nulls last, name, number")
                .param(regions.stream().map(RegionCode::digits).toArray(String[]::new))
                .query(Contacts::read)
                .list()
                .stream()
                .collect(groupingBy(Contact::region, toList()));
    }

    /** Puts the contacts in the place of those that the region had. */
    public void replace(RegionCode region, List<Contact> contacts) {
        jdbc.sql("delete from desk.contact where region = ?")
                .param(region.digits())
                .update();
        batches.batchUpdate(
                "insert into desk.contact (region, number, phone, name, position, place) values (?, ?, ?, ?, ?, ?)",
                contacts,
                BATCH,
                (row, contact) -> {
                    row.setString(1, region.digits());
                    row.setString(2, contact.number());
                    row.setString(3, contact.phone());
                    row.setString(4, contact.name());
                    row.setString(5, contact.position());
                    row.setObject(6, contact.place(), Types.SMALLINT);
                });
    }

    /** The region and those it lies in, the region itself first. */
    private static List<RegionCode> upwards(RegionCode region) {
        List<RegionCode> levels = new ArrayList<>();
        RegionCode.Level[] all = RegionCode.Level.values();
        for (int level = region.level().ordinal(); level >= 0; level--) {
            levels.add(new RegionCode(region.digits().substring(0, all[level].length())));
        }
        return levels;
    }

    private static Contact read(ResultSet row, int n) throws SQLException {
        return new Contact(
                new RegionCode(row.getString("region")),
                row.getString("name"),
                row.getString("position"),
                row.getString("phone"),
                row.getObject("place", Integer.class));
    }
}
