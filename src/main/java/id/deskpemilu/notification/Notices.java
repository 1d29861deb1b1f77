package id.deskpemilu.notification;

import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people are told, each thing once. Posting writes rows and nothing else, in the transaction of whoever posts: what is
 * undone was never told. A worker sends the deliveries afterwards. At the wire a message may be seen twice, if a node dies
 * after the provider took it and before that was recorded; here each notice and each of its deliveries is one row.
 */
@Component
public class Notices {

    private static final int AT_ONCE = 1_000;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;\"()]{1,64}@[^\\s@<>,;\"()]{1,180}\\.[^\\s@<>,;\"()]{2,60}");
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private static final String COLUMNS = """
            select n.id, n.key, n.election_id, n.region, n.template, n.values, n.link, n.username, n.name, n.created_at,
                   n.read_at,
                   (select jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state, 'attempts', d.attempts,
                                                        'sentAt', extract(epoch from d.sent_at) * 1000000, 'error', d.error)
                                     order by d.channel)
                    from desk.delivery d where d.notice_id = n.id) deliveries
            from desk.notice n
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final MessageChannels channels;

    Notices(JdbcClient jdbc, JsonMapper json, Clock clock, MessageChannels channels) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.channels = channels;
    }

    /**
     * Posts those of the notices whose key is new, and queues their deliveries by the channels that are set up and by which
     * the recipient can be reached; for another channel there is no delivery. However many nodes post the same key at the
     * same moment, one of them posts it.
     *
     * @return how many were new
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int post(List<NewNotice> notices) {
        // in the order of the keys: two who post the same ones wait for each other, never crosswise
        TreeMap<String, NewNotice> byKey = new TreeMap<>();
        notices.forEach(notice -> byKey.putIfAbsent(notice.key(), notice));
        List<NewNotice> distinct = List.copyOf(byKey.values());
        int posted = 0;
        for (int from = 0; from < distinct.size(); from += AT_ONCE) {
            posted += insert(distinct.subList(from, Math.min(from + AT_ONCE, distinct.size())));
        }
        return posted;
    }

    /** Posts the notice unless there is one of its key; whether it was new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(NewNotice notice) {
        return insert(List.of(notice)) == 1;
    }

    private int insert(List<NewNotice> notices) {
        return jdbc.sql("""
                        with new as (
                            insert into desk.notice (key, election_id, region, template, values, link, username, name,
                                                     in_app, created_at)
                            select x.key, x.election, x.region, x.template, x.values, x.link, x.username, x.name,
                                   x.in_app, :now
                            from jsonb_to_recordset(cast(:notices as jsonb)) x (key text, election bigint, region text,
                                 template text, values jsonb, link text, username text, name text, in_app boolean)
                            order by x.key collate "C"
                            on conflict (key) do nothing
                            returning id, key, election_id, region
                        ), queued as (
                            insert into desk.delivery (notice_id, channel, election_id, region, address, state, due_at)
                            select n.id, x.channel, n.election_id, n.region, x.address, 'QUEUED', :now
                            from new n
                            join jsonb_to_recordset(cast(:roads as jsonb)) x (key text, channel text, address text)
                                on x.key = n.key
                            where x.channel <> 'PUSH'
                                or exists (select from desk.push_subscription s where s.username = x.address)
                        )
                        select count(*) from new
                        """)
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .param("notices", write(notices.stream().map(NoticeRow::of).toList()))
                .param(
                        "roads",
                        write(notices.stream()
                                .flatMap(notice -> roads(notice).stream())
                                .toList()))
                .query(Integer.class)
                .single();
    }

    private record NoticeRow(
            String key,
            long election,
            String region,
            String template,
            List<String> values,
            String link,
            @Nullable String username,
            String name,
            boolean in_app) {

        static NoticeRow of(NewNotice notice) {
            String username = notice.recipient().username();
            return new NoticeRow(
                    notice.key(),
                    notice.electionId(),
                    notice.region().digits(),
                    notice.template(),
                    notice.values(),
                    notice.link(),
                    username,
                    notice.recipient().name(),
                    username != null && notice.channels().contains(Channel.IN_APP));
        }
    }

    private record Road(
            String key, Channel channel, @Nullable String address) {}

    private List<Road> roads(NewNotice notice) {
        List<Road> roads = new ArrayList<>();
        for (Channel channel : notice.channels()) {
            String address = address(notice.recipient(), channel);
            if (channels.isOpen(channel) && (address != null || channel == Channel.WEBHOOK)) {
                roads.add(new Road(notice.key(), channel, address));
            }
        }
        return roads;
    }

    private static @Nullable String address(Recipient recipient, Channel channel) {
        return switch (channel) {
            case PUSH -> recipient.username();
            case EMAIL -> {
                String email =
                        recipient.email() == null ? "" : recipient.email().strip();
                yield EMAIL.matcher(email).matches() ? email : null;
            }
            case CHAT, WEBHOOK ->
                PhoneNumber.of(recipient.phone()).map(PhoneNumber::digits).orElse(null);
            case IN_APP -> null;
        };
    }

    /** How many notices in the desk the person has not read. */
    @Transactional(readOnly = true)
    public int unread(String username) {
        return jdbc.sql("select count(*) from desk.notice where username = ? and in_app and read_at is null")
                .param(username)
                .query(Integer.class)
                .single();
    }

    /** The person's notices in the desk, the newest first. */
    @Transactional(readOnly = true)
    public List<Notice> of(String username, int limit) {
        return jdbc.sql(COLUMNS + "where n.username = ? and n.in_app order by n.id desc limit ?")
                .params(username, limit)
                .query(this::notice)
                .list();
    }

    /** Marks the notice as read now, if it is the person's own and not read yet. */
    @Transactional
    public void read(String username, long id) {
        jdbc.sql("update desk.notice set read_at = ? where id = ? and username = ? and in_app and read_at is null")
                .params(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)), id, username)
                .update();
    }

    /** How the deliveries of an election stand in a region, by channel and state; only what there is. */
    @Transactional(readOnly = true)
    public List<DeliveryCount> deliveries(long electionId, RegionCode region) {
        return jdbc.sql("""
                        select channel, state, count(*) n from desk.delivery
                        where election_id = ? and region like ?
                        group by channel, state order by channel, state
                        """)
                .params(electionId, region.digits() + "%")
                .query((row, n) -> new DeliveryCount(
                        Channel.valueOf(row.getString("channel")),
                        Delivery.State.valueOf(row.getString("state")),
                        row.getLong("n")))
                .list();
    }

    /** The notices whose key begins so, in the order in which they were posted: the proof of who was told, and when. */
    @Transactional(readOnly = true)
    public List<Notice> withKeyPrefix(String prefix, int limit) {
        return jdbc.sql(COLUMNS + "where n.key like ? order by n.id limit ?")
                .params(prefix.replaceAll("([\\\\%_])", "\\\\$1") + "%", limit)
                .query(this::notice)
                .list();
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Notice(
                row.getLong("id"),
                row.getString("key"),
                row.getLong("election_id"),
                new RegionCode(row.getString("region")),
                row.getString("template"),
                words(row.getString("values")),
                row.getString("link"),
                row.getString("username"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant(),
                deliveries(row.getString("deliveries")));
    }

    private List<String> words(String text) {
        try {
            return json.readValue(text, WORDS);
        } catch (JacksonException e) {
            throw new IllegalStateException("a notice holds no JSON", e);
        }
    }

    private List<Delivery> deliveries(@Nullable String text) {
        List<Delivery> deliveries = new ArrayList<>();
        if (text != null) {
            try {
                for (JsonNode node : json.readTree(text)) {
                    JsonNode sent = node.path("sentAt");
                    deliveries.add(new Delivery(
                            Channel.valueOf(node.path("channel").asString("")),
                            Delivery.State.valueOf(node.path("state").asString("")),
                            node.path("attempts").asInt(),
                            sent.isNumber() ? instant(sent.asLong()) : null,
                            node.path("error").stringValue()));
                }
            } catch (JacksonException e) {
                throw new IllegalStateException("the database writes JSON", e);
            }
        }
        return deliveries;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    private String write(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a notice is words only", e);
        }
    }
}
