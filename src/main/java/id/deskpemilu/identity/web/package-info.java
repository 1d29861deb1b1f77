/** Signing in, the current person as an argument of controllers, and who may knock at which door. */
@NamedInterface("web")
@NullMarked
package id.deskpemilu.identity.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
