/** What can be done to set an election up. */
@NamedInterface("usecase")
@NullMarked
package id.deskpemilu.election.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
