/** Photos of the form: what they must be, where they are kept, and which of them show the same. */
@NamedInterface("evidence")
@NullMarked
package id.deskpemilu.report.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
