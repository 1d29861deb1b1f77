/** Letters of the tier below: taken in, verified, refused, added up. */
@NullMarked
package id.deskpemilu.dispatch.receiving;

import org.jspecify.annotations.NullMarked;
