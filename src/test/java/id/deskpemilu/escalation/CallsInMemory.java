package id.deskpemilu.escalation;

import id.deskpemilu.shared.RegionCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who has called in which desa, without a database. */
public final class CallsInMemory extends CallList {

    private final Map<String, String> calls = new TreeMap<>();
    private final Map<RegionCode, List<Operator>> operators = new TreeMap<>();

    public CallsInMemory() {
        super(null, null);
    }

    /** Who has called, by election and desa. */
    public Map<String, String> all() {
        return Map.copyOf(calls);
    }

    @Override
    public void called(String by, long electionId, RegionCode village) {
        calls.put(electionId + " " + village.digits(), by);
    }

    @Override
    public boolean forget(long electionId, RegionCode village) {
        return calls.remove(electionId + " " + village.digits()) != null;
    }

    /** With somebody who reports for the desa. */
    public void operator(RegionCode village, String username) {
        operators.put(village, List.of(new Operator(username, username, null)));
    }

    @Override
    public Map<RegionCode, List<Operator>> operators(Collection<RegionCode> villages) {
        return Map.copyOf(operators);
    }
}
