package id.deskpemilu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Photos through the API: in one request, in pieces, the same one twice, on the wrong report. */
class PhotosIT extends RunningDesk {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OPERATOR = "operator.melati";
    private static final String VERIFIER = "verifikator.satu";
    private static final int PIECE = 256 * 1024;

    @Autowired
    private JdbcClient jdbc;

    private TestElection election;
    private String report;
    private String photos;
    private String neighbour;

    @BeforeEach
    void open_a_contest() {
        election = testElections.running(ContestType.BUPATI, 3);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
        report = election.report("bupati", election.station(1, 1));
        photos = report + "/photos";
        neighbour = election.report("bupati", election.station(1, 2)) + "/photos";
    }

    @Test
    void an_upload_that_is_cut_after_half_goes_on_where_it_stopped() {
        byte[] file = padded(PhotoMother.jpeg(seed(1), 900, 1200), 2 * PIECE + 1000);
        Answer begun = announce(photos, 2, file);
        assertThat(begun.status()).as("%s", begun.body()).isEqualTo(201);
        assertThat(begun.at("piece").asInt()).isEqualTo(PIECE);
        String upload = photos + "/uploads/" + begun.at("upload").asString();

        assertThat(piece(upload, 0, file, PIECE).at("offset").asInt()).isEqualTo(PIECE);
        // the phone lost the answer, and sends the piece again
        Answer twice = piece(upload, 0, file, PIECE);
        assertThat(twice.code()).isEqualTo("UPLOAD_OFFSET");
        assertThat(twice.at("offset").asInt()).isEqualTo(PIECE);
        HttpResponse<byte[]> head = raw(OPERATOR, "HEAD", upload, null, Map.of());
        assertThat(head.headers().firstValue("Upload-Offset")).hasValue(String.valueOf(PIECE));
        // the page was closed; the same file goes on with the same upload
        Answer again = announce(photos, 2, file);
        assertThat(again.at("upload").asString()).isEqualTo(begun.at("upload").asString());
        assertThat(again.at("offset").asInt()).isEqualTo(PIECE);
        assertThat(get(OPERATOR, photos).at("state").asString()).isEqualTo("NONE");

        assertThat(piece(upload, PIECE, file, PIECE).at("photo").isNull()).isTrue();
        Answer done = piece(upload, 2 * PIECE, file, 1000);
        assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
        JsonNode photo = done.at("photo");
        assertThat(photo.path("page").asInt()).isEqualTo(2);
        assertThat(photo.path("receivedSha256").asString()).isEqualTo(Sha256.of(file));

        Answer album = get(OPERATOR, photos);
        assertThat(album.at("state").asString()).isEqualTo("SOME");
        assertThat(album.at("pages").asInt()).isEqualTo(1);
        assertThat(album.at("expected").asInt()).isEqualTo(3);
        Answer same = announce(photos, 2, file);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.at("photo").path("id")).isEqualTo(photo.path("id"));
        assertThat(get(OPERATOR, upload).code()).isEqualTo("UPLOAD_UNKNOWN");

        HttpResponse<byte[]> picture =
                raw(VERIFIER, "GET", photos + "/" + photo.path("id").asString(), null, Map.of());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(Sha256.of(picture.body()))
                .isEqualTo(photo.path("storedSha256").asString());
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("no-store", "private");
        assertThat(picture.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(picture.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline");
        assertThat(picture.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        HttpResponse<byte[]> small =
                raw("auditor", "GET", photos + "/" + photo.path("id").asString() + "/thumbnail", null, Map.of());
        assertThat(small.body().length).isBetween(1_000, picture.body().length);
        assertThat(get(OPERATOR, report).at("history").findValuesAsString("type"))
                .containsExactly("PhotoAdded");
    }

    @Test
    void what_does_not_fit_its_announcement_is_refused() {
        byte[] file = PhotoMother.jpeg(seed(2), 300, 400);
        byte[] other = file.clone();
        other[other.length - 3]++;
        String upload =
                photos + "/uploads/" + announce(photos, 1, file).at("upload").asString();
        assertThat(piece(upload, 0, new byte[0], 0).code()).isEqualTo("UPLOAD_PIECE");
        assertThat(piece(upload, 0, new byte[PIECE + 1], PIECE + 1).code()).isEqualTo("UPLOAD_PIECE");
        assertThat(piece(upload, 0, new byte[file.length + 1], file.length + 1).code())
                .isEqualTo("UPLOAD_PIECE");
        assertThat(raw(OPERATOR, "PATCH", upload, file, Map.of()).statusCode()).isEqualTo(422);
        Answer refused = piece(upload, 0, other, other.length);
        assertThat(refused.code()).isEqualTo("UPLOAD_HASH");
        assertThat(refused.at("next").asString()).isNotBlank();
        assertThat(get(OPERATOR, upload).code()).isEqualTo("UPLOAD_UNKNOWN");

        byte[] text = "bukan foto".getBytes(StandardCharsets.UTF_8);
        upload = photos + "/uploads/" + announce(photos, 1, text).at("upload").asString();
        assertThat(piece(upload, 0, text, text.length).code()).isEqualTo("PHOTO_KIND");

        assertThat(begin(photos, Map.of("page", 1, "size", 5, "sha256", "x")).code())
                .isEqualTo("UPLOAD_INVALID");
        assertThat(begin(photos, Map.of("page", 1, "size", 0, "sha256", Sha256.of(file)))
                        .code())
                .isEqualTo("PHOTO_EMPTY");
        assertThat(begin(photos, Map.of("page", 1, "size", 10 * 1024 * 1024 + 1, "sha256", Sha256.of(file)))
                        .code())
                .isEqualTo("PHOTO_TOO_BIG");
        assertThat(begin(photos, Map.of("page", 100, "size", 5, "sha256", Sha256.of(file)))
                        .code())
                .isEqualTo("PHOTO_PAGE");
        assertThat(get(OPERATOR, photos).at("state").asString()).isEqualTo("NONE");
    }

    @Test
    void an_upload_that_was_left_is_dropped_and_nobody_goes_on_with_another_ones() {
        byte[] file = PhotoMother.jpeg(seed(3), 300, 400);
        Answer begun = announce(photos, 1, file);
        String upload = photos + "/uploads/" + begun.at("upload").asString();
        testElections.assign("operator.kenanga", "OPERATOR", election.village(1));
        assertThat(get("operator.kenanga", upload).code()).isEqualTo("UPLOAD_UNKNOWN");
        jdbc.sql("update desk.photo_upload set touched_at = now() - interval '49 hours' where id = ?::uuid")
                .param(begun.at("upload").asString())
                .update();
        announce(neighbour, 1, file);
        assertThat(get(OPERATOR, upload).code()).isEqualTo("UPLOAD_UNKNOWN");
    }

    @Test
    void photos_may_come_in_one_request_before_the_figures_and_after_them() {
        byte[] first = PhotoMother.jpeg(seed(4), 300, 400);
        assertThat(add(photos, 1, first).status()).isEqualTo(201);
        assertThat(submit(OPERATOR, report, "foto-" + election.code(), consistent())
                        .status())
                .isEqualTo(201);
        assertThat(add(photos, 2, PhotoMother.jpeg(seed(5), 300, 400)).status()).isEqualTo(201);
        Answer inbox = get(VERIFIER, "/inbox?role=verifier");
        assertThat(inbox.at("items").get(0).path("photos").asInt()).isEqualTo(2);
        assertThat(add(photos, 3, PhotoMother.encoded(PhotoMother.picture(seed(6), 300, 400), "png"))
                        .status())
                .isEqualTo(201);
        assertThat(get(VERIFIER, photos).at("state").asString()).isEqualTo("COMPLETE");

        assertThat(add(photos, 2, first).code()).isEqualTo("PHOTO_OTHER_PAGE");
        assertThat(add(photos, 1, first).status()).isEqualTo(201);
        assertThat(get(VERIFIER, photos).at("earlier")).isEmpty();
        assertThat(add(photos, 0, first).code()).isEqualTo("PHOTO_PAGE");
        assertThat(add(photos, 1, new byte[0]).code()).isEqualTo("PHOTO_EMPTY");
        assertThat(add(photos, 1, "....ftypheic............".getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isEqualTo("PHOTO_HEIC");
    }

    @Test
    void a_replaced_photo_stays_readable_and_a_withdrawn_one_gives_way_to_it() {
        String first = added(photos, 1, 7);
        String second = added(photos, 1, 8);
        Answer album = get(VERIFIER, photos);
        assertThat(album.at("photos").findValuesAsString("id")).containsExactly(second);
        assertThat(album.at("photos").get(0).path("version").asInt()).isEqualTo(2);
        assertThat(album.at("earlier").findValuesAsString("id")).containsExactly(first);
        assertThat(raw(VERIFIER, "GET", photos + "/" + first, null, Map.of()).statusCode())
                .isEqualTo(200);

        assertThat(withdraw(OPERATOR, second, " ").code()).isEqualTo("REASON_MISSING");
        assertThat(withdraw(OPERATOR, second, "x".repeat(501)).code()).isEqualTo("TEXT_TOO_LONG");
        assertThat(withdraw(OPERATOR, second, "kabur").status()).isEqualTo(204);
        assertThat(withdraw(OPERATOR, second, "kabur").code()).isEqualTo("PHOTO_WITHDRAWN");
        album = get(VERIFIER, photos);
        assertThat(album.at("photos").findValuesAsString("id")).containsExactly(first);
        assertThat(album.at("earlier").get(0).path("withdrawnReason").asString())
                .isEqualTo("kabur");

        assertThat(submit(OPERATOR, report, "foto-" + election.code(), consistent())
                        .status())
                .isEqualTo(201);
        post(VERIFIER, report + "/claim", null);
        assertThat(withdraw(OPERATOR, first, "salah").code()).isEqualTo("PHOTO_UNDER_REVIEW");
        assertThat(withdraw(VERIFIER, first, "bukan C.Hasil").status()).isEqualTo(204);
        assertThat(withdraw(VERIFIER, "00000000-0000-0000-0000-000000000000", "x")
                        .code())
                .isEqualTo("PHOTO_UNKNOWN");
        assertThat(get(VERIFIER, photos).at("state").asString()).isEqualTo("NONE");
        assertThat(get("supervisor", report).at("history").findValuesAsString("type"))
                .contains("PhotoAdded", "PhotoWithdrawn");
    }

    @Test
    void the_same_photo_under_another_report_is_flagged_on_both_and_stops_nobody() {
        String here = added(photos, 1, 9);
        byte[] same = PhotoMother.jpeg(seed(9), 600, 800);
        assertThat(add(neighbour, 2, same).status()).isEqualTo(201);
        byte[] smaller = PhotoMother.encoded(Scaling.within(PhotoMother.picture(seed(9), 600, 800), 500), "jpeg");
        String third = election.report("bupati", election.station(1, 3)) + "/photos";
        assertThat(add(third, 1, smaller).status()).isEqualTo(201);
        added(third, 2, 10);

        JsonNode twins = get(VERIFIER, photos).at("photos").get(0).path("twins");
        assertThat(twins.findValuesAsString("tps")).containsExactly(election.station(1, 2), election.station(1, 3));
        assertThat(twins.get(0).path("exact").asBoolean()).isTrue();
        assertThat(twins.get(1).path("exact").asBoolean()).isFalse();
        JsonNode others = get("supervisor", neighbour).at("photos").get(0).path("twins");
        assertThat(others.findValuesAsString("tps")).contains(election.station(1, 1));
        assertThat(get(VERIFIER, third).at("photos").get(1).path("twins")).isEmpty();
        assertThat(get(OPERATOR, photos).at("photos").get(0).path("twins")).isEmpty();

        assertThat(withdraw(OPERATOR, here, "salah TPS").status()).isEqualTo(204);
        assertThat(get("supervisor", neighbour)
                        .at("photos")
                        .get(0)
                        .path("twins")
                        .findValuesAsString("tps"))
                .containsExactly(election.station(1, 3));
    }

    @Test
    void a_photo_of_another_tps_is_moved_with_a_reason_and_both_reports_tell_of_it() {
        String photo = added(photos, 1, 11);
        added(neighbour, 1, 12);
        Map<String, String> there = Map.of("tps", election.station(1, 2), "reason", "Tertulis TPS 002");
        assertThat(post(OPERATOR, photos + "/" + photo + "/move", there).code()).isEqualTo("ROLE_MISSING");
        assertThat(move(photo, Map.of("tps", election.station(1, 2))).code()).isEqualTo("REASON_MISSING");
        assertThat(move(photo, Map.of("tps", election.station(1, 1), "reason", "x"))
                        .code())
                .isEqualTo("PHOTO_STAYS");
        assertThat(move(photo, Map.of("tps", "TPS 2", "reason", "x")).code()).isEqualTo("REPORT_UNKNOWN");
        assertThat(move(photo, Map.of("tps", election.village(1) + "099", "reason", "x"))
                        .code())
                .isEqualTo("REPORT_UNKNOWN");
        assertThat(move(photo, Map.of("tps", "9999999999999", "reason", "x")).code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(move(photo, Map.of("tps", election.station(1, 2), "page", 0, "reason", "x"))
                        .code())
                .isEqualTo("PHOTO_PAGE");

        Answer moved = move(photo, there);
        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
        assertThat(moved.at("version").asInt()).isEqualTo(2);
        Answer here = get(VERIFIER, photos);
        assertThat(here.at("state").asString()).isEqualTo("NONE");
        assertThat(here.at("movedAway")
                        .get(0)
                        .path("moves")
                        .get(0)
                        .path("toTps")
                        .asString())
                .isEqualTo(election.station(1, 2));
        Answer target = get(VERIFIER, neighbour);
        assertThat(target.at("photos").findValuesAsString("id")).containsExactly(photo);
        JsonNode told = target.at("photos").get(0).path("moves").get(0);
        assertThat(told.path("fromTps").asString()).isEqualTo(election.station(1, 1));
        assertThat(told.path("by").asString()).isEqualTo(VERIFIER);
        assertThat(told.path("reason").asString()).isEqualTo("Tertulis TPS 002");
        assertThat(move(photo, there).code()).isEqualTo("PHOTO_UNKNOWN");
        assertThat(get(VERIFIER, report).at("history").findValuesAsString("type"))
                .containsExactly("PhotoAdded", "PhotoMovedAway");
        assertThat(get(VERIFIER, election.report("bupati", election.station(1, 2)))
                        .at("history")
                        .findValuesAsString("type"))
                .containsExactly("PhotoAdded", "PhotoMovedHere");

        assertThat(post("supervisor", neighbour + "/" + photo + "/withdrawal", Map.of("reason", "x"))
                        .code())
                .isEqualTo("ROLE_MISSING");
        post(VERIFIER, neighbour + "/" + photo + "/withdrawal", Map.of("reason", "x"));
        assertThat(post(
                                "supervisor",
                                neighbour + "/" + photo + "/move",
                                Map.of("tps", election.station(1, 1), "reason", "x"))
                        .code())
                .isEqualTo("PHOTO_WITHDRAWN");
    }

    @Test
    void a_foreign_region_sees_and_adds_nothing() {
        String photo = added(photos, 1, 13);
        assertThat(get("operator.kenanga", photos).code()).isEqualTo("REGION_FOREIGN");
        assertThat(get("operator.kenanga", photos + "/" + photo).code()).isEqualTo("REGION_FOREIGN");
        assertThat(announce("operator.kenanga", photos, 1, new byte[] {1}).code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(get(OPERATOR, neighbour + "/" + photo).code()).isEqualTo("PHOTO_UNKNOWN");
        assertThat(get(null, photos + "/" + photo).status()).isEqualTo(401);
    }

    @Test
    void a_report_has_room_for_so_many_photos() {
        added(photos, 1, 14);
        jdbc.sql("""
                        insert into desk.photo (id, report_id, page, version, received_sha256, stored_sha256,
                            thumbnail_sha256, fingerprint, bands, width, height, size, uploaded_by, uploaded_at)
                        select gen_random_uuid(), p.report_id, 2, n, p.received_sha256, p.stored_sha256, p.thumbnail_sha256, 0,
                               '{}', 3, 4, 5, p.uploaded_by, now()
                        from desk.photo p join desk.report r on r.id = p.report_id, generate_series(1, 79) n
                        where r.station = ?
                        """).param(election.station(1, 1)).update();
        assertThat(add(photos, 3, PhotoMother.jpeg(seed(15), 300, 400)).code()).isEqualTo("PHOTO_LIMIT");
    }

    @Test
    void the_database_refuses_to_delete_and_to_change_a_photo() {
        String photo = added(photos, 1, 16);
        for (String statement : List.of(
                "delete from desk.photo where id = ?::uuid",
                "update desk.photo set stored_sha256 = repeat('0', 64) where id = ?::uuid",
                "delete from desk.photo_content where sha256 = ?",
                "delete from desk.photo_move where photo_id = ?::uuid")) {
            assertThatThrownBy(() -> jdbc.sql(statement).param(photo).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never deleted");
        }
    }

    /** Other elections of this run have photos of their own; the dice begin anew for each. */
    private long seed(int number) {
        return Long.parseLong(election.regency()) * 1000 + number;
    }

    private String added(String where, int page, int number) {
        Answer answer = add(where, page, PhotoMother.jpeg(seed(number), 600, 800));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.at("id").asString();
    }

    private Answer announce(String where, int page, byte[] file) {
        return announce(OPERATOR, where, page, file);
    }

    private Answer announce(String user, String where, int page, byte[] file) {
        return post(user, where + "/uploads", Map.of("page", page, "size", file.length, "sha256", Sha256.of(file)));
    }

    private Answer begin(String where, Map<String, Object> announcement) {
        return post(OPERATOR, where + "/uploads", announcement);
    }

    private Answer piece(String upload, int offset, byte[] file, int length) {
        byte[] piece = Arrays.copyOfRange(file, Math.min(offset, file.length), Math.min(offset, file.length) + length);
        return answer(raw(
                OPERATOR,
                "PATCH",
                upload,
                piece,
                Map.of("Upload-Offset", String.valueOf(offset), "Content-Type", "application/octet-stream")));
    }

    private Answer withdraw(String user, String photo, String reason) {
        return post(user, photos + "/" + photo + "/withdrawal", Map.of("reason", reason));
    }

    private Answer move(String photo, Map<String, ?> where) {
        return post(VERIFIER, photos + "/" + photo + "/move", where);
    }

    private Answer add(String where, int page, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--batas\r\nContent-Disposition: form-data; name=\"page\"\r\n\r\n" + page
                        + "\r\n--batas\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"c-hasil.jpg\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--batas--\r\n".getBytes(StandardCharsets.UTF_8));
        return answer(raw(
                OPERATOR,
                "POST",
                where,
                body.toByteArray(),
                Map.of("Content-Type", "multipart/form-data; boundary=batas")));
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private HttpResponse<byte[]> raw(
            String user, String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(user))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The file with bytes behind its end, as some cameras write them. */
    private static byte[] padded(byte[] jpeg, int length) {
        return Arrays.copyOf(jpeg, length);
    }

    private static Map<String, Object> consistent() {
        return Map.of("figures", TallyMother.consistentFigures(), "votes", TallyMother.consistentVotes());
    }
}
