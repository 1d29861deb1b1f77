/** The read-only links with which a beamer shows the board. */
@NullMarked
package id.deskpemilu.board.wall;

import org.jspecify.annotations.NullMarked;
