package id.deskpemilu.identity.keycloak;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Keycloak is and who the desk is there.
 *
 * @param internalUrl how the desk reaches it, without a path
 * @param realm the realm of the desk
 * @param clientId the desk's client, whose service account may manage the users
 * @param clientSecret its secret
 */
@ConfigurationProperties("desk.keycloak")
record KeycloakProperties(String internalUrl, String realm, String clientId, String clientSecret) {

    /** Without the secret, so that no log ever holds it. */
    @Override
    public String toString() {
        return "KeycloakProperties[" + internalUrl + ", " + realm + ", " + clientId + "]";
    }
}
