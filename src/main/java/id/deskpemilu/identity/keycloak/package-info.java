/** Accounts in Keycloak, through its admin API. */
@NullMarked
package id.deskpemilu.identity.keycloak;

import org.jspecify.annotations.NullMarked;
