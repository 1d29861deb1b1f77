package id.deskpemilu.election.imports;

/** What a message quotes from a file. */
final class Texts {

    private static final int LONGEST_QUOTE = 60;

    private Texts() {}

    /** The text, short enough for a message and without control characters. */
    static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE - 1) + "…";
    }
}
