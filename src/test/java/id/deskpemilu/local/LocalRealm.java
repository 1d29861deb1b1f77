package id.deskpemilu.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The production realm with what the demo adds: one of each, so that the demo cannot drift from production. */
final class LocalRealm {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode json;
    private final String demoPassword;

    private LocalRealm(ObjectNode json, String demoPassword) {
        this.json = json;
        this.demoPassword = demoPassword;
    }

    /** Someone who may log in to the demo. */
    record DemoUser(String username, List<String> roles) {}

    /**
     * Reads both files and puts the values in.
     *
     * @param folder keycloak-realm of the project
     * @param baseUrl where browsers find the desk
     * @param clientSecret of the client desk-app
     * @param demoPassword of every demo user
     */
    static LocalRealm of(Path folder, String baseUrl, String clientSecret, String demoPassword) {
        ObjectNode realm = read(
                folder.resolve("desk-pemilu-realm.json"),
                Map.of("DESK_BASE_URL", baseUrl, "DESK_CLIENT_SECRET", clientSecret));
        ObjectNode demo = read(folder.resolve("desk-pemilu-demo.json"), Map.of());
        ArrayNode password = JSON.createArrayNode();
        password.addObject().put("type", "password").put("value", demoPassword).put("temporary", false);
        demo.path("users").forEach(user -> {
            ((ObjectNode) user).put("enabled", true);
            if (!user.has("serviceAccountClientId")) {
                ((ObjectNode) user).set("credentials", password);
            }
        });
        demo.properties().forEach(added -> {
            if (added.getValue() instanceof ArrayNode more) {
                realm.withArrayProperty(added.getKey()).addAll(more);
            } else {
                realm.set(added.getKey(), added.getValue());
            }
        });
        return new LocalRealm(realm, demoPassword);
    }

    /** The same realm for an application on a port that is chosen later. */
    LocalRealm forAnyLocalPort() {
        ObjectNode client = (ObjectNode) client("desk-app");
        client.set("redirectUris", JSON.createArrayNode().add("http://localhost:*"));
        ((ObjectNode) client.path("attributes")).put("post.logout.redirect.uris", "http://localhost:*");
        return this;
    }

    String name() {
        return json.path("realm").asString();
    }

    JsonNode json() {
        return json;
    }

    String demoPassword() {
        return demoPassword;
    }

    JsonNode client(String clientId) {
        return StreamSupport.stream(json.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asString().equals(clientId))
                .findFirst()
                .orElseThrow();
    }

    /** Every user of the realm who is a person. */
    List<DemoUser> people() {
        List<DemoUser> people = new ArrayList<>();
        json.path("users").forEach(user -> {
            if (!user.has("serviceAccountClientId")) {
                List<String> roles = new ArrayList<>();
                user.path("realmRoles").forEach(role -> roles.add(role.asString()));
                people.add(new DemoUser(user.path("username").asString(), roles));
            }
        });
        return people;
    }

    private static ObjectNode read(Path file, Map<String, String> values) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new StartRefused("Berkas realm " + file + " tidak dapat dibaca: " + e.getMessage(), e);
        }
    }
}
