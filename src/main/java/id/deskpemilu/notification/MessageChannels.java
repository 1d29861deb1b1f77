package id.deskpemilu.notification;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roads out of the desk that are set up. */
public final class MessageChannels {

    private final Map<Channel, MessageChannel> open = new EnumMap<>(Channel.class);

    /**
     * The roads of these adapters.
     *
     * @throws IllegalArgumentException if two of them serve the same channel
     */
    public MessageChannels(Collection<? extends MessageChannel> adapters) {
        for (MessageChannel adapter : adapters) {
            if (open.put(adapter.channel(), adapter) != null) {
                throw new IllegalArgumentException("two adapters for " + adapter.channel());
            }
        }
    }

    /** The channels that are open. */
    public Set<Channel> open() {
        return Set.copyOf(open.keySet());
    }

    /** Whether the channel is open. */
    public boolean isOpen(Channel channel) {
        return open.containsKey(channel);
    }

    /** The adapter of the channel, if it is open. */
    public Optional<MessageChannel> of(Channel channel) {
        return Optional.ofNullable(open.get(channel));
    }
}
