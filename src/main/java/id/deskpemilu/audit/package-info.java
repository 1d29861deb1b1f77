/** The append-only log of everything that changed: who, when, what, old and new. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package id.deskpemilu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
