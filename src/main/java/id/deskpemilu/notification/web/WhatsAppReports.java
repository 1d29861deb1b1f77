package id.deskpemilu.notification.web;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.DeliveryReports;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.channel.CloudChannel;
import id.deskpemilu.notification.channel.Hmac;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Meta reports what became of WhatsApp messages. Nobody signs in here: a report counts by its signature. Answers are
 * bare: a program reads them. Without the app's secret the door is closed.
 */
@RestController
@RequestMapping("/webhooks/whatsapp")
class WhatsAppReports {

    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final MessageSettings.Cloud settings;
    private final boolean open;
    private final DeliveryReports reports;
    private final JsonMapper json;
    private final Clock clock;

    WhatsAppReports(MessageSettings settings, DeliveryReports reports, JsonMapper json, Clock clock) {
        this.settings = settings.cloud();
        this.open = settings.chat() == MessageSettings.Chat.CLOUD
                && !settings.cloud().appSecret().isEmpty();
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    /** Meta asks once whether this address is ours; it repeats the word that was entered there. */
    @GetMapping
    ResponseEntity<String> verify(
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String word,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        if (!open || settings.verifyToken().isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        boolean ours = mode.equals("subscribe")
                && Hmac.same(word, settings.verifyToken())
                && challenge.matches("[\\w-]{1,100}");
        return ours
                ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge)
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    @PostMapping
    ResponseEntity<Void> report(
            InputStream body, @RequestHeader(name = "X-Hub-Signature-256", defaultValue = "") String signature)
            throws IOException {
        if (!open) {
            return ResponseEntity.notFound().build();
        }
        byte[] content = body.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        if (!Hmac.same(signature, "sha256=" + Hmac.sign(settings.appSecret(), content))) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        boolean early = false;
        for (JsonNode entry :
                json.readTree(new String(content, StandardCharsets.UTF_8)).path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                for (JsonNode status : change.path("value").path("statuses")) {
                    early |= !record(status) && isYoung(status);
                }
            }
        }
        // a report may overtake our own record of the message: Meta comes again
        return ResponseEntity.status(early ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .build();
    }

    private boolean record(JsonNode status) {
        String reference = status.path("id").asString("");
        return switch (status.path("status").asString("")) {
            case "delivered", "read" -> reports.arrived(Channel.CHAT, reference);
            case "failed" -> {
                int code = status.path("errors").path(0).path("code").asInt(0);
                yield reports.lost(Channel.CHAT, reference, "META_" + code, CloudChannel.isPassing(code));
            }
            default -> true;
        };
    }

    private boolean isYoung(JsonNode status) {
        Instant at = Instant.ofEpochSecond(status.path("timestamp").asLong(0));
        return Duration.between(at, clock.instant()).compareTo(YOUNG) < 0;
    }
}
