/** Files that set an election up: how they are read, what they would change, and how they are applied. */
@NullMarked
package id.deskpemilu.election.imports;

import org.jspecify.annotations.NullMarked;
