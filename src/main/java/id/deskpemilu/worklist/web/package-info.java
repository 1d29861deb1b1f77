/** The operator's home and the verifier's inbox. */
@NullMarked
package id.deskpemilu.worklist.web;

import org.jspecify.annotations.NullMarked;
