package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What both protocols share: the way to the service and how its answers are understood, by what they hold before their status. */
final class BsreClient {

    static final JsonMapper JSON = new JsonMapper();

    private static final int MOST_BYTES = 96 * 1024 * 1024;
    private static final int MOST_OF_STATUS = 64 * 1024;
    private static final Duration TO_ANSWER_STATUS = Duration.ofSeconds(5);
    private static final int WRONG_PASSPHRASE = 2031;
    private static final int NOT_REGISTERED = 2011;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int LONGEST_SENTENCE = 160;

    private final SignatureSettings.Bsre settings;

    BsreClient(SignatureSettings.Bsre settings) {
        this.settings = settings;
    }

    SignatureSettings.Bsre settings() {
        return settings;
    }

    /** A request with the desk's own name and password. */
    HttpRequest.Builder to(String path) {
        String who = settings.user() + ":" + settings.password();
        return HttpRequest.newBuilder(URI.create(settings.url() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(who)));
    }

    Exchange.Answer ask(HttpRequest.Builder request) throws Exchange.NotReached, Exchange.NoAnswer {
        return new Exchange(settings.timeout(), MOST_BYTES).send(request);
    }

    /**
     * The state of an official's certificate, where the service tells it.
     *
     * @throws Refusal {@code SIGN_SERVICE_REFUSED_US} if it does not know this desk
     */
    @Nullable
    String status(HttpRequest.Builder request) {
        try {
            Exchange.Answer answer = new Exchange(TO_ANSWER_STATUS, MOST_OF_STATUS).send(request);
            JsonNode said = json(answer.body());
            String status = said.path("status").asString("");
            if (status.matches("[A-Z_]+")) {
                return status;
            }
            if (code(said) == NOT_REGISTERED) {
                return "NOT_REGISTERED";
            }
            if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
                throw Refusal.unavailable("SIGN_SERVICE_REFUSED_US");
            }
            return null;
        } catch (Exchange.NotReached e) {
            throw Refusal.unavailable("SIGN_SERVICE_UNREACHABLE");
        } catch (Exchange.NoAnswer e) {
            return null; // not every installation has this question
        }
    }

    /** The body as JSON; a missing node if it is none. */
    static JsonNode json(byte @Nullable [] body) {
        try {
            JsonNode node = body == null ? null : JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JacksonException none) {
            return MissingNode.getInstance();
        }
    }

    /** Both must say so: some answer a page of HTML with status 200, some call everything a PDF. */
    static boolean isPdf(Exchange.Answer answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return (type.startsWith("application/pdf") || type.startsWith("application/octet-stream"))
                && isPdf(answer.body());
    }

    static boolean isPdf(byte @Nullable [] body) {
        return body != null && body.length > 4 && Arrays.equals(Arrays.copyOf(body, 4), bytes("%PDF"));
    }

    /** Why the service did not sign. */
    static Refusal refusal(Exchange.Answer answer, Credentials credentials) {
        JsonNode said = json(answer.body());
        String sentence = sentence(said);
        String words = sentence.toLowerCase(Locale.ROOT);
        if (code(said) == WRONG_PASSPHRASE || words.matches(".*(passphrase|kata sandi).*(salah|wrong|invalid).*")) {
            return Refusal.invalid("SIGN_PASSPHRASE_WRONG");
        }
        if (code(said) == NOT_REGISTERED || words.matches(".*(tidak|belum|not) (terdaftar|registered).*")) {
            return Refusal.conflict("SIGNER_UNREGISTERED");
        }
        if (words.matches(".*(expired|ke?daluw?arsa|habis masa).*")) {
            return Refusal.conflict("SIGNER_CERTIFICATE_EXPIRED");
        }
        if (words.matches(".*(suspend|revoke|dicabut|ditangguhkan).*")) {
            return Refusal.conflict("SIGNER_NOT_ALLOWED", cleaned(sentence, credentials));
        }
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
            return Refusal.unavailable("SIGN_SERVICE_REFUSED_US");
        }
        if (answer.status() / 100 == 2 && !said.isObject()) {
            return Refusal.unavailable("SIGN_ANSWER_INVALID");
        }
        String shown = cleaned(sentence, credentials);
        return Refusal.unavailable("SIGN_SERVICE_FAILED", shown.isEmpty() ? "HTTP " + answer.status() : shown);
    }

    private static int code(JsonNode said) {
        return said.path("status_code").asInt(said.path("status").asInt(0));
    }

    private static String sentence(JsonNode said) {
        String error = said.path("error").asString("");
        String message = said.path("message").asString("");
        return message.isEmpty() || message.equals(error) ? error : (error + " " + message).strip();
    }

    /** What the service says is shown to the official, but never what the official has typed. */
    private static String cleaned(String sentence, Credentials credentials) {
        String shown = sentence.replaceAll("\\d{16}", "…").replaceAll("\\p{Cntrl}+", " ");
        if (credentials.passphrase().length > 0) {
            shown = shown.replace(CharBuffer.wrap(credentials.passphrase()), "…");
        }
        return shown.length() > LONGEST_SENTENCE ? shown.substring(0, LONGEST_SENTENCE) + "…" : shown;
    }

    /** A body of fields and files. */
    static final class Form {

        private static final String BOUNDARY = "desk-pemilu-3f1c9d62a8b047e5";

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        static String type() {
            return "multipart/form-data; boundary=" + BOUNDARY;
        }

        Form field(String name, byte[] value) {
            head(name, "");
            body.writeBytes(value);
            body.writeBytes(bytes("\r\n"));
            return this;
        }

        Form field(String name, String value) {
            return field(name, bytes(value));
        }

        Form file(String name, String fileName, String type, byte[] content) {
            head(name, "; filename=\"" + fileName + "\"\r\nContent-Type: " + type);
            body.writeBytes(content);
            body.writeBytes(bytes("\r\n"));
            return this;
        }

        private void head(String name, String more) {
            body.writeBytes(bytes(
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"));
        }

        byte[] end() {
            body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
            return body.toByteArray();
        }
    }

    /** Writes JSON. */
    interface Writing {
        void to(JsonGenerator json);
    }

    static byte[] json(Writing writing) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            writing.to(json);
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    /** The passphrase as bytes, which the caller wipes. */
    static byte[] utf8(char[] secret) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] exact = new byte[encoded.remaining()];
        encoded.get(exact);
        Arrays.fill(encoded.array(), (byte) 0);
        return exact;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is drawn where the service draws. */
    byte[] image() {
        try {
            return Files.readAllBytes(Path.of(settings.image()));
        } catch (IOException e) {
            throw new UncheckedIOException("DESK_BSRE_IMAGE cannot be read", e);
        }
    }

    boolean isVisible() {
        return settings.appearance() == SignatureSettings.Appearance.VISIBLE;
    }
}
