/** What happens when an hour has come, and what coordinators and supervisors can do about those who are silent. */
@NamedInterface("usecase")
@NullMarked
package id.deskpemilu.escalation.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
