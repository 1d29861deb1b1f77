/** The letter on paper: PDF/A with tags, the flash report, the sheet. */
@NullMarked
package id.deskpemilu.dispatch.paper;

import org.jspecify.annotations.NullMarked;
