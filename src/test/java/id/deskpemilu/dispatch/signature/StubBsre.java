package id.deskpemilu.dispatch.signature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * BSrE's client service on this machine, in both protocols: it really signs, for one official, and fails in all the ways that
 * real ones do.
 */
final class StubBsre implements AutoCloseable {

    static final String USER = "desk";
    static final String PASSWORD = "kata-sandi-layanan";
    static final String NIK = "3517010101700001";
    static final String PASSPHRASE = "Rahasia#Sekda \"é\" 17";

    /** How it behaves. */
    enum Mood {
        SIGNS,
        /** Says the name of the signed file; it can be fetched once. */
        NAMES_THE_FILE,
        /** Says the name, and breaks off the first time the file is fetched. */
        NAMES_THE_FILE_AND_STUMBLES,
        /** Says the name, and never gives the file. */
        NAMES_THE_FILE_AND_LOSES_IT,
        /** A wrong passphrase is status 500 here. */
        CALLS_EVERYTHING_500,
        CERTIFICATE_EXPIRED,
        SUSPENDED,
        SPRING_500,
        /** Signs and does not answer. */
        SILENT_AFTER_SIGNING,
        /** Signs, sends the head and a part of the file, and falls silent. */
        SLOW_BODY,
        PAGE_WITH_STATUS_200,
        PAGE_CALLED_A_PDF,
        /** Another file, properly signed. */
        ANOTHER_FILE,
        NOT_SIGNED_AT_ALL,
        ECHOES_WHAT_WAS_TYPED
    }

    private static final JsonMapper JSON = new JsonMapper();

    volatile Mood mood = Mood.SIGNS;
    /** What it says of the official; null: it has no such question. */
    volatile String status = "ISSUE";
    /** What a proxy would keep of each request: method and path. */
    final Queue<String> requests = new ConcurrentLinkedQueue<>();
    /** The fields of the last request to sign, but for files. */
    volatile Map<String, String> fields = Map.of();

    final AtomicInteger signed = new AtomicInteger();

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final KeyStoreSigner hand = new KeyStoreSigner(() -> KeyMother.OFFICIAL, null);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StubBsre() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        byte[] body = exchange.getRequestBody().readAllBytes();
        String expected = "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes());
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            say(exchange, 401, "{\"timestamp\":1,\"status\":401,\"error\":\"Unauthorized\",\"path\":\"" + path + "\"}");
        } else if (path.startsWith("/api/user/status/")) {
            sayStatus(exchange, path.substring("/api/user/status/".length()));
        } else if (path.equals("/api/v2/user/check/status")) {
            sayStatus(exchange, JSON.readTree(body).path("nik").asString());
        } else if (path.equals("/api/sign/pdf")) {
            signV1(exchange, body);
        } else if (path.startsWith("/api/sign/download/")) {
            download(exchange, path.substring("/api/sign/download/".length()));
        } else if (path.equals("/api/v2/sign/pdf")) {
            signV2(exchange, JSON.readTree(body));
        } else {
            say(exchange, 404, "{\"status\":404,\"error\":\"Not Found\"}");
        }
    }

    private void sayStatus(HttpExchange exchange, String nik) throws IOException {
        if (status == null) {
            say(exchange, 404, "{\"status\":404,\"error\":\"Not Found\"}");
        } else if (!nik.equals(NIK)) {
            say(
                    exchange,
                    200,
                    "{\"status_code\":2011,\"status\":\"NOT_REGISTERED\",\"message\":\"User belum terdaftar\"}");
        } else {
            say(exchange, 200, "{\"status_code\":1111,\"status\":\"" + status + "\",\"message\":\"-\"}");
        }
    }

    private void signV1(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        Map<String, byte[]> form = form(exchange.getRequestHeaders().getFirst("Content-Type"), body);
        Map<String, String> words = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (!name.equals("file") && !name.equals("imageTTD")) {
                words.put(name, new String(value, StandardCharsets.UTF_8));
            }
        });
        fields = words;
        if (refused(exchange, words.get("nik"), words.get("passphrase"))) {
            return;
        }
        byte[] pdf = sign(form.get("file"));
        switch (mood) {
            case NAMES_THE_FILE, NAMES_THE_FILE_AND_STUMBLES, NAMES_THE_FILE_AND_LOSES_IT -> {
                kept.put("dok-1", pdf);
                say(exchange, 200, "{\"id_dokumen\":\"dok-1\"}");
            }
            case SILENT_AFTER_SIGNING -> Thread.sleep(60_000);
            case SLOW_BODY -> {
                kept.put("dok-2", pdf);
                exchange.getResponseHeaders().add("id_dokumen", "dok-2");
                slowly(exchange, "application/pdf", pdf);
            }
            case PAGE_WITH_STATUS_200 -> send(exchange, 200, "text/html", "<html>gateway</html>".getBytes());
            case PAGE_CALLED_A_PDF -> send(exchange, 200, "application/pdf", "<html>gateway</html>".getBytes());
            default -> {
                exchange.getResponseHeaders().add("id_dokumen", "dok-3");
                send(exchange, 200, "application/pdf", pdf);
            }
        }
    }

    private void signV2(HttpExchange exchange, JsonNode question) throws IOException, InterruptedException {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("nik", question.path("nik").asString());
        words.put("passphrase", question.path("passphrase").asString());
        question.path("signatureProperties")
                .path(0)
                .properties()
                .forEach(one -> words.put(one.getKey(), one.getValue().asString()));
        fields = words;
        if (refused(exchange, words.get("nik"), words.get("passphrase"))) {
            return;
        }
        byte[] pdf =
                sign(Base64.getDecoder().decode(question.path("file").path(0).asString()));
        byte[] answer = ("{\"time\":12,\"file\":[\"" + Base64.getEncoder().encodeToString(pdf) + "\"]}").getBytes();
        switch (mood) {
            case SILENT_AFTER_SIGNING -> Thread.sleep(60_000);
            case SLOW_BODY -> slowly(exchange, "application/json", answer);
            case PAGE_WITH_STATUS_200 -> send(exchange, 200, "text/html", "<html>gateway</html>".getBytes());
            case PAGE_CALLED_A_PDF -> say(exchange, 200, "{\"time\":1,\"file\":[\"PGh0bWw+\"]}");
            default -> send(exchange, 200, "application/json", answer);
        }
    }

    private boolean refused(HttpExchange exchange, String nik, String passphrase) throws IOException {
        switch (mood) {
            case SPRING_500 ->
                say(
                        exchange,
                        500,
                        "{\"timestamp\":\"2024-11-27\",\"status\":500,\"error\":\"Internal Server Error\",\"path\":\"/\"}");
            case CERTIFICATE_EXPIRED ->
                say(exchange, 400, "{\"status_code\":2021,\"error\":\"Sertifikat sudah expired\"}");
            case SUSPENDED -> say(exchange, 400, "{\"status_code\":2022,\"error\":\"Sertifikat di-suspend\"}");
            case ECHOES_WHAT_WAS_TYPED ->
                say(
                        exchange,
                        500,
                        JSON.writeValueAsString(Map.of("error", "gagal untuk " + nik + " dengan " + passphrase)));
            default -> {
                if (!NIK.equals(nik)) {
                    say(exchange, 400, "{\"status_code\":2011,\"error\":\"User tidak terdaftar\"}");
                } else if (!PASSPHRASE.equals(passphrase)) {
                    say(
                            exchange,
                            mood == Mood.CALLS_EVERYTHING_500 ? 500 : 400,
                            "{\"status_code\":2031,\"error\":\"Passphrase anda salah\"}");
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private byte[] sign(byte[] pdf) {
        signed.incrementAndGet();
        return switch (mood) {
            case NOT_SIGNED_AT_ALL -> pdf;
            case ANOTHER_FILE -> hand.sign(PdfMother.request(PdfMother.letter("<x/>", false, Map.of())));
            default -> hand.sign(PdfMother.request(pdf));
        };
    }

    private void download(HttpExchange exchange, String document) throws IOException, InterruptedException {
        byte[] pdf = kept.get(document);
        if (pdf == null || mood == Mood.NAMES_THE_FILE_AND_LOSES_IT) {
            say(exchange, 404, "{\"status_code\":4040,\"error\":\"Dokumen tidak ditemukan atau sudah diunduh\"}");
        } else if (mood == Mood.NAMES_THE_FILE_AND_STUMBLES) {
            mood = Mood.NAMES_THE_FILE;
            Thread.sleep(60_000);
        } else {
            kept.remove(document);
            send(exchange, 200, "application/pdf", pdf);
        }
    }

    private static void slowly(HttpExchange exchange, String type, byte[] body)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, 1_000);
        out.flush();
        Thread.sleep(60_000);
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        send(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, byte[]> form(String type, byte[] body) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String boundary = "--" + type.replaceFirst(".*boundary=", "");
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Matcher names = Pattern.compile(Pattern.quote(boundary)
                        + "\r\nContent-Disposition: form-data; name=\"([^\"]+)\"[^\0]*?\r\n\r\n")
                .matcher(text);
        int from = 0;
        while (names.find(from)) {
            int end = text.indexOf("\r\n" + boundary, names.end());
            parts.put(names.group(1), text.substring(names.end(), end).getBytes(StandardCharsets.ISO_8859_1));
            from = end;
        }
        return parts;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
