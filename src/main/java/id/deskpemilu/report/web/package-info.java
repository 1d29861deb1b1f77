/** Reports on pages and in the API. */
@NullMarked
package id.deskpemilu.report.web;

import org.jspecify.annotations.NullMarked;
