/** What can be done to set an election up. */
@NullMarked
package id.deskpemilu.election.usecase;

import org.jspecify.annotations.NullMarked;
