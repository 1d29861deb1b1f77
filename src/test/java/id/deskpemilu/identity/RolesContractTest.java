package id.deskpemilu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The roles of the realm are the roles of the code. */
class RolesContractTest {

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::realmName).toList();

    private final JsonNode realm = read("desk-pemilu-realm.json");
    private final JsonNode demo = read("desk-pemilu-demo.json");

    @Test
    void the_realm_has_exactly_the_roles_of_the_code() {
        assertThat(realm.at("/roles/realm").findValuesAsString("name")).containsExactlyInAnyOrderElementsOf(ROLES);
    }

    @Test
    void the_people_of_the_demo_have_all_the_roles_and_no_others() {
        assertThat(demo.at("/users").findValues("realmRoles"))
                .flatExtracting(roles -> List.of(roles.get(0).asString()))
                .containsOnlyElementsOf(ROLES);
        assertThat(demo.at("/users")).allMatch(user -> user.path("realmRoles").size() == 1);
    }

    @Test
    void the_real_realm_knows_no_person_no_password_and_no_direct_login() {
        assertThat(realm.at("/users").findValuesAsString("username")).containsExactly("service-account-desk-app");
        assertThat(realm.toString()).doesNotContain("credentials");
        assertThat(realm.at("/clients").findValues("directAccessGrantsEnabled"))
                .allMatch(enabled -> !enabled.asBoolean());
        assertThat(realm.at("/clients").findValuesAsString("secret")).allMatch(secret -> secret.startsWith("${"));
        assertThat(realm.has("clientScopes"))
                .as("an empty list would keep Keycloak from making its own")
                .isFalse();
    }

    @Test
    void the_roles_stand_in_the_token_that_pages_read_too() {
        JsonNode mapper = realm.at("/clients/0/protocolMappers/0/config");
        assertThat(mapper.path("claim.name").asString()).isEqualTo("realm_access.roles");
        assertThat(mapper.path("id.token.claim").asString()).isEqualTo("true");
        assertThat(mapper.path("access.token.claim").asString()).isEqualTo("true");
    }

    private static JsonNode read(String file) {
        return new JsonMapper().readTree(new File("keycloak-realm", file));
    }
}
