package id.deskpemilu.conversation;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The broadcasts that were sent, and who has read them. */
@Repository
public class Broadcasts {

    /** How many rows a page has. */
    public static final int PAGE_SIZE = 50;

    private static final String SELECT = """
            select b.*, r.name region_name, c.type contest
            from desk.broadcast b
            join desk.region r on r.code = b.region
            left join desk.contest c on c.id = b.contest_id
            """;

    private static final String TO = """
            from desk.broadcast_recipient t
            left join desk.notice n on n.key = (:prefix || t.username) collate "C"
            left join desk.region r on r.code = t.region
            where t.broadcast_id = :id and t.region like :inside
            """;

    private final JdbcClient jdbc;

    Broadcasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many of the recipients of a region have read it.
     *
     * @param region the region
     * @param name its name
     * @param got how many got it
     * @param read how many of them have read it
     */
    public record Reach(RegionCode region, String name, int got, int read) {}

    /**
     * Somebody who got it.
     *
     * @param name the person's name
     * @param place the region that the person got it for
     * @param readAt when it was read; null if it was not
     */
    public record Reader(
            String name, String place, @Nullable Instant readAt) {}

    /** The broadcast that the person has sent under the key, if any. */
    public Optional<Broadcast> sent(String sender, String key) {
        return jdbc.sql(SELECT + "where b.sender = ? and b.key = ?")
                .params(sender, key)
                .query(Broadcasts::read)
                .optional();
    }

    /** The broadcast of that key. */
    public Optional<Broadcast> find(UUID id) {
        return jdbc.sql(SELECT + "where b.id = ?")
                .param(id)
                .query(Broadcasts::read)
                .optional();
    }

    /** The broadcasts to regions inside these, the newest first. */
    public List<Broadcast> in(Collection<RegionCode> regions, int page) {
        return jdbc.sql(SELECT + "where b.region like any (?) order by b.sent_at desc, b.id limit ? offset ?")
                .params(patterns(regions), PAGE_SIZE, (long) page * PAGE_SIZE)
                .query(Broadcasts::read)
                .list();
    }

    /** How many {@link #in} finds on all pages. */
    public int count(Collection<RegionCode> regions) {
        return jdbc.sql("select count(*) from desk.broadcast where region like any (?)")
                .param(patterns(regions))
                .query(Integer.class)
                .single();
    }

    /** Adds it, unless its sender has sent one under the key before: then nothing is written. */
    public boolean add(Broadcast one, @Nullable Long contestId, String key) {
        return jdbc.sql("""
                                insert into desk.broadcast (id, election_id, region, audience, contest_id, text, chat,
                                                            sender, sender_name, sent_at, recipients, key)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sender, key) do nothing
                                """)
                        .params(
                                one.id(),
                                one.electionId(),
                                one.region().digits(),
                                one.audience().name(),
                                contestId,
                                one.text(),
                                one.chat(),
                                one.sender(),
                                one.senderName(),
                                one.sentAt().atOffset(ZoneOffset.UTC),
                                one.recipients(),
                                key)
                        .update()
                == 1;
    }

    /** Writes down to whom it was addressed. */
    public void address(UUID id, List<Addressees.Addressee> to) {
        jdbc.sql("""
                        insert into desk.broadcast_recipient (broadcast_id, region, username, name)
                        select :id, t.region, t.username, t.name
                        from unnest(:regions::varchar[], :usernames::varchar[], :names::text[]) t (region, username, name)
                        """)
                .param("id", id)
                .param("regions", to.stream().map(one -> one.region().digits()).toArray(String[]::new))
                .param(
                        "usernames",
                        to.stream().map(Addressees.Addressee::username).toArray(String[]::new))
                .param("names", to.stream().map(Addressees.Addressee::name).toArray(String[]::new))
                .update();
    }

    /** How far it has come in the regions below this one that have recipients; of a desa: in itself. */
    public List<Reach> reach(Broadcast broadcast, RegionCode below) {
        int length = below.level() == RegionCode.Level.VILLAGE
                ? below.digits().length()
                : RegionCode.Level.values()[below.level().ordinal() + 1].length();
        return bound("""
                        select x.code, coalesce(r.name, x.code) name, x.got, x.read
                        from (select substr(t.region, 1, :length) code, count(*) got, count(n.read_at) read
                        """ + TO + """
                              group by 1) x
                        left join desk.region r on r.code = x.code
                        order by x.code
                        """, broadcast, below)
                .param("length", length)
                .query((row, n) -> new Reach(
                        new RegionCode(row.getString("code")),
                        row.getString("name"),
                        row.getInt("got"),
                        row.getInt("read")))
                .list();
    }

    /** Those of the region who have read it, or have not, in the order of the regions and names. */
    public List<Reader> readers(Broadcast broadcast, RegionCode inside, boolean read, int page) {
        return bound("select t.name, r.name place, n.read_at " + TO + """
                        and (n.read_at is not null) = :read
                        order by t.region, t.name, t.username limit :limit offset :offset
                        """, broadcast, inside)
                .param("read", read)
                .param("limit", PAGE_SIZE)
                .param("offset", (long) page * PAGE_SIZE)
                .query((row, n) -> new Reader(
                        row.getString("name"),
                        row.getString("place"),
                        row.getObject("read_at", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Broadcast broadcast, RegionCode inside) {
        return jdbc.sql(sql)
                .param("id", broadcast.id())
                .param("prefix", broadcast.keyPrefix())
                .param("inside", inside.digits() + "%");
    }

    private static String[] patterns(Collection<RegionCode> regions) {
        return regions.stream().map(region -> region.digits() + "%").toArray(String[]::new);
    }

    private static Broadcast read(ResultSet row, int n) throws SQLException {
        String contest = row.getString("contest");
        return new Broadcast(
                row.getObject("id", UUID.class),
                row.getLong("election_id"),
                new RegionCode(row.getString("region")),
                row.getString("region_name"),
                Audience.valueOf(row.getString("audience")),
                contest == null ? null : ContestType.valueOf(contest),
                row.getString("text"),
                row.getBoolean("chat"),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getInt("recipients"));
    }
}
