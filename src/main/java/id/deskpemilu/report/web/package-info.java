/** Reports on pages and in the API. */
@NamedInterface("web")
@NullMarked
package id.deskpemilu.report.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
