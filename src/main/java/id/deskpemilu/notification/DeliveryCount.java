package id.deskpemilu.notification;

/**
 * How many deliveries of a channel are in a state.
 *
 * @param channel the channel, never {@link Channel#IN_APP}
 * @param state the state
 * @param number how many, at least one
 */
public record DeliveryCount(Channel channel, Delivery.State state, long number) {}
