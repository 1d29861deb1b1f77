package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.receiving.Receipts;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Smtp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the roads to the receivers of the settings. */
@Configuration(proxyBeanMethods = false)
class RoadsUp {

    @Bean
    Carrier letterCarrier(
            TransferQueue queue,
            Parcels parcels,
            TransferSettings settings,
            MessageSettings messages,
            CoverNote cover,
            Receipts receipts,
            Clock clock) {
        Map<String, Road> roads = new LinkedHashMap<>();
        for (Receiver receiver : settings.receivers()) {
            switch (receiver.channel()) {
                case DESK ->
                    roads.put(receiver.name(), new DeskRoad(Objects.requireNonNull(receiver.desk()), receipts, clock));
                case MAIL ->
                    roads.put(
                            receiver.name(),
                            new MailRoad(
                                    Objects.requireNonNull(receiver.mail()), new Smtp(messages.mail(), clock), cover));
                case SFTP -> roads.put(receiver.name(), new SftpRoad(Objects.requireNonNull(receiver.sftp()), cover));
                case DOWNLOAD -> {} // nothing is sent
            }
        }
        return new Carrier(queue, parcels, roads);
    }
}
