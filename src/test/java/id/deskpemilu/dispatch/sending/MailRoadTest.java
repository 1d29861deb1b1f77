package id.deskpemilu.dispatch.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Smtp;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters by e-mail, against a real mail server. */
class MailRoadTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-11-27T11:05:00Z"), ZoneOffset.UTC);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Road road(String... to) {
        var mail = new MessageSettings.Mail(
                "localhost", server.getSmtp().getPort(), MessageSettings.Security.NONE, "", "", "desk@example.go.id");
        return new MailRoad(new Receiver.Mail(List.of(to)), new Smtp(mail, CLOCK), ParcelMother.cover());
    }

    @Test
    void a_letter_is_attached_to_a_formal_mail() throws Exception {
        assertThat(road("provinsi@example.go.id", "arsip@example.go.id").carry(ParcelMother.letter()))
                .isEqualTo(new Road.Outcome.Arrived("provinsi@example.go.id, arsip@example.go.id", null, null));
        assertThat(server.waitForIncomingEmail(5_000, 2)).isTrue();
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject())
                .isEqualTo("[SIMULASI] Laporan Desk Pemilu Kabupaten Jombang, data sampai dengan "
                        + "27 November 2024 pukul 18.00 WIB, Nomor 200.2.1/014/35.17/2024");
        assertThat(mail.getMessageID()).isEqualTo("<desk-letter-" + ParcelMother.NAME + "-letter@example.go.id>");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("Dengan hormat", "Pilkada 2024", ParcelMother.NAME.toString(), "SHA-256");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("3517_20241127-1800_" + ParcelMother.NAME + ".pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(ParcelMother.PDF);
    }

    @Test
    void a_withdrawal_says_why_and_attaches_nothing() throws Exception {
        road("provinsi@example.go.id").carry(ParcelMother.withdrawal());
        assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("[SIMULASI] PENCABUTAN");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(1);
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("DICABUT", "angka keliru");
    }

    @Test
    void no_server_may_be_one_later_and_no_address_never_is_one() {
        Road road = road("provinsi@example.go.id");
        Road nowhere = road("bukan alamat");
        server.stop();
        assertThat(road.carry(ParcelMother.letter())).isEqualTo(Road.Outcome.tryLater("NO_CONNECTION", null));
        assertThat(nowhere.carry(ParcelMother.letter())).isEqualTo(new Road.Outcome.Refused("ADDRESS", null));
    }
}
