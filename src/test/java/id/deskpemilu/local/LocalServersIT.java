package id.deskpemilu.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalServersIT {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "operator.melati, operator",
        "operator.kenanga, operator",
        "verifikator.satu, verifier",
        "verifikator.dua, verifier",
        "koordinator, coordinator",
        "supervisor, supervisor",
        "admin, admin",
        "auditor, auditor"
    })
    void a_demo_user_gets_a_token_that_says_who_and_which_role(String username, String role) throws IOException {
        JsonNode claims = claims(LocalServers.accessToken(username));

        assertThat(claims.path("sub").asString()).isNotBlank();
        assertThat(claims.path("preferred_username").asString()).isEqualTo(username);
        assertThat(claims.path("iss").asString()).isEqualTo(LocalServers.keycloakUrl() + "/realms/desk-pemilu");
        assertThat(claims.path("realm_access").path("roles"))
                .extracting(JsonNode::asString)
                .contains(role);
    }

    @Test
    void a_committed_row_is_on_the_disk() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
    }

    @Test
    void the_database_asks_for_a_password() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> DriverManager.getConnection(LocalServers.jdbcUrl(), "desk", "wrong")
                                .close()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_login_page_speaks_bahasa_indonesia_and_sends_back_to_any_port_of_this_machine()
            throws IOException, InterruptedException {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                LocalServers.keycloakUrl()
                                                        + "/realms/desk-pemilu/protocol/openid-connect/auth?client_id=desk-app&response_type=code&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%3A54321%2Flogin%2Foauth2%2Fcode%2Fkeycloak"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("SIMULASI").contains("lang=\"id\"");
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String show(String setting) throws SQLException {
        try (Connection c = DriverManager.getConnection(
                        LocalServers.jdbcUrl(), LocalServers.databaseUser(), LocalServers.databasePassword());
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("show " + setting)) {
            r.next();
            return r.getString(1);
        }
    }
}
