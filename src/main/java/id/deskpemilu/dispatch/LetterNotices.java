package id.deskpemilu.dispatch;

import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.EscalationPolicy.Party;
import id.deskpemilu.escalation.People;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.NewNotice;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.notification.Recipient;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells those who may sign a letter what it waits for. */
@Component
public class LetterNotices {

    private static final Set<Channel> ROADS = EnumSet.of(Channel.IN_APP, Channel.PUSH, Channel.CHAT);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH.mm z", Locale.forLanguageTag("id-ID"));

    private final People people;
    private final Regions regions;
    private final Notices notices;
    private final Clock clock;

    LetterNotices(People people, Regions regions, Notices notices, Clock clock) {
        this.people = people;
        this.regions = regions;
        this.notices = notices;
        this.clock = clock;
    }

    /** Its figures are frozen: it is to be read and signed. */
    public void ready(Letter letter) {
        post(letter, "LETTER_READY", letter.cutAt().toString());
    }

    /** Nobody has confirmed it in time, though it was sent again. */
    public void unconfirmed(Letter letter) {
        post(letter, "LETTER_UNCONFIRMED", clock.instant().toString());
    }

    /** The letter of a kecamatan is signed: its kabupaten has it. */
    public void handedOver(Letter letter) {
        post(letter, "LETTER_HANDED_OVER", "");
    }

    private void post(Letter letter, String template, String occasion) {
        Region region = regions.find(letter.region()).orElseThrow();
        String hour = HOUR.format(letter.cutAt().atZone(region.zone().id()));
        List<Recipient> told = new ArrayList<>(people.of(Party.SUPERVISOR, letter.region()));
        if (letter.region().level() == RegionCode.Level.DISTRICT) {
            told.addAll(people.of(Party.COORDINATOR, letter.region()));
        }
        notices.post(told.stream()
                .map(person -> new NewNotice(
                        "letter:%s:%s:%s:%s".formatted(letter.id(), template, occasion, person.username()),
                        letter.election().id(),
                        letter.region(),
                        template,
                        List.of(region.name(), hour),
                        "/letters/" + letter.id(),
                        person,
                        ROADS))
                .toList());
    }
}
