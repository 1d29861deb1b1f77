/** The report of a polling station: its figures, its status, its revisions, corrections and findings. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity", "election"})
@NullMarked
package id.deskpemilu.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
