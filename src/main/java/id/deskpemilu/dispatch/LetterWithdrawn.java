package id.deskpemilu.dispatch;

/** The letter does not hold any more: those who have it are to be told. Published in the transaction. */
public record LetterWithdrawn(LetterId letter) {}
