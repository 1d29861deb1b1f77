/** Elections and their phases, contests, ballots and forms, the region tree, polling stations, and their imports. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity"})
@NullMarked
package id.deskpemilu.election;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
