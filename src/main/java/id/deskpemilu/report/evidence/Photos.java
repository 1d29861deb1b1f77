package id.deskpemilu.report.evidence;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All photos. Whoever writes holds the report's row, so that versions are counted without gaps between two writers. */
@Repository
public class Photos {

    private static final String PLACE = """
            jsonb_build_object('type', %1$sc.type, 'station', %1$sr.station, 'village', %1$sv.name, 'district', %1$sd.name)
            """;
    private static final String PLACED = """
            join desk.contest %1$sc on %1$sc.id = %1$sr.contest_id
            join desk.region %1$sv on %1$sv.code = substr(%1$sr.station, 1, 10)
            join desk.region %1$sd on %1$sd.code = substr(%1$sr.station, 1, 6)
            """;

    /** With all that is known of each photo: one query for a report. */
    private static final String SELECT = """
            select p.*, coalesce(u.name, p.uploaded_by) uploader, coalesce(w.name, p.withdrawn_by) withdrawer,
                   (select jsonb_agg(jsonb_build_object('place', %s, 'page', o.page, 'exact', t.exact)
                                     order by t.distance, fr.station)
                    from desk.photo_twin t
                    join desk.photo o on o.id = t.other_id
                    join desk.report fr on fr.id = o.report_id %s
                    where t.photo_id = p.id and o.withdrawn_at is null and o.report_id <> p.report_id) twins,
                   (select jsonb_agg(jsonb_build_object('from', %s, 'to', %s, 'by', m.moved_by,
                                                        'name', coalesce(a.name, m.moved_by),
                                                        'at', m.moved_at, 'reason', m.reason) order by m.moved_at)
                    from desk.photo_move m
                    join desk.report fr on fr.id = m.from_report %s
                    join desk.report tr on tr.id = m.to_report %s
                    left join desk.account a on a.username = m.moved_by
                    where m.photo_id = p.id) moves
            from desk.photo p
            left join desk.account u on u.username = p.uploaded_by
            left join desk.account w on w.username = p.withdrawn_by
            """.formatted(
                    PLACE.formatted("f"),
                    PLACED.formatted("f"),
                    PLACE.formatted("f"),
                    PLACE.formatted("t"),
                    PLACED.formatted("f"),
                    PLACED.formatted("t"));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Photos(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The photos that belong to the report or once did, by page, the newest version first. */
    public List<Photo> of(ReportId report) {
        return jdbc.sql(SELECT + """
                        where p.id in (select id from desk.photo where report_id = :report
                                       union select photo_id from desk.photo_move where from_report = :report)
                        order by p.page, p.version desc
                        """)
                .param("report", report.value())
                .query(this::read)
                .list();
    }

    /**
     * The photo of the report.
     *
     * @throws Refusal {@code PHOTO_UNKNOWN} if it belongs to another one
     */
    public Photo get(ReportId report, UUID id) {
        return jdbc.sql(SELECT + "where p.report_id = ? and p.id = ?")
                .params(report.value(), id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("PHOTO_UNKNOWN"));
    }

    /** The photo that counts for its page of the report and was made of this file, if there is one. */
    public Optional<Photo> withContent(ReportId report, String receivedSha256) {
        return new Evidence(report, of(report), 0)
                .current().stream()
                        .filter(photo -> photo.receivedSha256().equals(receivedSha256))
                        .findFirst();
    }

    /** How many photos the report has, the replaced and the withdrawn ones too. */
    public int count(ReportId report) {
        return jdbc.sql("select count(*) from desk.photo where report_id = ?")
                .param(report.value())
                .query(Integer.class)
                .single();
    }

    /** Adds a photo as the newest version of its page, and notes which others show the same. */
    public Photo add(ReportId report, int page, PreparedPhoto photo, Actor by, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into desk.photo (id, report_id, page, version, received_sha256, stored_sha256,
                            thumbnail_sha256, fingerprint, bands, width, height, size, uploaded_by, uploaded_at)
                        values (:id, :report, :page, :version, :received, :stored, :thumbnail, :fingerprint, :bands, :width,
                            :height, :size, :by, :at)
                        """)
                .param("id", id)
                .param("report", report.value())
                .param("page", page)
                .param("version", nextVersion(report, page))
                .param("received", photo.receivedSha256())
                .param("stored", photo.sha256())
                .param("thumbnail", photo.thumbnailSha256())
                .param("fingerprint", photo.fingerprint())
                .param("bands", PerceptualHash.bands(photo.fingerprint()))
                .param("width", photo.width())
                .param("height", photo.height())
                .param("size", photo.jpeg().length)
                .param("by", by.username())
                .param("at", utc(at))
                .update();
        jdbc.sql("""
                        with near as (
                            select o.id, bit_count((o.fingerprint # n.fingerprint)::bit(64)) distance,
                                   o.stored_sha256 = n.stored_sha256 exact
                            from desk.photo n
                            join desk.report nr on nr.id = n.report_id
                            join desk.contest nc on nc.id = nr.contest_id
                            join desk.photo o on o.bands && n.bands and o.id <> n.id
                            join desk.report r on r.id = o.report_id
                            join desk.contest c on c.id = r.contest_id and c.election_id = nc.election_id
                            where n.id = :id)
                        insert into desk.photo_twin (photo_id, other_id, distance, exact)
                        select :id, id, distance, exact from near where distance <= :most
                        union all select id, :id, distance, exact from near where distance <= :most
                        """).param("id", id).param("most", PerceptualHash.NEAR).update();
        return get(report, id);
    }

    /** Marks the photo as withdrawn; it stays readable. */
    public void withdraw(Photo photo, Actor by, Instant at, String reason) {
        jdbc.sql("update desk.photo set withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ? where id = ?")
                .params(by.username(), utc(at), reason, photo.id())
                .update();
    }

    /** Gives the photo to another report, as the newest version of the page. */
    public void move(Photo photo, ReportId to, int page, Actor by, Instant at, String reason) {
        jdbc.sql("update desk.photo set report_id = ?, page = ?, version = ? where id = ?")
                .params(to.value(), page, nextVersion(to, page), photo.id())
                .update();
        jdbc.sql("""
                        insert into desk.photo_move (photo_id, from_report, to_report, moved_by, moved_at, reason)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(photo.id(), photo.report().value(), to.value(), by.username(), utc(at), reason)
                .update();
    }

    private int nextVersion(ReportId report, int page) {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from desk.photo where report_id = ? and page = ?")
                .params(report.value(), page)
                .query(Integer.class)
                .single();
    }

    private Photo read(ResultSet row, int n) throws SQLException {
        @Nullable OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Photo(
                row.getObject("id", UUID.class),
                new ReportId(row.getObject("report_id", UUID.class)),
                row.getInt("page"),
                row.getInt("version"),
                row.getString("received_sha256"),
                row.getString("stored_sha256"),
                row.getString("thumbnail_sha256"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("size"),
                new Photo.Act(
                        row.getString("uploaded_by"),
                        row.getString("uploader"),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                        null),
                withdrawn == null
                        ? null
                        : new Photo.Act(
                                row.getString("withdrawn_by"),
                                row.getString("withdrawer"),
                                withdrawn.toInstant(),
                                row.getString("withdrawn_reason")),
                twins(row.getString("twins")),
                moves(row.getString("moves")));
    }

    private List<Photo.Twin> twins(@Nullable String text) {
        List<Photo.Twin> twins = new ArrayList<>();
        parse(text)
                .forEach(twin -> twins.add(new Photo.Twin(
                        place(twin.path("place")),
                        twin.path("page").asInt(),
                        twin.path("exact").asBoolean())));
        return twins;
    }

    private List<Photo.Move> moves(@Nullable String text) {
        List<Photo.Move> moves = new ArrayList<>();
        parse(text)
                .forEach(move -> moves.add(new Photo.Move(
                        place(move.path("from")),
                        place(move.path("to")),
                        new Photo.Act(
                                move.path("by").asString(""),
                                move.path("name").asString(""),
                                OffsetDateTime.parse(move.path("at").asString(""))
                                        .toInstant(),
                                move.path("reason").asString("")))));
        return moves;
    }

    private static Photo.Place place(JsonNode place) {
        return Photo.Place.of(
                place.path("type").asString(""),
                place.path("station").asString(""),
                place.path("village").asString(""),
                place.path("district").asString(""));
    }

    private JsonNode parse(@Nullable String text) {
        try {
            return text == null ? json.createArrayNode() : json.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalStateException("the database wrote no JSON", e);
        }
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
