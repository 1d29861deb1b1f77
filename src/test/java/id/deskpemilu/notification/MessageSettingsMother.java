package id.deskpemilu.notification;

import id.deskpemilu.notification.MessageSettings.Chat;
import id.deskpemilu.notification.MessageSettings.Cloud;
import id.deskpemilu.notification.MessageSettings.Fonnte;
import id.deskpemilu.notification.MessageSettings.Mail;
import id.deskpemilu.notification.MessageSettings.Push;
import id.deskpemilu.notification.MessageSettings.Security;
import id.deskpemilu.notification.MessageSettings.Wablas;
import id.deskpemilu.notification.MessageSettings.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Settings and messages for tests. */
public final class MessageSettingsMother {

    private MessageSettingsMother() {}

    /** Settings with a pace, all addresses on this machine. */
    public static MessageSettings settings(int perMinute) {
        return settings(
                perMinute,
                new Push(List.of("localhost"), "mailto:desk@example.go.id", "", ""),
                cloud("http://localhost"));
    }

    public static MessageSettings settings(int perMinute, Push push, Cloud cloud) {
        return new MessageSettings(
                "https://desk.example.go.id",
                Duration.ofMinutes(2),
                4,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Map.of(Channel.EMAIL, perMinute, Channel.CHAT, perMinute, Channel.WEBHOOK, perMinute),
                new Mail("", 25, Security.NONE, "", "", ""),
                Chat.CLOUD,
                cloud,
                new Fonnte("http://localhost", "t"),
                new Wablas("http://localhost", "t"),
                new Webhook("", ""),
                push);
    }

    public static Cloud cloud(String url) {
        return new Cloud(
                url,
                "1098",
                "token-cloud",
                "desk_pemilu",
                "STAGE_REMINDER=desk_pengingat",
                "id",
                "rahasia-app",
                "kata-uji");
    }

    /** A message to {@code 6281234567890} or another address. */
    public static OutgoingMessage message(String template, boolean rehearsal, String address) {
        return new OutgoingMessage(
                77,
                "stage:1:990101",
                template,
                List.of("Desa Sukamaju", "3 TPS"),
                (rehearsal ? "SIMULASI – " : "") + "Belum lapor",
                "Desa Sukamaju:\n3 TPS belum lapor & ditunggu.",
                rehearsal,
                "/tasks",
                "https://desk.example.go.id/tasks",
                address,
                "siti",
                "Siti Aminah",
                "pilkada-2024",
                "990101",
                Instant.parse("2024-11-27T08:00:00Z"));
    }
}
