/** What surrounds every page: the top bar, the navigation, the way in, the person's own page. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "identity :: web", "election", "conversation"})
@NullMarked
package id.deskpemilu.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
