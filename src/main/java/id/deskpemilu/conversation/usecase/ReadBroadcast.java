package id.deskpemilu.conversation.usecase;

import id.deskpemilu.conversation.Broadcast;
import id.deskpemilu.conversation.BroadcastRights;
import id.deskpemilu.conversation.Broadcasts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how far a broadcast has come: how many got it, how many have read it, and who. */
@UseCase(readOnly = true)
public class ReadBroadcast {

    private final Broadcasts broadcasts;

    ReadBroadcast(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    /**
     * How far it has come.
     *
     * @param broadcast the broadcast
     * @param region the region that is looked at
     * @param parts the regions below it, or itself if it is a desa
     * @param readers those of the region who have read it, or who have not
     * @param page the page of the readers, from 0
     */
    public record Reached(
            Broadcast broadcast,
            RegionCode region,
            List<Broadcasts.Reach> parts,
            List<Broadcasts.Reader> readers,
            int page) {

        /** How many of the region got it. */
        public int got() {
            return parts.stream().mapToInt(Broadcasts.Reach::got).sum();
        }

        /** How many of the region have read it. */
        public int read() {
            return parts.stream().mapToInt(Broadcasts.Reach::read).sum();
        }
    }

    /**
     * Reads it.
     *
     * @param region which part of its region; null: all of it
     * @param read whether to name those who have read it, or those who have not
     * @param page the page of the names, from 0
     * @throws Refusal {@code BROADCAST_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public Reached execute(Actor reader, UUID id, @Nullable RegionCode region, boolean read, int page) {
        Broadcast broadcast =
                broadcasts.find(id).orElseThrow(() -> Refusal.notFound("BROADCAST_UNKNOWN", id.toString()));
        BroadcastRights.requireSight(reader, broadcast.region());
        RegionCode within = region == null || !broadcast.region().contains(region) ? broadcast.region() : region;
        int shown = Math.max(0, page);
        return new Reached(
                broadcast,
                within,
                broadcasts.reach(broadcast, within),
                broadcasts.readers(broadcast, within, read, shown),
                shown);
    }
}
