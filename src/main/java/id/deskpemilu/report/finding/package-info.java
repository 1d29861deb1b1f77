/** The numbered rules of the form: what they measure, and what is made of it. */
@NamedInterface("finding")
@NullMarked
package id.deskpemilu.report.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
