package id.deskpemilu.notification;

import id.deskpemilu.shared.RegionCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that a person is to be told.
 *
 * @param key unique for ever, at most 200 characters: a second notice of the same key is not posted; from the general to
 *     the particular with colons, e.g. {@code stage:12:990101:budi}
 * @param electionId the election it belongs to
 * @param region what it is about
 * @param template upper-case word with the texts {@code notice.<template>.title} and {@code notice.<template>.text}
 * @param values what is put in their {@code {0}}, {@code {1}} …
 * @param link a path of the desk that begins with one {@code /}
 * @param recipient whom it is for
 * @param channels by which roads, as far as they are set up and the recipient can be reached by them
 */
public record NewNotice(
        String key,
        long electionId,
        RegionCode region,
        String template,
        List<String> values,
        String link,
        Recipient recipient,
        Set<Channel> channels) {

    private static final int LONGEST_KEY = 200;
    private static final Pattern TEMPLATE = Pattern.compile("[A-Z][A-Z_]{0,59}");
    private static final Pattern LINK = Pattern.compile("/([^/\\\\].*)?");

    public NewNotice {
        values = List.copyOf(values);
        channels = Set.copyOf(channels);
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        if (!TEMPLATE.matcher(template).matches()) {
            throw new IllegalArgumentException("not a template: " + template);
        }
        if (!LINK.matcher(link).matches()) {
            throw new IllegalArgumentException("not a path of the desk: " + link);
        }
    }
}
