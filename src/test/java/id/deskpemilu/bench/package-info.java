/** Measurements, run by {@code mvn -Pbench verify}; no part of the tests. */
@NullMarked
package id.deskpemilu.bench;

import org.jspecify.annotations.NullMarked;
