package id.deskpemilu.escalation;

import id.deskpemilu.escalation.EscalationPolicy.Party;
import id.deskpemilu.notification.Recipient;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.List;

/** Those who can be told, without a database. */
public final class PeopleInMemory extends People {

    private record Acting(Party party, RegionCode region, String username) {}

    private final List<Acting> acting = new ArrayList<>();

    public PeopleInMemory() {
        super(null, null);
    }

    /** With somebody who acts for the region and what lies in it. */
    public PeopleInMemory with(Party party, String region, String username) {
        acting.add(new Acting(party, new RegionCode(region), username));
        return this;
    }

    @Override
    public List<Recipient> of(Party party, RegionCode region) {
        return acting.stream()
                .filter(one -> one.party() == party && one.region().contains(region))
                .map(Acting::username)
                .sorted()
                .map(username -> new Recipient(username, username, null, null))
                .toList();
    }
}
