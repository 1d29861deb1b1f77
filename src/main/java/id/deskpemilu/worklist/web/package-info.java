/** The inbox on pages and in the API. */
@NullMarked
package id.deskpemilu.worklist.web;

import org.jspecify.annotations.NullMarked;
