/** Who is told what, exactly once: notices in the desk, and the roads by which they leave it. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity", "election"})
@NullMarked
package id.deskpemilu.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
