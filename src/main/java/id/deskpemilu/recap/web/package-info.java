/** Progress and recap on pages and in the API. */
@NullMarked
package id.deskpemilu.recap.web;

import org.jspecify.annotations.NullMarked;
