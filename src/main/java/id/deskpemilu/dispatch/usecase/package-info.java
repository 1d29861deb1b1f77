/** What people and the process do with a letter. */
@NamedInterface("usecase")
@NullMarked
package id.deskpemilu.dispatch.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
