package id.deskpemilu.notification.channel;

import static id.deskpemilu.notification.MessageSettingsMother.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageSettings.Mail;
import id.deskpemilu.notification.MessageSettings.Security;
import id.deskpemilu.notification.Outcome;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E-mail against a real mail server, and against one that refuses. */
class MailChannelTest {

    private static final String FROM = "desk@example.go.id";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-11-27T08:00:00Z"), ZoneOffset.UTC);

    /** In milliseconds: other tests are at work too. */
    private static final long START = 20_000;

    private static GreenMail server(String protocol) {
        ServerSetup setup = new ServerSetup(0, "localhost", protocol);
        setup.setServerStartupTimeout(START);
        GreenMail server = new GreenMail(setup);
        server.setUser(FROM, "desk", "rahasia");
        server.start();
        return server;
    }

    private static Outcome send(Mail settings) {
        return new MailChannel(settings, CLOCK).send(message("STAGE_REMINDER", true, "siti@example.go.id"));
    }

    @Test
    void a_mail_arrives_with_sender_subject_text_and_a_number_of_its_own() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            int port = server.getSmtp().getPort();
            MailChannel channel =
                    new MailChannel(new Mail("localhost", port, Security.NONE, "desk", "rahasia", FROM), CLOCK);
            assertThat(channel.channel()).isEqualTo(Channel.EMAIL);
            assertThat(channel.send(message("STAGE_REMINDER", true, "siti@example.go.id")))
                    .isEqualTo(new Outcome.Sent(null));
            assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("SIMULASI – Belum lapor");
            assertThat(mail.getFrom()[0]).hasToString(FROM);
            InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
            assertThat(to.getAddress()).isEqualTo("siti@example.go.id");
            assertThat(to.getPersonal()).isEqualTo("Siti Aminah");
            assertThat(mail.getMessageID()).isEqualTo("<desk-notice-77@example.go.id>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getSentDate().toInstant()).isEqualTo(CLOCK.instant());
            assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo("SIMULASI – Belum lapor\n\nDesa Sukamaju:\n3 TPS belum lapor & ditunggu.\n\n"
                            + "https://desk.example.go.id/tasks");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_wrong_password_is_the_desks_own_fault_and_may_be_mended() {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            int port = server.getSmtp().getPort();
            assertThat(send(new Mail("localhost", port, Security.NONE, "desk", "lain", FROM)))
                    .isEqualTo(Outcome.tryLater("AUTHENTICATION"));
        } finally {
            server.stop();
        }
    }

    @Test
    void nothing_is_sent_to_a_server_that_cannot_prove_its_name_or_cannot_keep_a_secret() {
        GreenMail secure = server(ServerSetup.PROTOCOL_SMTPS); // its certificate is its own
        GreenMail plain = server(ServerSetup.PROTOCOL_SMTP); // it offers no STARTTLS
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {}); // the server's, that is hung up on
        try {
            assertThat(send(new Mail("localhost", secure.getSmtps().getPort(), Security.TLS, "", "", FROM)))
                    .isEqualTo(Outcome.tryLater("NO_CONNECTION"));
            assertThat(send(new Mail("localhost", plain.getSmtp().getPort(), Security.STARTTLS, "", "", FROM)))
                    .isEqualTo(Outcome.tryLater("NO_CONNECTION"));
            assertThat(secure.getReceivedMessages()).isEmpty();
            assertThat(plain.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
            plain.stop();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user siti@example.go.id, REFUSED, SMTP_550",
        "RCPT, 553 5.1.3 bad address, REFUSED, SMTP_553",
        "RCPT, 450 4.2.1 mailbox busy, LATER, SMTP_450",
        "RCPT, 451 4.7.1 greylisted, LATER, SMTP_451",
        "DATA, 452 4.3.1 no space, LATER, SMTP_452",
        "DOT, 554 5.7.1 looks like spam, REFUSED, SMTP_554",
        "MAIL, 421 4.3.2 shutting down, LATER, SMTP_421",
        "BEGIN, 421 4.3.2 too many connections, LATER, NO_CONNECTION"
    })
    void the_reply_of_the_server_says_whether_it_would_refuse_again(String step, String reply, String kind, String code)
            throws Exception {
        try (RefusingServer server = new RefusingServer(Map.of(step, reply))) {
            assertThat(send(new Mail("localhost", server.port(), Security.NONE, "", "", FROM)))
                    .isEqualTo(kind.equals("LATER") ? Outcome.tryLater(code) : new Outcome.Refused(code));
        }
    }

    @Test
    void no_server_at_all_may_be_one_later() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(send(new Mail("localhost", port, Security.NONE, "", "", FROM)))
                .isEqualTo(Outcome.tryLater("NO_CONNECTION"));
    }

    @Test
    void no_log_ever_holds_the_password() {
        assertThat(new Mail("h", 25, Security.TLS, "desk", "geheim", FROM).toString())
                .doesNotContain("geheim");
    }

    /** A mail server that refuses at a given step of the conversation. */
    private static final class RefusingServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Map<String, String> refusals;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        RefusingServer(Map<String, String> refusals) throws IOException {
            this.refusals = refusals;
            Thread thread = new Thread(this::serve, "refusing-mail-server");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    converse(client);
                } catch (IOException e) {
                    if (!socket.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        private void converse(Socket client) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
            say(out, refusals.getOrDefault("BEGIN", "220 uji"));
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (data) {
                    if (line.equals(".")) {
                        data = false;
                        say(out, refusals.getOrDefault("DOT", "250 taken"));
                    }
                    continue;
                }
                String command = line.split("[ :]")[0].toUpperCase();
                if (command.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                }
                String reply = refusals.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
                data = reply.startsWith("354");
                say(out, reply);
            }
        }

        private static void say(PrintWriter out, String line) {
            out.print(line + "\r\n");
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
