/** Who has reported, who has not, and the votes so far. */
@NullMarked
package id.deskpemilu.recap.web;

import org.jspecify.annotations.NullMarked;
