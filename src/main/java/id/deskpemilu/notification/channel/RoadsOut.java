package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.MessageChannels;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.push.PushChannel;
import id.deskpemilu.notification.push.PushKeys;
import id.deskpemilu.notification.push.PushSubscriptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the roads out of the desk that the settings name. */
@Configuration(proxyBeanMethods = false)
class RoadsOut {

    @Bean
    MessageChannels messageChannels(
            MessageSettings settings, PushSubscriptions subscriptions, PushKeys keys, Clock clock) {
        Http http = new Http();
        List<MessageChannel> open = new ArrayList<>();
        if (settings.push().isOpen()) {
            open.add(new PushChannel(subscriptions, keys, http));
        }
        if (!settings.mail().host().isEmpty()) {
            open.add(new MailChannel(settings.mail(), clock));
        }
        if (!settings.webhook().url().isEmpty()) {
            open.add(new WebhookChannel(settings.webhook(), http, clock));
        }
        switch (settings.chat()) {
            case CLOUD -> open.add(new CloudChannel(settings.cloud(), http));
            case FONNTE -> open.add(new FonnteChannel(settings.fonnte(), http));
            case WABLAS -> open.add(new WablasChannel(settings.wablas(), http));
            case NONE -> {}
        }
        return new MessageChannels(open);
    }
}
