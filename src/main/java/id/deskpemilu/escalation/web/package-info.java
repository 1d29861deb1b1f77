/** Who is to be called, what is silent and what was done about it: on pages and in the API. */
@NamedInterface("web")
@NullMarked
package id.deskpemilu.escalation.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
