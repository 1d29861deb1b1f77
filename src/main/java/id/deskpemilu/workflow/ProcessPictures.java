package id.deskpemilu.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The pictures of the models that come with the desk; each is read once, and drawn once for each of its steps. */
@Component
public class ProcessPictures {

    /** The models speak Bahasa Indonesia, and so do their pictures. */
    private static final Locale BAHASA = Locale.forLanguageTag("id");

    private final Map<String, ProcessPicture> pictures = new ConcurrentHashMap<>();
    private final Map<String, String> drawn = new ConcurrentHashMap<>();
    private final MessageSource messages;

    ProcessPictures(MessageSource messages) {
        this.messages = messages;
    }

    /** How the pictures look; the same for all. */
    public String style() {
        return ProcessPicture.STYLE;
    }

    /**
     * The picture of a model as an SVG document; none if there is no such model.
     *
     * @param model its file's name without the ending
     * @param step the id of the step to be marked; one that the model does not have marks nothing
     */
    public Optional<String> of(String model, @Nullable String step) {
        ClassPathResource file = new ClassPathResource("bpmn/" + model + ".bpmn");
        if (!model.matches("[a-z-]+") || !pictures.containsKey(model) && !file.exists()) {
            return Optional.empty();
        }
        ProcessPicture picture = pictures.computeIfAbsent(model, name -> read(file));
        Optional<String> name = picture.step(step);
        return Optional.of(
                drawn.computeIfAbsent(name.isPresent() ? model + "#" + step : model, key -> draw(picture, name, step)));
    }

    private String draw(ProcessPicture picture, Optional<String> name, @Nullable String step) {
        String title = name.map(words -> text("process.picture.at", picture.name(), words))
                .orElseGet(() -> text("process.picture", picture.name()));
        return picture.svg(title, step, text("process.here"));
    }

    private String text(String code, Object... values) {
        return messages.getMessage(code, values, BAHASA);
    }

    private static ProcessPicture read(ClassPathResource file) {
        try (InputStream model = file.getInputStream()) {
            return ProcessPicture.of(Bpmn.readModelFromStream(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
