package id.deskpemilu.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The process models of the folder {@code bpmn}. */
record Models(String file, BpmnModelInstance model) {

    static final Path FOLDER = Path.of("bpmn");

    /** Every BPMN model. */
    static List<Models> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> new Models(file.getFileName().toString(), Bpmn.readModelFromFile(file.toFile())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BpmnModelInstance tpsReport() {
        return named("tps-report.bpmn");
    }

    static BpmnModelInstance named(String file) {
        return Bpmn.readModelFromFile(FOLDER.resolve(file).toFile());
    }

    /** The only process of the model. */
    Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    @Override
    public String toString() {
        return file;
    }
}
