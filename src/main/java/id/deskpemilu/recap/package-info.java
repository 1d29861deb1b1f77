/** Who has reported and who has not, and the votes so far, region by region. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "election", "report", "audit"})
@NullMarked
package id.deskpemilu.recap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
