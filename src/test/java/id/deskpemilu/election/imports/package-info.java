/** Imports: each mistake a file can have, and what a good file changes. */
@NullMarked
package id.deskpemilu.election.imports;

import org.jspecify.annotations.NullMarked;
