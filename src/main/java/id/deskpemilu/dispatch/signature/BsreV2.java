package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The second protocol: JSON both ways, the files in Base64. */
final class BsreV2 implements BsreProtocol {

    private static final String JSON = "application/json";

    private final BsreClient client;

    BsreV2(BsreClient client) {
        this.client = client;
    }

    @Override
    public @Nullable String status(String nik) {
        byte[] body = BsreClient.json(json -> json.writeStringProperty("nik", nik));
        return client.status(client.to("/api/v2/user/check/status")
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    @Override
    public Answer sign(SigningRequest request) {
        Credentials credentials = request.credentials();
        byte[] body = BsreClient.json(json -> {
            json.writeStringProperty("nik", credentials.nik());
            json.writeName("passphrase");
            json.writeString(credentials.passphrase(), 0, credentials.passphrase().length);
            json.writeArrayPropertyStart("signatureProperties");
            json.writeStartObject();
            json.writeStringProperty("tampilan", client.isVisible() ? "VISIBLE" : "INVISIBLE");
            if (client.isVisible()) {
                SignatureBox box = request.box();
                json.writeStringProperty("imageBase64", Base64.getEncoder().encodeToString(client.image()));
                json.writeNumberProperty("page", box.page());
                json.writeNumberProperty("originX", box.x());
                json.writeNumberProperty("originY", box.y());
                json.writeNumberProperty("width", box.width());
                json.writeNumberProperty("height", box.height());
            }
            json.writeStringProperty("location", request.place());
            json.writeStringProperty("reason", request.reason());
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayPropertyStart("file");
            json.writeString(Base64.getEncoder().encodeToString(request.pdf()));
            json.writeEndArray();
        });
        try {
            return understood(
                    client.ask(client.to("/api/v2/sign/pdf")
                            .header("Content-Type", JSON)
                            .header("Accept", JSON)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))),
                    credentials);
        } catch (Exchange.NotReached e) {
            return Answer.refused(Refusal.unavailable("SIGN_SERVICE_UNREACHABLE"));
        } catch (Exchange.NoAnswer e) {
            return Answer.unknown();
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static Answer understood(Exchange.Answer answer, Credentials credentials) {
        if (answer.body() == null) {
            return Answer.unknown();
        }
        JsonNode files = BsreClient.json(answer.body()).path("file");
        String file = files.isArray() ? files.path(0).asString("") : files.asString("");
        if (file.isEmpty()) {
            return Answer.refused(BsreClient.refusal(answer, credentials));
        }
        try {
            byte[] pdf = Base64.getMimeDecoder().decode(file);
            if (BsreClient.isPdf(pdf)) {
                return Answer.signed(pdf);
            }
        } catch (IllegalArgumentException noBase64) {
            // told below
        }
        return Answer.refused(Refusal.unavailable("SIGN_ANSWER_INVALID"));
    }

    /** This protocol does not name what it has signed. */
    @Override
    public Answer fetch(String document) {
        return Answer.refused(Refusal.unavailable("SIGN_ANSWER_INVALID"));
    }
}
