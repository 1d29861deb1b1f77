/** What people do at the board: upload and choose maps, make and revoke links for the beamer. */
@NullMarked
package id.deskpemilu.board.usecase;

import org.jspecify.annotations.NullMarked;
