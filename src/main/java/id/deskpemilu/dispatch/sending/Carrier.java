package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.sending.Transfer.State;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Carries what is due by the roads that are open; holds no transaction while it waits for the other side. */
class Carrier {

    /** No road takes longer for one attempt. */
    static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(90);

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final TransferQueue queue;
    private final Parcels parcels;
    private final Map<String, Road> roads;

    Carrier(TransferQueue queue, Parcels parcels, Map<String, Road> roads) {
        this.queue = queue;
        this.parcels = parcels;
        this.roads = new HashMap<>(roads);
    }

    /** The receivers to whom a road leads. */
    Collection<String> receivers() {
        return roads.keySet();
    }

    /**
     * Carries the next one to the receiver.
     *
     * @return how many were carried, one or none
     */
    int carry(String receiver) {
        @Nullable Road road = roads.get(receiver);
        if (road == null) {
            return 0;
        }
        Optional<TransferQueue.Claimed> next = queue.claim(receiver);
        next.ifPresent(claimed -> carry(road, claimed));
        return next.isPresent() ? 1 : 0;
    }

    private void carry(Road road, TransferQueue.Claimed claimed) {
        Road.Outcome outcome = attempt(road, claimed);
        Optional<State> state = queue.record(claimed, outcome);
        if (state.isEmpty()) {
            LOG.warn("Letter {} to {} took too long: another node sends it too", claimed.letter(), claimed.receiver());
        } else if (!state.get().hasArrived()) {
            // what is tried again is on the page of the letter; a person is needed only for the others
            LOG.atLevel(state.get() == State.FAILED ? Level.INFO : Level.WARN)
                    .log(
                            "Letter {} to {}: {} at attempt {}, {}",
                            claimed.letter(),
                            claimed.receiver(),
                            error(outcome),
                            claimed.attempt(),
                            state.get());
        }
    }

    /** What goes wrong inside a road is told by the kind of failure only: its message may hold a secret. */
    private Road.Outcome attempt(Road road, TransferQueue.Claimed claimed) {
        try {
            return road.carry(parcels.of(claimed));
        } catch (RuntimeException e) {
            LOG.error(
                    "Sending to {} failed inside the desk: {}",
                    claimed.receiver(),
                    e.getClass().getName());
            return Road.Outcome.tryLater("FAULT", null);
        }
    }

    private static String error(Road.Outcome outcome) {
        if (outcome instanceof Road.Outcome.TryLater later) {
            return later.error();
        }
        return outcome instanceof Road.Outcome.Refused refused ? refused.error() : "";
    }
}
