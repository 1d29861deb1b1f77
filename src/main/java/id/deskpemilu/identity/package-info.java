/** Who acts: people, their roles from the token, and our own table of who may act for which region. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package id.deskpemilu.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
