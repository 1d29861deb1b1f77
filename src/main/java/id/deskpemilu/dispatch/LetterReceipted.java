package id.deskpemilu.dispatch;

/** A receiver has confirmed the letter. */
public record LetterReceipted(LetterId letter) {}
