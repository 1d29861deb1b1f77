package id.deskpemilu.escalation.usecase;

import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationPolicy.Party;
import id.deskpemilu.escalation.Escalations;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.People;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.NewNotice;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says to those who were told above the desa that nobody is silent there any more. The process does it. */
@UseCase
public class AnnounceEnd {

    private final Escalations escalations;
    private final People people;
    private final Notices notices;
    private final Regions regions;

    AnnounceEnd(Escalations escalations, People people, Notices notices, Regions regions) {
        this.escalations = escalations;
        this.people = people;
        this.notices = notices;
        this.regions = regions;
    }

    /** Announces; one that ended because the contest was closed is not news. */
    public void execute(EscalationId id) {
        Escalation escalation = escalations.get(id);
        if (escalation.outcome() != Escalation.Outcome.DONE || escalation.level() == Level.RESPONSIBLE) {
            return;
        }
        String name = regions.find(escalation.region()).map(Region::name).orElse("");
        Stream<Party> told = escalation.level() == Level.KABUPATEN
                ? Stream.of(Party.COORDINATOR, Party.SUPERVISOR)
                : Stream.of(Party.COORDINATOR);
        notices.post(told.flatMap(party -> people.of(party, escalation.region()).stream())
                .map(person -> new NewNotice(
                        "ended:" + id + ":" + person.username(),
                        escalation.electionId(),
                        escalation.region(),
                        "ESCALATION_ENDED",
                        List.of(name),
                        "/escalations/" + id,
                        person,
                        Set.of(Channel.IN_APP)))
                .toList());
    }
}
