/** The pages and the API of reports. */
@NullMarked
package id.deskpemilu.report.web;

import org.jspecify.annotations.NullMarked;
