package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.shared.RegionCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The desks below, without a database. */
public final class SendersInMemory extends Senders {

    private final SortedMap<RegionCode, Sender> senders = new TreeMap<>();

    public SendersInMemory(Sender... registered) {
        super(null);
        List.of(registered).forEach(this::save);
    }

    /** Every one, in the order of their regions. */
    public List<Sender> all() {
        return List.copyOf(senders.values());
    }

    @Override
    public List<Sender> in(Collection<RegionCode> regions) {
        return senders.values().stream()
                .filter(sender -> regions.stream().anyMatch(region -> region.contains(sender.region())))
                .toList();
    }

    @Override
    public Optional<Sender> find(RegionCode region) {
        return Optional.ofNullable(senders.get(region));
    }

    @Override
    public Optional<Sender> lock(RegionCode region) {
        return find(region);
    }

    @Override
    public void save(Sender sender) {
        senders.put(sender.region(), sender);
    }
}
