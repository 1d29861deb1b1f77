/** What happened on the day: disaster, logistics, security, a late opening; and which stations have opened. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity", "election", "notification"})
@NullMarked
package id.deskpemilu.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
