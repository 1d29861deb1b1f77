/** What can be done to reports, one class each. */
@NamedInterface("usecase")
@NullMarked
package id.deskpemilu.report.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
