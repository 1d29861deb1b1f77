package id.deskpemilu.escalation;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is waited for, laid down by a test. */
public final class WaitingInMemory extends Waiting {

    private record Since(RegionCode region, Instant since) {}

    private final Escalations escalations;
    private final SortedMap<RegionCode, Integer> unreported = new TreeMap<>();
    private final List<Since> unverified = new ArrayList<>();
    private final List<Since> unanswered = new ArrayList<>();

    public WaitingInMemory(Escalations escalations) {
        super(null);
        this.escalations = escalations;
    }

    /** So many reports of the desa are missing. */
    public void unreported(String village, int missing) {
        unreported.put(new RegionCode(village), missing);
    }

    /** Every report of the desa has come. */
    public void reported(String village) {
        unreported.remove(new RegionCode(village));
    }

    /** A report of the kecamatan waits for a verifier since then. */
    public void unverified(String district, Instant since) {
        unverified.add(new Since(new RegionCode(district), since));
    }

    /** A correction of the desa waits for its operator since then. */
    public void unanswered(String village, Instant since) {
        unanswered.add(new Since(new RegionCode(village), since));
    }

    /** Nobody is waited for any more. */
    public void settled() {
        unverified.clear();
        unanswered.clear();
    }

    @Override
    public Map<RegionCode, Integer> unreported(long contestId, RegionCode region) {
        SortedMap<RegionCode, Integer> inside = new TreeMap<>(unreported);
        inside.keySet().removeIf(village -> !region.contains(village));
        return inside;
    }

    @Override
    public int unreported(long contestId, RegionCode region, @Nullable UUID butOf) {
        return sum(unreported(contestId, region));
    }

    @Override
    public int unreportedOfElection(long electionId, RegionCode region) {
        return sum(unreported(0, region));
    }

    @Override
    public Map<RegionCode, Integer> unverified(long contestId, RegionCode region, Instant before) {
        return before(unverified, region, before);
    }

    @Override
    public Map<RegionCode, Integer> unanswered(long contestId, RegionCode region, Instant before) {
        return before(unanswered, region, before);
    }

    @Override
    public List<UnderWay> underWay(long contestId, RegionCode region) {
        return escalations.active(contestId).stream()
                .filter(one -> region.contains(one.region()))
                .map(one -> new UnderWay(one.id(), one.kind(), one.region()))
                .toList();
    }

    private static int sum(Map<RegionCode, Integer> counts) {
        return counts.values().stream().mapToInt(Objects::requireNonNull).sum();
    }

    private static Map<RegionCode, Integer> before(List<Since> all, RegionCode region, Instant before) {
        SortedMap<RegionCode, Integer> counts = new TreeMap<>();
        all.stream()
                .filter(one -> region.contains(one.region()) && one.since().isBefore(before))
                .forEach(one -> counts.merge(one.region(), 1, Integer::sum));
        return counts;
    }
}
