/** Who signs and how, and what a signature is worth. */
@NullMarked
package id.deskpemilu.dispatch.signature;

import org.jspecify.annotations.NullMarked;
