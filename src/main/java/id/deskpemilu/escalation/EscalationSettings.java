package id.deskpemilu.escalation;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the desk lays down for those who are silent.
 *
 * @param stages the stages of a new election, each an hour and a {@link Stage.Kind}
 * @param verifyWithin how long a report may wait for a verifier, by the clock of the election
 * @param answerWithin how long a correction may wait for its answer, likewise
 * @param sweepEvery how often both are looked at on the evening, likewise
 */
@ConfigurationProperties("desk.escalation")
public record EscalationSettings(
        @DefaultValue({"15:00 REMINDER", "17:00 REMINDER", "18:30 KECAMATAN", "19:30 KABUPATEN", "20:00 CUTOFF"})
        List<String> stages,

        @DefaultValue("60m") Duration verifyWithin,
        @DefaultValue("20m") Duration answerWithin,
        @DefaultValue("5m") Duration sweepEvery) {

    /** The stages of a new election, in order. */
    public List<Stage> firstStages() {
        List<Stage> read = new ArrayList<>();
        for (String stage : stages) {
            String[] parts = stage.strip().split("\\s+");
            read.add(new Stage(0, LocalTime.parse(parts[0]), false, Stage.Kind.valueOf(parts[1])));
        }
        read.sort(Stage.IN_ORDER);
        return List.copyOf(read);
    }
}
