package id.deskpemilu.dispatch.snapshot;

/**
 * A snapshot as it is kept, sent and attached.
 *
 * @param snapshot what it says
 * @param json its bytes, which are never written anew
 * @param sha256 of those bytes, 64 hexadecimal digits in lower case
 */
public record Frozen(Snapshot snapshot, byte[] json, String sha256) {}
