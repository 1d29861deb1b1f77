/** The pages and the API of letters. */
@NullMarked
package id.deskpemilu.dispatch.web;

import org.jspecify.annotations.NullMarked;
