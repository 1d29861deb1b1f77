/** What every module needs and none owns: region codes, refusals, use cases, the frame of the pages. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package id.deskpemilu.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
