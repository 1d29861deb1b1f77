package id.deskpemilu.dispatch;

/** Every receiver has the letter. */
public record LetterSent(LetterId letter) {}
