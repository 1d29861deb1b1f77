package id.deskpemilu.board.web;

import id.deskpemilu.board.LiveBoards;
import id.deskpemilu.shared.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Opens lines of server-sent events. An event is named {@code board}; its id and its data are the version. */
@Component
class Lines {

    // the browser opens a new one by itself; what a proxy or a phone has forgotten is cleared away
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(3);

    private final LiveBoards boards;

    Lines(LiveBoards boards) {
        this.boards = boards;
    }

    /**
     * A line to somebody who may see the view.
     *
     * @param person whose lines are counted together
     * @param known the version that the page has; null if none
     * @param mayStay asked from time to time; where it says no, the line ends
     * @throws Refusal those of {@link LiveBoards#watch}
     */
    ResponseEntity<SseEmitter> open(
            String person, LiveBoards.View view, @Nullable String known, BooleanSupplier mayStay) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        LiveBoards.Line line = boards.watch(person, view, known, new LiveBoards.Watcher() {
            @Override
            public void changed(String version) throws IOException {
                emitter.send(SseEmitter.event()
                        .id(version)
                        .name("board")
                        .reconnectTime(COME_BACK_AFTER.toMillis())
                        .data(version, MediaType.TEXT_PLAIN));
            }

            @Override
            public void alive() throws IOException {
                emitter.send(SseEmitter.event().comment("."));
            }

            @Override
            public boolean mayStay() {
                return mayStay.getAsBoolean();
            }

            @Override
            public void end() {
                emitter.complete();
            }
        });
        try {
            emitter.send(SseEmitter.event().comment("buka")); // so that the page knows at once that the line is open
        } catch (IOException gone) {
            line.close();
        }
        emitter.onCompletion(line::close);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> line.close());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no") // a proxy must not collect events
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(emitter);
    }
}
