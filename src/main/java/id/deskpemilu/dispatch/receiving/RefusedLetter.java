package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;

/**
 * A file that was not taken; the file itself is not kept.
 *
 * @param at when
 * @param sender the account that sent it
 * @param letter the name under which it came
 * @param region the sender's own, whatever the file says
 * @param code of the refusal
 * @param fileHash the SHA-256 of the file
 */
public record RefusedLetter(
        Instant at, String sender, LetterId letter, RegionCode region, String code, String fileHash) {}
