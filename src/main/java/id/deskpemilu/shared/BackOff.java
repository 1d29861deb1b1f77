package id.deskpemilu.shared;

import java.time.Duration;

/**
 * How long something that failed is left alone before it is tried again.
 *
 * @param first after the first failure; doubled at each further one
 * @param longest at most
 */
public record BackOff(Duration first, Duration longest) {

    /**
     * Doubled at each attempt, between half of it and all of it by chance, so that a crowd does not come back at once.
     *
     * @param attempt which attempt has failed, from 1
     * @param notBefore how long the other side wants to be left alone; no longer than the longest wait counts
     * @param chance from 0 to 1
     */
    public Duration after(int attempt, Duration notBefore, double chance) {
        Duration whole = first;
        for (int i = 1; i < attempt && whole.compareTo(longest) < 0; i++) {
            whole = whole.multipliedBy(2);
        }
        if (whole.compareTo(longest) > 0) {
            whole = longest;
        }
        Duration wait = Duration.ofMillis(Math.round(whole.toMillis() * (0.5 + chance / 2)));
        Duration asked = notBefore.compareTo(longest) > 0 ? longest : notBefore;
        return wait.compareTo(asked) > 0 ? wait : asked;
    }
}
