package id.deskpemilu.conversation.web;

import id.deskpemilu.conversation.usecase.ReadThread;
import id.deskpemilu.conversation.usecase.WriteComment;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportThread;
import id.deskpemilu.report.ReportThread.Remark;
import id.deskpemilu.report.usecase.ReportAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said about a report, in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/contests/{contest}/reports/{tps}/comments")
@Tag(name = "messages", description = "Pesan, percakapan tentang laporan")
class CommentApi {

    private final ReadThread readThread;
    private final WriteComment writeComment;

    CommentApi(ReadThread readThread, WriteComment writeComment) {
        this.readThread = readThread;
        this.writeComment = writeComment;
    }

    /**
     * A thread.
     *
     * @param access {@code VEILED} until the reader has keyed the figures from the photo, {@code READ}, {@code WRITE}, or
     *     {@code ANSWER} for the desk
     * @param unanswered whether an operator waits for an answer
     */
    record ThreadResource(ReportThread.Access access, boolean unanswered, List<CommentResource> comments) {}

    record CommentResource(long id, Instant at, String author, String name, String role, String text) {}

    record Said(@Nullable String text) {}

    @GetMapping
    @Operation(summary = "What operator and desk say to each other about the report, the first one first")
    ThreadResource read(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable Integer round) {
        ReportThread thread = readThread.execute(actor, ReportAddress.of(election, contest, tps, round));
        return new ThreadResource(
                thread.access(),
                thread.unanswered(),
                thread.remarks().stream().map(CommentApi::resource).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say something about the report; with an Idempotency-Key it is said once")
    CommentResource write(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Said said) {
        return resource(writeComment.execute(
                actor,
                ReportAddress.of(election, contest, tps),
                Objects.requireNonNullElse(said.text(), ""),
                key == null ? UUID.randomUUID().toString() : key));
    }

    private static CommentResource resource(Remark remark) {
        return new CommentResource(
                remark.id(),
                remark.at(),
                remark.author(),
                remark.name(),
                remark.role().realmName(),
                remark.text());
    }
}
