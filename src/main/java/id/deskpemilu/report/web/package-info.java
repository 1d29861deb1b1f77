/** The pages of one report: entry, read-back, receipt and the report page. */
@NullMarked
package id.deskpemilu.report.web;

import org.jspecify.annotations.NullMarked;
