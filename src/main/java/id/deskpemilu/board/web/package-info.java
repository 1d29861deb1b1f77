/** The pages of the board and its live events. */
@NullMarked
package id.deskpemilu.board.web;

import org.jspecify.annotations.NullMarked;
