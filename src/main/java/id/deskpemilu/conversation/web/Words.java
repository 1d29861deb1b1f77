package id.deskpemilu.conversation.web;

import id.deskpemilu.conversation.Message;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences and hours of messages, as their reader sees them. */
@Component
class Words {

    private final MessageSource messages;
    private final ElectionClocks clocks;

    Words(MessageSource messages, ElectionClocks clocks) {
        this.messages = messages;
        this.clocks = clocks;
    }

    String title(Message message, Locale locale) {
        return messages.getMessage(message.titleKey(), message.values().toArray(), locale);
    }

    String text(Message message, Locale locale) {
        return messages.getMessage(message.textKey(), message.values().toArray(), locale);
    }

    String sentence(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** Hours by the clock of the election, in the zone of where the person acts; for the rows of one page. */
    Hours hours(Actor reader) {
        ZoneId zone = reader.scopes().stream()
                .findFirst()
                .map(region ->
                        Zone.ofProvince(region.at(RegionCode.Level.PROVINCE).digits()))
                .orElse(Zone.WIB)
                .id();
        return new Hours(clocks, zone, new HashMap<>());
    }

    /** Asks for the clock of an election once. */
    record Hours(ElectionClocks clocks, ZoneId zone, Map<Long, ElectionClocks.Timeline> known) {

        ZonedDateTime at(long electionId, Instant real) {
            return known.computeIfAbsent(electionId, clocks::of).shown(real).atZone(zone);
        }
    }
}
