package id.deskpemilu.report;

import id.deskpemilu.election.Round;
import id.deskpemilu.shared.Sha256;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The SHA-256 by which anyone can check that figures are those that were sent. It is taken over one line of JSON without
 * spaces, keys in alphabetical order:
 * {@code {"contest":"bupati","election":"…","figures":{…},"revision":1,"tps":"…","votes":{…}}}.
 * In a later round of the contest {@code "round":2} stands before {@code "tps"}.
 */
public final class Fingerprint {

    private static final String REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int REFERENCE_LENGTH = 12;

    private Fingerprint() {}

    /** The fingerprint of a revision; {@code round} is 1 but for stations that voted or counted again. */
    public static String of(String election, String contest, String station, int round, int revision, Tally tally) {
        Map<String, Integer> votes = new TreeMap<>();
        tally.votes().forEach((number, count) -> votes.put(String.valueOf(number), count));
        return Sha256.of("{\"contest\":\"" + contest + "\",\"election\":\"" + election + "\",\"figures\":"
                + object(tally.figures()) + ",\"revision\":" + revision
                + (round == Round.FIRST ? "" : ",\"round\":" + round) + ",\"tps\":\"" + station + "\",\"votes\":"
                + object(votes) + "}");
    }

    /** A reference that can be read out over the telephone: twelve letters and digits in groups of four. */
    static String reference(String text) {
        byte[] digest = Sha256.digest(text);
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                reference.append('-');
            }
            reference.append(REFERENCE_ALPHABET.charAt(digest[i] & 31));
        }
        return reference.toString();
    }

    private static String object(Map<String, Integer> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
