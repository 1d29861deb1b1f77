package id.deskpemilu.shared.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page; model attribute {@code frame}.
 *
 * @param agency name of the agency that runs the desk
 * @param election name of the election at hand, if there is one
 * @param simulation whether a practice election is shown: then every page carries the band SIMULASI
 * @param person display name of who is signed in, or null before login
 * @param roles message keys below {@code role.}, such as {@code operator}
 * @param region label of the region this person acts for, such as "Desa Sukamaju"
 * @param nav the entries this person may see, in order
 * @param now what the clock of the election shows, in the zone of the region; in a rehearsal it may run apart from the real one
 * @param speed how many times as fast as the real clock it runs
 * @param madeAt the real time at which the page was made
 * @param banner a message that asks to be read before anything else; null if there is none
 */
public record Frame(
        String agency,
        @Nullable String election,
        boolean simulation,
        @Nullable String person,
        List<String> roles,
        @Nullable String region,
        List<Nav> nav,
        ZonedDateTime now,
        double speed,
        Instant madeAt,
        @Nullable Banner banner) {

    /**
     * One entry of the navigation.
     *
     * @param key one of {@code tasks inbox escalations board letters messages admin me}: names the icon and the message {@code nav.<key>}
     * @param unread how much there is that the person has not read; 0 shows nothing
     */
    public record Nav(String key, String href, boolean active, int unread) {

        /** An entry without anything to read. */
        public Nav(String key, String href, boolean active) {
            this(key, href, active, 0);
        }
    }

    /**
     * A message above the page.
     *
     * @param id the number of the message
     * @param href what it is about; null if nothing more than what it says
     * @param more how many others cannot wait either
     * @param then where one goes on after it was acknowledged: {@code tasks}, {@code inbox} or {@code progress}
     */
    public record Banner(
            long id, String title, String text, @Nullable String href, int more, String then) {}
}
