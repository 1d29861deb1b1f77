/** Imports from the command line, for whoever runs the server. */
@NullMarked
package id.deskpemilu.election.cli;

import org.jspecify.annotations.NullMarked;
