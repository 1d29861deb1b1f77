/** The frame that every page stands in, and the small pieces that pages have in common. */
@NullMarked
package id.deskpemilu.shared.web;

import org.jspecify.annotations.NullMarked;
