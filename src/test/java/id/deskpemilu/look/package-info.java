/** Every page drawn with invented data, to be checked here and looked at under {@code target/look}. */
@NullMarked
package id.deskpemilu.look;

import org.jspecify.annotations.NullMarked;
