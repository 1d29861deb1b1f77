package id.deskpemilu.dispatch.sending;

import id.deskpemilu.shared.BackOff;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets letters, and how long the desk tries.
 *
 * @param receivers who gets them; nobody: a person carries them
 * @param transfers how long it tries
 */
@ConfigurationProperties("desk.letters")
public record TransferSettings(
        @DefaultValue List<Receiver> receivers,
        @DefaultValue Transfers transfers) {

    /**
     * How long the desk tries.
     *
     * @param lease how long a node may take for what it took; then another one tries
     * @param mostAttempts after so many it is given up
     * @param firstWait how long after the first failure; doubled at each further one
     * @param longestWait at most so long between two attempts
     */
    public record Transfers(
            @DefaultValue("3m") Duration lease,
            @DefaultValue("60") int mostAttempts,
            @DefaultValue("10s") Duration firstWait,
            @DefaultValue("5m") Duration longestWait) {

        BackOff backOff() {
            return new BackOff(firstWait, longestWait);
        }
    }

    /** Those who get the letters of the region, in the order of the settings; never nobody. */
    public List<Receiver> of(RegionCode region) {
        List<Receiver> gets =
                receivers.stream().filter(receiver -> receiver.gets(region)).toList();
        return gets.isEmpty() ? List.of(Receiver.BY_HAND) : gets;
    }

    /** The receiver of that name, if it is still one. */
    public Optional<Receiver> find(String name) {
        return name.equals(Receiver.BY_HAND.name())
                ? Optional.of(Receiver.BY_HAND)
                : receivers.stream()
                        .filter(receiver -> receiver.name().equals(name))
                        .findFirst();
    }
}
