/** Imports from the command line. */
@NullMarked
package id.deskpemilu.election.cli;

import org.jspecify.annotations.NullMarked;
