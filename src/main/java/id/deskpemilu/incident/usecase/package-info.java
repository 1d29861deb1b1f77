/** What people do with incidents and openings. */
@NullMarked
package id.deskpemilu.incident.usecase;

import org.jspecify.annotations.NullMarked;
