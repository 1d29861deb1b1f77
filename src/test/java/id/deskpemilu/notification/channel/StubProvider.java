package id.deskpemilu.notification.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A provider on this machine: keeps what it is asked and answers as it is told. */
public final class StubProvider implements AutoCloseable {

    /** What it was asked. */
    public record Request(String method, String path, Map<String, String> headers, byte[] content) {

        public String body() {
            return new String(content, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.get(name.toLowerCase());
        }
    }

    /** What it answers. */
    public record Reply(int status, String body, Map<String, String> headers, Duration after) {

        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of(), Duration.ZERO);
        }
    }

    public final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private volatile Function<Request, Reply> replies;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public StubProvider(Function<Request, Reply> replies) throws IOException {
        this.replies = replies;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public StubProvider(int status, String body) throws IOException {
        this(request -> Reply.of(status, body));
    }

    public void reply(Function<Request, Reply> next) {
        this.replies = next;
    }

    public void reply(int status, String body) {
        reply(request -> Reply.of(status, body));
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The only request there was. */
    public Request request() {
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests");
        }
        return requests.element();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new java.util.TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    headers,
                    exchange.getRequestBody().readAllBytes());
            requests.add(request);
            Reply reply = replies.apply(request);
            if (!reply.after().isZero()) {
                Thread.sleep(reply.after().toMillis());
            }
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
