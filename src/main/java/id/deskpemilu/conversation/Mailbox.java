package id.deskpemilu.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices of a person as the person sees them in the desk. */
@Component
public class Mailbox {

    /** How many messages a page has. */
    public static final int PAGE_SIZE = 20;

    private static final String COLUMNS = """
            select n.id, n.election_id, n.template, array(select jsonb_array_elements_text(n.values)) words, n.link,
                   n.created_at, n.read_at
            """;
    private static final String MINE = """
             from desk.notice n
            where n.username = :me and n.in_app and (:template::text is null or n.template = :template)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<String> urgent;

    Mailbox(JdbcClient jdbc, Clock clock, @Value("${desk.messages.urgent}") Set<String> urgent) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.urgent = Set.copyOf(urgent);
    }

    /**
     * What a person sees of the mailbox from every page.
     *
     * @param unread how many messages are not read
     * @param urgent the newest of them that asks to be read at once; null if none does
     * @param more how many others ask for that
     */
    public record Glance(int unread, @Nullable Message urgent, int more) {

        /** Nothing that is not read. */
        public static final Glance NOTHING = new Glance(0, null, 0);
    }

    /** How many messages the person has not read, and which of them cannot wait. */
    @Transactional(readOnly = true)
    public Glance glance(String username) {
        return jdbc.sql(COLUMNS + """
                             , count(*) over () unread, n.template = any (:urgent) is_urgent,
                               count(*) filter (where n.template = any (:urgent)) over () urgent
                        from desk.notice n
                        where n.username = :me and n.in_app and n.read_at is null
                        order by is_urgent desc, n.id desc limit 1
                        """)
                .param("me", username)
                .param("urgent", urgent.toArray(String[]::new))
                .query((row, n) -> new Glance(
                        row.getInt("unread"),
                        row.getBoolean("is_urgent") ? read(row, n) : null,
                        Math.max(0, row.getInt("urgent") - 1)))
                .optional()
                .orElse(Glance.NOTHING);
    }

    /**
     * A page of the person's messages, the newest first.
     *
     * @param template only those; null: all
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public List<Message> of(String username, @Nullable String template, int page) {
        return jdbc.sql(COLUMNS + MINE + " order by n.id desc limit :limit offset :offset")
                .param("me", username)
                .param("template", template)
                .param("limit", PAGE_SIZE)
                .param("offset", (long) page * PAGE_SIZE)
                .query(Mailbox::read)
                .list();
    }

    /** How many {@link #of} finds on all pages. */
    @Transactional(readOnly = true)
    public int count(String username, @Nullable String template) {
        return jdbc.sql("select count(*)" + MINE)
                .param("me", username)
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    /** The person's own message of that number. */
    @Transactional(readOnly = true)
    public Optional<Message> find(String username, long id) {
        return jdbc.sql(COLUMNS + MINE + " and n.id = :id")
                .param("me", username)
                .param("template", null)
                .param("id", id)
                .query(Mailbox::read)
                .optional();
    }

    /**
     * Marks everything that the person has not read as read now.
     *
     * @param until the newest message that the person has seen: one that came later stays unread
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void readAll(String username, long until) {
        jdbc.sql("update desk.notice set read_at = ? where username = ? and in_app and read_at is null and id <= ?")
                .params(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)), username, until)
                .update();
    }

    private static Message read(ResultSet row, int n) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Message(
                row.getLong("id"),
                row.getLong("election_id"),
                row.getString("template"),
                List.of((String[]) row.getArray("words").getArray()),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
