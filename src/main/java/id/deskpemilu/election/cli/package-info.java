/** Imports from the command line, for whoever runs the server. */
@NamedInterface("cli")
@NullMarked
package id.deskpemilu.election.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
