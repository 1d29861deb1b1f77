package id.deskpemilu.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EscalationStepsTest {

    @Test
    void every_step_that_a_page_marks_stands_in_the_drawn_model() throws IOException {
        String model = Files.readString(Path.of("bpmn", "escalation.bpmn"));
        for (Escalation.State state : Escalation.State.values()) {
            for (Level level : Level.values()) {
                String step = EscalationSteps.of(state, level);
                if (state == Escalation.State.ENDED) {
                    assertThat(step).isNull();
                } else {
                    assertThat(model)
                            .as("%s at %s", state, level)
                            .contains("id=\"" + step + "\"", "bpmnElement=\"" + step);
                }
            }
        }
    }
}
