package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From whom letters are taken. */
@Repository
public class Senders {

    private final JdbcClient jdbc;

    Senders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the regions and what lies in them, in the order of the codes. */
    public List<Sender> in(Collection<RegionCode> regions) {
        return jdbc.sql("""
                        select * from desk.sender s
                        where exists (select from unnest(cast(? as text[])) scope where s.region like scope || '%')
                        order by region
                        """)
                .param(regions.stream().map(RegionCode::digits).toArray(String[]::new))
                .query(Senders::read)
                .list();
    }

    /** That of the region. */
    public Optional<Sender> find(RegionCode region) {
        return jdbc.sql("select * from desk.sender where region = ?")
                .param(region.digits())
                .query(Senders::read)
                .optional();
    }

    /** That of the region, locked until the transaction ends: of one sender one letter is taken after the other. */
    public Optional<Sender> lock(RegionCode region) {
        return jdbc.sql("select * from desk.sender where region = ? for update")
                .param(region.digits())
                .query(Senders::read)
                .optional();
    }

    /** Writes it, in the place of an earlier one. */
    public void save(Sender sender) {
        jdbc.sql("""
                        insert into desk.sender
                            (region, name, username, certificate, seal_certificate, registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (region) do update set name = excluded.name, username = excluded.username,
                            certificate = excluded.certificate, seal_certificate = excluded.seal_certificate,
                            registered_by = excluded.registered_by, registered_at = excluded.registered_at
                        """)
                .params(
                        sender.region().digits(),
                        sender.name(),
                        sender.username(),
                        sender.certificate(),
                        sender.sealCertificate(),
                        sender.registeredBy(),
                        sender.registeredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Sender read(ResultSet row, int n) throws SQLException {
        return new Sender(
                new RegionCode(row.getString("region")),
                row.getString("name"),
                row.getString("username"),
                row.getString("certificate"),
                row.getString("seal_certificate"),
                row.getString("registered_by"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }
}
