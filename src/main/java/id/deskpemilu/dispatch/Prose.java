package id.deskpemilu.dispatch;

/**
 * What the supervisor writes in a letter; everything else is figures and fixed texts.
 *
 * @param situation public order and other circumstances; empty for the standard sentence
 * @param problems problems and what was done about them; empty for the standard sentence
 * @param suggestions suggestions; empty for none
 */
public record Prose(String situation, String problems, String suggestions) {

    /** Nothing written yet. */
    public static final Prose NONE = new Prose("", "", "");

    /** Letters of each of the three texts at most. */
    public static final int LONGEST = 4000;
}
