/** The desk on one machine: a real PostgreSQL and a real Keycloak, started for the demo and for the tests. */
@NullMarked
package id.deskpemilu.local;

import org.jspecify.annotations.NullMarked;
