package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import java.net.http.HttpRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The first protocol: a form goes there, a PDF comes back, or its name in JSON with which it is fetched. */
final class BsreV1 implements BsreProtocol {

    private static final String NAME = "id_dokumen";

    private final BsreClient client;

    BsreV1(BsreClient client) {
        this.client = client;
    }

    @Override
    public @Nullable String status(String nik) {
        return client.status(client.to("/api/user/status/" + nik).GET());
    }

    @Override
    public Answer sign(SigningRequest request) {
        byte[] passphrase = BsreClient.utf8(request.credentials().passphrase());
        BsreClient.Form form = new BsreClient.Form()
                .file("file", request.letter() + ".pdf", "application/pdf", request.pdf())
                .field("nik", request.credentials().nik())
                .field("passphrase", passphrase)
                .field("tampilan", client.isVisible() ? "visible" : "invisible")
                .field("reason", request.reason())
                .field("location", request.place());
        if (client.isVisible()) {
            SignatureBox box = request.box();
            form.field("image", "true")
                    .file("imageTTD", "ttd.png", "image/png", client.image())
                    .field("page", String.valueOf(box.page()))
                    .field("xAxis", String.valueOf(Math.round(box.x())))
                    .field("yAxis", String.valueOf(Math.round(box.y())))
                    .field("width", String.valueOf(Math.round(box.width())))
                    .field("height", String.valueOf(Math.round(box.height())));
        }
        byte[] body = form.end();
        try {
            return understood(
                    client.ask(client.to("/api/sign/pdf")
                            .header("Content-Type", BsreClient.Form.type())
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))),
                    request.credentials());
        } catch (Exchange.NotReached e) {
            return Answer.refused(Refusal.unavailable("SIGN_SERVICE_UNREACHABLE"));
        } catch (Exchange.NoAnswer e) {
            return Answer.unknown();
        } finally {
            Arrays.fill(passphrase, (byte) 0);
            Arrays.fill(body, (byte) 0);
        }
    }

    private static Answer understood(Exchange.Answer answer, Credentials credentials) {
        byte[] body = answer.body();
        if (body != null && BsreClient.isPdf(answer)) {
            return Answer.signed(body);
        }
        JsonNode said = BsreClient.json(body);
        String named =
                said.path(NAME).asString(answer.headers().firstValue(NAME).orElse(""));
        if (named.matches("[\\w.-]{1,200}") && !said.has("error")) {
            return Answer.named(named);
        }
        return body == null ? Answer.unknown() : Answer.refused(BsreClient.refusal(answer, credentials));
    }

    @Override
    public Answer fetch(String document) {
        try {
            Exchange.Answer answer =
                    client.ask(client.to("/api/sign/download/" + document).GET());
            byte[] body = answer.body();
            if (body == null) {
                return Answer.unknown();
            }
            return BsreClient.isPdf(answer)
                    ? Answer.signed(body)
                    : Answer.refused(BsreClient.refusal(answer, Credentials.none()));
        } catch (Exchange.NotReached | Exchange.NoAnswer e) {
            return Answer.unknown();
        }
    }
}
